"""Whatever a case holds, export, import and export again give the same bytes, and nothing is lost on the way.

And whatever is done to a case file, it is either taken whole or refused with the place of what is wrong.
"""

import copy
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from db.vault import Vault
from desktop.errors import Fault, InputFaults
from desktop.operations.exchange import export_case, import_case
from tests.builders import new_vault
from tests.case_files import full_case, nothing_changes, write_case
from tests.case_strategies import Content, cases

ODD: st.SearchStrategy[Any] = st.sampled_from([
    None, True, 5, -1, 1.5, 1e300, "", " ", "x" * 5_000, [], {}, [[]], ["p1"], {"edtf": "2022"}, "p1", "e1", "d99",
    "2022-02-30", "=cmd()", "\u202e", "no-such-term",
])  # fmt: skip


@settings(max_examples=15, phases=[Phase.explicit, Phase.generate])  # to shrink a case takes minutes
@given(cases())
def test_export_import_export_is_the_same_to_the_byte(content: Content) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        exports: list[bytes] = []
        source = write_case(folder / "in", content)
        for number in range(2):
            (folder / str(number)).mkdir()
            vault = new_vault(folder / str(number))
            case = import_case(vault, source).result.case_id
            source = export_case(vault, case, folder / f"out{number}").result / "case.json"
            exports.append(source.read_bytes())
            vault.close()
    assert exports[0] == exports[1]
    assert json.loads(exports[0]) == content


def spots(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value inside a JSON value."""
    inner: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inner = list(cast("Content", value).items())
    elif isinstance(value, list):
        inner = list(enumerate(cast("list[Any]", value)))
    return [found for key, part in inner for found in ((*path, key), *spots(part, (*path, key)))]


@st.composite
def damaged_cases(draw: st.DrawFn) -> Content:
    """The case that uses every key, with one to three of its values dropped, doubled, swapped or made odd."""
    content: Any = full_case()
    for _damage in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(spots(content)))
        holder: Any = content
        for key in path[:-1]:
            holder = holder[key]
        how = draw(st.sampled_from(["drop", "odd", "twice"]))
        if how == "drop":
            del holder[path[-1]]
        elif how == "twice" and isinstance(holder, list):
            listed = cast("list[Any]", holder)
            listed.append(copy.deepcopy(listed[path[-1]]))
        else:
            holder[path[-1]] = draw(ODD)
    return content


def import_or_refuse(vault: Vault, file: Path) -> str | None:
    """The case that was imported; ``None`` when it was refused with a sentence for every fault."""
    before = (vault.folder / "vault.db").read_bytes()
    refused: Sequence[Fault] = ()
    try:
        return import_case(vault, file).result.case_id
    except InputFaults as error:
        refused = error.faults
    assert refused
    assert all(fault.what for fault in refused)
    assert (vault.folder / "vault.db").read_bytes() == before
    return None


@settings(max_examples=60, phases=[Phase.explicit, Phase.generate])
@given(st.lists(damaged_cases(), min_size=1, max_size=4))
def test_a_damaged_case_is_taken_whole_or_refused_with_its_place(contents: list[Content]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        vault = new_vault(folder)
        for number, content in enumerate(contents):
            case = import_or_refuse(vault, write_case(folder / f"in{number}", content))
            if case:
                export_case(vault, case, folder / f"out{number}")
                (folder / f"again{number}").mkdir()
                other = new_vault(folder / f"again{number}")
                again = import_case(other, folder / f"out{number}").result.case_id
                export_case(other, again, folder / f"twice{number}")
                other.close()
                texts = [(folder / f"{way}{number}" / "case.json").read_bytes() for way in ("out", "twice")]
                assert texts[0] == texts[1]
                break  # the reference is taken now
        vault.close()


@settings(max_examples=25, phases=[Phase.explicit, Phase.generate])
@given(st.data())
def test_a_file_cut_off_or_scrambled_anywhere_is_refused(data: st.DataObject) -> None:
    whole = json.dumps(full_case(), ensure_ascii=False).encode()
    cut = data.draw(st.integers(0, len(whole) - 1))
    odd = data.draw(st.binary(max_size=20))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        vault = new_vault(folder)
        file = write_case(folder / "in", whole[:cut] + odd)
        with nothing_changes(vault):
            assert import_or_refuse(vault, file) is None
        vault.close()
