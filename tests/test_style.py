"""The sizes, names and habits of the house hold in every file."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

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


def is_named_by_others(name: str) -> bool:
    """Whether a library chose this name: Qt and ReportLab call us by mixedCase, which we never use ourselves."""
    return name in NAMED_BY_LIBRARIES or bool(re.fullmatch(r"[a-z]+([A-Z][a-z0-9]*)+", name))


def breaches(files: list[str], breach: Callable[[str], object]) -> dict[str, object]:
    """What is wrong, by file; a file where nothing is wrong is not in it."""
    return {file: found for file in files if (found := breach(file))}


def public(file: str) -> Iterator[Function | ast.ClassDef]:
    """The functions and classes of a module, and the methods of its public classes, that others may use."""
    owners = (tree(file), *(one for one in classes(file) if not one.name.startswith("_")))
    for node in (node for owner in owners for node in owner.body):
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node


def test_a_file_has_at_most_250_lines() -> None:
    def length(file: str) -> int:
        lines = len((ROOT / file).read_text(encoding="utf-8").splitlines())
        return lines if lines > 250 and not file.startswith(MIGRATIONS) else 0

    assert breaches(FILES + TESTS, length) == {}


def test_a_function_has_at_most_25_statements() -> None:
    def long_ones(file: str) -> list[str]:
        return [function.name for function in functions(file) if statements(function) > 25]

    assert breaches([file for file in FILES if not file.startswith(MIGRATIONS)], long_ones) == {}


def test_a_class_has_at_most_12_methods() -> None:
    def size(one: ast.ClassDef) -> int:
        methods = (node.name for node in one.body if isinstance(node, Function) and not node.name.startswith("__"))
        return sum(not is_named_by_others(name) for name in methods)

    def big_ones(file: str) -> dict[str, int]:
        return {one.name: size(one) for one in classes(file) if size(one) > 12}

    assert breaches(FILES, big_ones) == {}


def test_every_module_and_public_class_and_function_says_what_it_is() -> None:
    def silent(file: str) -> list[str]:
        names = [node.name for node in public(file) if not ast.get_docstring(node)]
        names = [name for name in names if not is_named_by_others(name)]
        return names if ast.get_docstring(tree(file)) else ["the module", *names]

    assert breaches(FILES, silent) == {}


def test_no_name_is_made_of_a_word_that_says_nothing() -> None:
    def empty_words(file: str) -> list[str]:
        names = [Path(file).stem, *(one.name for one in classes(file)), *(one.name for one in functions(file))]
        return [name for name in names if words(name) & BANNED_WORDS and not is_named_by_others(name)]

    assert breaches(FILES, empty_words) == {}


def test_the_window_never_runs_a_loop_of_its_own_outside_dialogs() -> None:
    def loops(file: str) -> list[str]:
        return [f"{line}: {owner}.{name}" for line, owner, name in calls(file) if is_loop(owner, name)]

    def is_loop(owner: str, name: str) -> bool:
        return name in STATIC_DIALOGS.get(owner, {"exec", "exec_"})

    outside = [file for file in WINDOW if not file.startswith("desktop/ui/dialogs/") and file != MAIN_LOOP]
    assert breaches(outside, loops) == {}


def test_the_window_never_pumps_events_by_hand() -> None:
    def pumps(file: str) -> list[int]:
        return [line for line, _, name in calls(file) if name == "processEvents"]

    assert breaches(WINDOW, pumps) == {}


def test_signals_are_connected_to_names() -> None:
    def lambdas(file: str) -> list[int]:
        connects = (node for node in ast.walk(tree(file)) if isinstance(node, ast.Call))
        return [
            node.lineno
            for node in connects
            if isinstance(node.func, ast.Attribute)
            and node.func.attr == "connect"
            and any(isinstance(argument, ast.Lambda) for argument in node.args)
        ]

    assert breaches(WINDOW, lambdas) == {}


def test_no_file_imports_a_part_of_qt_that_talks_to_a_network() -> None:
    def talkers(file: str) -> list[str]:
        lines = (ast.unparse(node) for node in ast.walk(tree(file)) if isinstance(node, ast.Import | ast.ImportFrom))
        return [line for line in lines if re.search(r"QtNetwork|QtWeb|QtHttp|QtRemoteObjects", line)]

    assert breaches(FILES, talkers) == {}


def test_tests_use_real_parts() -> None:
    stand_ins = {"Mock", "MagicMock", "AsyncMock", "create_autospec", "patch", "setattr"}
    mocks = [f"{file}:{line}" for file in TESTS for line, _, name in calls(file) if name in stand_ins]
    tests = [function for file in TESTS for function in functions(file) if function.name.startswith("test_")]

    assert len(mocks) <= 0.05 * len(tests), mocks
