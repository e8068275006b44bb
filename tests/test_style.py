"""The sizes, names and habits of the house hold in every file."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = ("db", "desktop", "resources", "tools", "benchmarks")
FILES = sorted(path.relative_to(ROOT).as_posix() for folder in CODE for path in (ROOT / folder).rglob("*.py"))
TESTS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("*.py"))
WINDOW = [file for file in FILES if file.startswith("desktop/ui/")]

BANNED_WORDS = frozenset(
    ("manager", "helper", "helpers", "util", "utils", "common", "data", "info", "handle", "handler", "process", "do")
)
NAMED_BY_LIBRARIES = {"data", "process_bind_param", "process_result_value"}  # Qt's and SQLAlchemy's, to be overridden
MIGRATIONS = "db/migrations/versions/"  # each is one long list of what it creates
MAIN_LOOP = "desktop/ui/app.py"  # QApplication.exec() itself
STATIC_DIALOGS = {
    "QMessageBox": {"about", "critical", "information", "question", "warning"},
    "QFileDialog": {"getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"},
    "QInputDialog": {"getDouble", "getInt", "getItem", "getMultiLineText", "getText"},
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree(file: str) -> ast.Module:
    """The parsed file."""
    return ast.parse((ROOT / file).read_text(encoding="utf-8"), file)


def functions(file: str) -> Iterator[Function]:
    """Every function and method of a file."""
    return (node for node in ast.walk(tree(file)) if isinstance(node, Function))


def classes(file: str) -> Iterator[ast.ClassDef]:
    """Every class of a file."""
    return (node for node in ast.walk(tree(file)) if isinstance(node, ast.ClassDef))


def calls(file: str) -> Iterator[tuple[int, str, str]]:
    """Every call of a file: its line, what it is called on (the last name only) and the name called."""
    for node in ast.walk(tree(file)):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name)):
                yield node.lineno, owner, name
            case ast.Call(func=ast.Attribute(attr=name)):
                yield node.lineno, "", name
            case ast.Call(func=ast.Name(id=name)):
                yield node.lineno, "", name
            case _:
                pass


def statements(function: Function) -> int:
    """How many statements a function has, without its docstring and the functions inside it."""
    waiting: list[ast.AST] = list(function.body[1:] if ast.get_docstring(function) else function.body)
    count = 0
    while waiting:
        node = waiting.pop()
        count += isinstance(node, ast.stmt)
        if not isinstance(node, Function):
            waiting.extend(ast.iter_child_nodes(node))
    return count


def words(name: str) -> set[str]:
    """The words of a name in snake_case or CamelCase."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def is_named_by_others(file: str, name: str) -> bool:
    """Whether a library chose this name: Qt calls us by mixedCase, which we never use ourselves."""
    is_mixed = bool(re.fullmatch(r"[a-z]+([A-Z][a-z0-9]*)+", name))
    return name in NAMED_BY_LIBRARIES or (file in WINDOW and is_mixed)


@pytest.mark.parametrize("file", FILES + TESTS)
def test_a_file_has_at_most_250_lines(file: str) -> None:
    lines = len((ROOT / file).read_text(encoding="utf-8").splitlines())

    assert lines <= 250 or file.startswith(MIGRATIONS)


@pytest.mark.parametrize("file", FILES)
def test_a_function_has_at_most_25_statements(file: str) -> None:
    sizes = {function.name: statements(function) for function in functions(file)}

    assert {name: size for name, size in sizes.items() if size > 25} == {} or file.startswith(MIGRATIONS)


@pytest.mark.parametrize("file", FILES)
def test_a_class_has_at_most_12_methods(file: str) -> None:
    sizes = {
        one.name: sum(isinstance(node, Function) and not node.name.startswith("__") for node in one.body)
        for one in classes(file)
    }

    assert {name: size for name, size in sizes.items() if size > 12} == {}


@pytest.mark.parametrize("file", FILES)
def test_every_module_and_public_class_and_function_says_what_it_is(file: str) -> None:
    public = [
        node
        for owner in (tree(file), *classes(file))
        for node in owner.body
        if isinstance(node, Function | ast.ClassDef)
        and not node.name.startswith("_")
        and not (isinstance(owner, ast.ClassDef) and owner.name.startswith("_"))
        and not is_named_by_others(file, node.name)
    ]

    assert ast.get_docstring(tree(file))
    assert [node.name for node in public if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("file", FILES)
def test_no_name_is_made_of_a_word_that_says_nothing(file: str) -> None:
    names = [Path(file).stem, *(one.name for one in classes(file))]
    names += [function.name for function in functions(file) if not is_named_by_others(file, function.name)]

    assert [name for name in names if words(name) & BANNED_WORDS] == []


@pytest.mark.parametrize("file", WINDOW)
def test_the_window_never_runs_a_loop_of_its_own_outside_dialogs(file: str) -> None:
    loops = [
        f"{line}: {owner}.{name}"
        for line, owner, name in calls(file)
        if name in STATIC_DIALOGS.get(owner, {"exec", "exec_"}) and file != MAIN_LOOP
    ]

    assert file.startswith("desktop/ui/dialogs/") or loops == []


@pytest.mark.parametrize("file", WINDOW)
def test_the_window_never_pumps_events_by_hand(file: str) -> None:
    assert [line for line, _, name in calls(file) if name == "processEvents"] == []


@pytest.mark.parametrize("file", WINDOW)
def test_signals_are_connected_to_names(file: str) -> None:
    connects = [node for node in ast.walk(tree(file)) if isinstance(node, ast.Call)]
    lambdas = [
        node.lineno
        for node in connects
        if isinstance(node.func, ast.Attribute)
        and node.func.attr == "connect"
        and any(isinstance(argument, ast.Lambda) for argument in node.args)
    ]

    assert lambdas == []


@pytest.mark.parametrize("file", FILES)
def test_no_file_names_a_part_of_qt_that_talks_to_a_network(file: str) -> None:
    names = {alias.name for node in ast.walk(tree(file)) if isinstance(node, ast.ImportFrom) for alias in node.names}
    names |= {alias.name for node in ast.walk(tree(file)) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree(file)) if isinstance(node, ast.ImportFrom)}

    assert [name for name in names if re.search(r"QtNetwork|QtWebEngine|QtWebSockets|QtHttp", name)] == []


def test_tests_use_real_parts() -> None:
    stand_ins = {"Mock", "MagicMock", "AsyncMock", "create_autospec", "patch", "setattr"}
    mocks = [f"{file}:{line}" for file in TESTS for line, _, name in calls(file) if name in stand_ins]
    tests = [function for file in TESTS for function in functions(file) if function.name.startswith("test_")]

    assert len(mocks) <= 0.05 * len(tests), mocks
