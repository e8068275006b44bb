"""One case tells what is to be proved in it, how far that is, and which injuries are on file."""

from pathlib import Path

from tests.terminals import sandyq

REF = "KZ-2023-07"


def test_show_prints_issues_and_injuries(folder: Path) -> None:
    shown = sandyq("show", folder, REF, "--json").json
    ids = {one["id"] for one in shown["issues"]}

    assert shown["issues"]
    assert all(one["parent"] is None or one["parent"] in ids for one in shown["issues"])
    assert sum(one["supports"] + one["contradicts"] + one["mentions"] for one in shown["issues"]) > 0
    assert shown["injuries"]
    assert all(one["name"] and one["sources"] >= 0 for one in shown["injuries"])
    assert not any({"depth", "told"} & set(one) for one in (*shown["issues"], *shown["injuries"]))

    text = sandyq("show", folder, REF).out
    assert "Issues" in text
    assert "Injuries" in text
    assert shown["issues"][0]["title"] in text
