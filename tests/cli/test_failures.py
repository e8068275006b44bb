"""Whatever goes wrong ends in one clear line, the right exit code, and nothing half done."""

import json
import os
import pty
import subprocess
import sys
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest

from db.queries.cases import find
from db.rows import EventRow
from desktop.cli.program import language_of, run
from desktop.i18n import Language
from tests.builders import CHEAP, PASSPHRASE, TestClock, open_vault
from tests.case_files import a_case, write_case
from tests.terminals import Outcome, sandyq

ROOT = Path(__file__).parents[2]
REF = "KZ-2023-07"


def complained(outcome: Outcome) -> bool:
    """Whether there is one line on the error stream and nothing else was printed."""
    return outcome.out == "" and outcome.err.startswith("sandyq: ") and outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        (), ("fly",), ("cases",), ("cases", "v", "extra"), ("cases", "v", "--lang", "xx"), ("import", "v"),
        ("show", "v"), ("search", "v", "q", "--limit", "many"), ("brief", "v", "c"), ("export", "v", "c"),
        ("cases", "v", "--passphrase", "secret"), ("create", "v", "--json", "--bag"), ("history", "v", "r", "s"),
    ],
)  # fmt: skip
def test_wrong_use_is_2(words: tuple[str, ...]) -> None:
    outcome = sandyq(*words)
    assert outcome.code == 2
    assert complained(outcome)
    assert "--help" in outcome.err


def test_a_wrong_passphrase_is_3(folder: Path) -> None:
    outcome = sandyq("cases", folder, "--passphrase-file", "-", stdin="wrong\n")
    assert outcome.code == 3
    assert complained(outcome)


def test_a_mistyped_recovery_key_is_3(folder: Path) -> None:
    outcome = sandyq("recover", folder, "--recovery-key-file", "-", stdin="AAAA-BBBB\n")
    assert outcome.code == 3
    assert complained(outcome)


def test_bad_input_is_4_with_a_line_for_each_fault(folder: Path, tmp_path: Path) -> None:
    content = a_case()
    content["events"][0] |= {"place": "l9", "kind": "picnic"}
    outcome = sandyq("import", folder, write_case(tmp_path / "bad", content), "--json")
    assert (outcome.code, outcome.out) == (4, "")
    first, *faults = outcome.err.splitlines()
    assert first == "sandyq: The file has 2 faults; nothing was imported."
    assert [fault.split(":")[0] for fault in faults] == ["  events[0].kind", "  events[0].place"]


def test_of_several_files_the_bad_one_is_named_and_those_before_it_are_kept(folder: Path, tmp_path: Path) -> None:
    good = write_case(tmp_path / "good", a_case())
    bad = write_case(tmp_path / "bad", "{")
    outcome = sandyq("import", folder, good, bad)
    assert outcome.code == 4
    assert outcome.err.startswith(f"sandyq: {bad}: ")
    assert [case["ref"] for case in sandyq("cases", folder, "--json").json] == ["KZ-1", REF]


@pytest.mark.parametrize("words", [("--kind", "song"), ("--dated", "some day"), ("--dated", "05/01/2022")])
def test_an_unknown_kind_or_date_is_4(folder: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    outcome = sandyq("add", folder, REF, tmp_path / "a.txt", *words)
    assert outcome.code == 4
    assert complained(outcome)


def test_a_weak_passphrase_is_4_and_makes_no_vault(tmp_path: Path) -> None:
    outcome = sandyq("create", tmp_path / "v.sandyq", "--passphrase-file", "-", stdin="password\n")
    assert outcome.code == 4
    assert list(tmp_path.iterdir()) == []


def test_a_vault_is_never_made_over_something(folder: Path) -> None:
    assert sandyq("create", folder).code == 4
    assert sandyq("verify", folder).code == 0


@pytest.mark.parametrize("file", ["vault.db", "keyslots.json"])
def test_a_damaged_vault_is_5(folder: Path, file: str) -> None:
    for path in (folder / file, (folder / file).with_suffix(".bak")):
        if path.exists():
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    outcome = sandyq("cases", folder)
    assert outcome.code == 5
    assert complained(outcome)


def test_a_vault_in_use_is_6(folder: Path) -> None:
    vault = open_vault(folder)
    outcome = sandyq("cases", folder)
    vault.close()
    assert outcome.code == 6
    assert complained(outcome)


@pytest.mark.parametrize(
    "words", [("show", "NO-1"), ("timeline", "NO-1"), ("export", "NO-1", "--out", "x"), ("history", "NO-1"),
              ("search", "q", "--case", "NO-1"), ("import", "no-such-case.json")],
)  # fmt: skip
def test_what_is_not_there_is_9(folder: Path, words: tuple[str, ...]) -> None:
    verb, *rest = words
    outcome = sandyq(verb, folder, *rest)
    assert outcome.code == 9
    assert complained(outcome)


def test_no_vault_is_9_before_anybody_types_a_passphrase(tmp_path: Path) -> None:
    assert sandyq("cases", tmp_path / "none", "--passphrase-file", tmp_path / "none").code == 9
    assert sandyq("recover", tmp_path / "none", "--recovery-key-file", tmp_path / "none").code == 9
    assert sandyq("cases", tmp_path).code == 9


def test_ctrl_c_is_10_and_nothing_is_kept(folder: Path, tmp_path: Path) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    outcome = sandyq("import", folder, write_case(tmp_path / "more", a_case()), clock=interrupted)
    assert outcome.code == 10
    assert complained(outcome)
    assert len(sandyq("cases", folder, "--json").json) == 1


def test_our_own_mistake_is_1_without_its_text(folder: Path, tmp_path: Path) -> None:
    def broken() -> None:
        message = "secret text"
        raise LookupError(message)

    outcome = sandyq("import", folder, write_case(tmp_path / "more", a_case()), clock=broken)
    assert outcome.code == 1
    assert complained(outcome)
    assert "secret" not in outcome.err


@pytest.mark.parametrize(
    ("words", "stdin"), [((), ""), (("--passphrase-file", "-"), ""), (("--passphrase-file", "no-such-file"), "")]
)
def test_without_a_passphrase_nothing_is_asked_of_nobody(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], stdin: str
) -> None:
    monkeypatch.delenv("SANDYQ_PASSPHRASE")
    outcome = sandyq("cases", folder, *words, stdin=stdin)
    assert outcome.code in {2, 4}
    assert complained(outcome)


