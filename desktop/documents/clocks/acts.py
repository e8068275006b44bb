"""What the acts that rules rest on are called where they are not called by the letters the rules keep them under."""

from collections.abc import Mapping

_CALLED: Mapping[str, Mapping[str, str]] = {
    "ru": {
        "UPK": "УПК РК", "UK": "УК РК", "UIK": "УИК РК", "KoAP": "КоАП РК", "UPK-RF": "УПК РФ", "UPK-KR": "УПК КР",
        "VCCR": "Венская конвенция о консульских сношениях",
    },
    "kk": {
        "UPK": "ҚР ҚПК", "UK": "ҚР ҚК", "UIK": "ҚР ҚАК", "KoAP": "ҚР ӘҚБтК", "UPK-RF": "РФ ҚПК", "UPK-KR": "ҚырР ҚПК",
        "VCCR": "Консулдық қатынастар туралы Вена конвенциясы",
    },
}  # fmt: skip


def act_name(act: str, language: str) -> str:
    """The name of an act in a language; one that is not known there, or a user's own, as it is written."""
    return _CALLED.get(language, {}).get(act, act)