def test_a_terminal_is_asked_twice_for_a_new_passphrase_and_shows_neither(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "SANDYQ_PASSPHRASE"}
    with subprocess.Popen(
        [sys.executable, "-m", "desktop", "create", str(tmp_path / "v")], cwd=ROOT, env=environment,
        stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
    ) as program:  # fmt: skip
        os.close(theirs)
        screen = b""
        for prompt, answer in ((b"New passphrase: ", b"one thing\n"), (b"again: ", b"another thing\n")):
            while not screen.endswith(prompt):
                screen += os.read(ours, 1000)
            os.write(ours, answer)
        assert program.wait(timeout=30) == 4
    screen += os.read(ours, 1000)
    os.close(ours)
    assert b"thing" not in screen
    assert not (tmp_path / "v").exists()


def test_help_needs_no_vault_and_loads_neither_window_nor_database() -> None:
    code = (
        "import sys; from desktop.__main__ import main; code = main(['--help'])\n"
        "heavy = {'PySide6', 'sqlalchemy', 'sqlcipher3', 'nacl', 'reportlab', 'jsonschema_rs', 'babel'}\n"
        "print(code, sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    outcome = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert outcome.stderr == "0 []\n"
    assert "import" in outcome.stdout


def test_a_terminal_without_unicode_gets_escapes_and_valid_json(folder: Path) -> None:
    for words in (["show", str(folder), REF], ["show", str(folder), REF, "--json"]):
        raw = BytesIO()
        out = TextIOWrapper(raw, encoding="ascii", errors="backslashreplace")
        assert run(words, clock=TestClock(), stdin=StringIO(), stdout=out, stderr=StringIO(), floor=CHEAP) == 0
        out.flush()
    assert json.loads(raw.getvalue())["title"] == "Дело об аэропорте"


def test_what_is_printed_cannot_steer_the_terminal(folder: Path) -> None:
    vault = open_vault(folder)
    with vault.read() as session:
        case = find(session, REF)
    with vault.change("add-event") as change:  # no operation would keep it
        change.put(EventRow("", case.id, "other", title="\x1b[2Jgone\u202e"))
    vault.close()
    printed = sandyq("timeline", folder, REF).out
    assert "�[2Jgone�" in printed
    assert "\x1b" not in printed


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        ([], {}, Language.ENGLISH),
        ([], {"LANG": "kk_KZ.UTF-8"}, Language.KAZAKH),
        ([], {"LC_ALL": "C", "LANG": "ru_RU"}, Language.ENGLISH),
        (["--lang", "ru", "cases"], {"LANG": "kk_KZ"}, Language.RUSSIAN),
        (["cases", "v", "--lang=kk"], {}, Language.KAZAKH),
        (["--lang", "ru", "brief", "v", "--lang", "kk"], {}, Language.RUSSIAN),
        (["brief", "v", "--lang", "kk"], {}, Language.ENGLISH),
        (["--lang"], {}, Language.ENGLISH),
    ],
)
def test_messages_speak_the_language_asked_for_else_that_of_the_terminal(
    words: list[str], environment: dict[str, str], language: Language
) -> None:
    assert language_of(words, environment) is language


def test_the_passphrase_is_not_found_in_what_is_printed(folder: Path) -> None:
    outcomes = [sandyq("cases", folder), sandyq("cases", folder, "--passphrase-file", "-", stdin="not the right one")]
    assert all(PASSPHRASE not in outcome.out + outcome.err for outcome in outcomes)
    assert "not the right one" not in outcomes[1].err
