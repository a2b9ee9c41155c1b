"""How Kinweek is built, held by tests: imports point one way, and each thing has one place."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("activities", "planner", "ui")
BELOW = {"activities": set(), "planner": {"activities"}, "ui": {"activities", "planner"}}
FILES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for package in PACKAGES
    for path in sorted((ROOT / package).rglob("*.py"))
}
CLOCKS = {
    "planner.storage.keys",  # keys and nonces of a sealed store are chance or they are nothing
    "planner.storage.sealing",
    "ui.app",
    "ui.cli",
    "ui.command_folder",
}
"""The only modules that may ask for the time, a new id, or chance."""

LONG_FILES = {
    "planner.model": "every noun in one place",
    "planner.storage.database": "what a commit, a snapshot and a backup share is one lock",
    "ui.main_window": "joins every page; the next part that can stand alone moves out",
    "ui.week_header": "one row with its menu and its narrow form",
    "ui.week_page": "grid, panel and form of one week and who has the room",
}
LONG_FUNCTIONS = {
    "planner.fill.prepare.set_up": "one board, field by field",
    "planner.documents.family_document": "one document, field by field",
    "planner.question.instance_for": "one question, field by field",
    "ui.activity_panel.__init__": "one panel, part by part",
    "ui.family_page._build": "one page, section by section",
    "planner.sheet.week_sheet": "one sheet, field by field",
    "ui.entry_form._build": "one form, row by row",
    "ui.main_window.__init__": "one window, part by part",
}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(FILES[module].read_text(encoding="utf-8"))


@cache
def parents(module: str) -> dict[ast.AST, ast.AST]:
    return {child: node for node in ast.walk(tree(module)) for child in ast.iter_child_nodes(node)}


def is_late(module: str, node: ast.AST) -> bool:
    """Whether this stands in a function or is for the type checker alone."""
    above = parents(module)
    while node in above:
        node = above[node]
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            return True
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            return True
    return False


@cache
def imports(module: str, *, at_load: bool = False) -> frozenset[str]:
    """Every module named by an import statement of this one; names of packages are followed."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            names = {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            names = {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
        else:
            continue
        if not (at_load and is_late(module, node)):
            found |= names
    return frozenset(found)


def top(name: str) -> str:
    return name.partition(".")[0]


def dotted(node: ast.AST) -> str:
    """`datetime.now` for the expression of that name, `""` for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


def calls(module: str) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(module)) if isinstance(node, ast.Call))


def test_there_is_something_to_look_at():
    assert len(FILES) > 100
    assert {top(name) for name in FILES} == set(PACKAGES)


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_point_one_way(package):
    allowed = BELOW[package] | {package}
    wrong = {
        (module, name)
        for module in FILES
        if top(module) == package
        for name in imports(module)
        if top(name) in PACKAGES and top(name) not in allowed
    }
    assert not wrong


def test_there_is_no_screen_below_the_ui():
    wrong = {
        module
        for module in FILES
        if top(module) != "ui" and "PySide6" in {top(name) for name in imports(module)}
    }
    assert not wrong


def test_fill_knows_nothing_of_the_rest():
    wrong = {
        (module, name)
        for module in FILES
        if module.startswith("planner.fill")
        for name in imports(module)
        if top(name) in PACKAGES and not name.startswith("planner.fill")
    }
    assert wrong <= {("planner.fill.__main__", "planner"), ("planner.fill", "planner")}


def test_only_the_storage_knows_its_database():
    wrong = {
        module
        for module in FILES
        if "tinydb" in {top(name) for name in imports(module)}
        and not module.startswith("planner.storage")
    }
    assert not wrong


CLOCK_CALLS = re.compile(
    r"(date|datetime)\.(today|now|utcnow)|time\.(time|time_ns|localtime)|uuid.*|os\.urandom"
    r"|secrets\..*|random\.\w+|Q(Date|Time|DateTime)\.current\w+|QUuid\.createUuid"
)


def test_clocks_ids_and_chance_stand_in_the_entrances_alone():
    wrong = {
        f"{module}:{call.lineno}: {dotted(call.func)}"
        for module in FILES.keys() - CLOCKS
        for call in calls(module)
        if CLOCK_CALLS.fullmatch(dotted(call.func))
        or (dotted(call.func).endswith("Random") and not call.args)
    }
    assert not wrong


def test_nobody_imports_chance_by_the_back_door():
    wrong = {
        (module, name)
        for module in FILES.keys() - CLOCKS
        for name in imports(module)
        if top(name) in {"uuid", "secrets"}
        or (top(name) == "random" and name[:13] != "random.Random")
        if name != "random"
    }
    assert not wrong


def texts(module: str) -> Iterator[ast.Constant]:
    """The strings of a module that are not docstrings."""
    above = parents(module)
    return (
        node
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and not isinstance(above[node], ast.Expr)
    )


def test_colours_stand_in_the_theme_alone():
    colour = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
    wrong = {
        f"{module}:{node.lineno}: {node.value}"
        for module in FILES
        if top(module) == "ui" and module != "ui.theme"
        for node in texts(module)
        if colour.search(node.value)
    }
    wrong |= {
        f"{module}:{call.lineno}: QColor"
        for module in FILES
        if top(module) == "ui" and module != "ui.theme"
        for call in calls(module)
        if dotted(call.func).endswith("QColor")
        and call.args
        and all(isinstance(argument, ast.Constant) for argument in call.args)
    }
    assert not wrong


SHOWN = {
    "setText", "setWindowTitle", "setToolTip", "setPlaceholderText", "setAccessibleName",
    "setAccessibleDescription", "setTitle", "setPrefix", "setSuffix", "setStatusTip", "addAction",
    "addItem", "addRow", "addTab", "QLabel", "QPushButton", "QAction", "QCheckBox", "QRadioButton",
    "QGroupBox", "QToolButton", "label", "button", "show_words", "show_notice",
}  # fmt: skip
PROSE = re.compile(r"[^\W\d_]{2,}[’'…:,.]* +[^\W\d_]{2,}")
"""Two words beside each other. One word, a number or a style sheet is no sentence."""


def spoken(node: ast.AST) -> Iterator[ast.Constant]:
    """The strings an argument is made of, but for those that are looked up or are style."""
    for inside in ast.walk(node):
        if isinstance(inside, ast.Constant) and isinstance(inside.value, str):
            yield inside


def test_what_the_family_reads_stands_in_the_texts_alone():
    wrong = {
        f"{module}:{call.lineno}: {node.value!r}"
        for module in FILES
        if top(module) == "ui" and not module.startswith("ui.text")
        for call in calls(module)
        if dotted(call.func).rpartition(".")[2] in SHOWN
        for argument in (*call.args, *(keyword.value for keyword in call.keywords))
        for node in spoken(argument)
        if PROSE.search(node.value) and "{" not in node.value
    }
    assert not wrong


def test_the_planner_makes_no_sentence_for_the_family():
    """It raises errors in words, for want of a better place, and says nothing else."""
    wrong = {
        f"{module}:{call.lineno}"
        for module in FILES
        if top(module) != "ui"
        for call in calls(module)
        if dotted(call.func) in {"tr", "print", "QCoreApplication.translate"}
    }
    assert not wrong


def test_a_file_is_short_enough_to_read_at_once():
    long = {
        module: lines
        for module, path in FILES.items()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long.keys() <= LONG_FILES.keys(), long
    assert max(long.values(), default=0) <= 400


def functions(module: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{module}.{node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_a_function_is_short_enough_to_see_at_once():
    long = {name: lines for m in FILES for name, lines in functions(m) if lines > 40}
    assert long.keys() <= LONG_FUNCTIONS.keys(), long
    assert max(long.values(), default=0) <= 60


def cycles(edges: dict[str, set[str]]) -> list[set[str]]:
    """Groups of modules each of which leads back to itself (Tarjan's strong components)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[set[str]] = []

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in edges[node]:
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            group = set(stack[stack.index(node) :])
            del stack[stack.index(node) :]
            if len(group) > 1 or node in edges[node]:
                found.append(group)

    for node in edges:
        if node not in index:
            visit(node)
    return found


def test_no_module_needs_itself_to_be_loaded():
    edges = {
        m: {name for name in imports(m, at_load=True) if name in FILES and name != m} for m in FILES
    }
    for module, needed in edges.items():  # a package is not needed by what is imported from it
        needed -= {n for n in needed if module.startswith(f"{n}.")}
    assert cycles(edges) == []


def test_a_cycle_would_be_seen():
    assert cycles({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == [{"b", "c"}]


def test_every_module_says_in_a_sentence_what_it_is_for():
    wrong = {
        module
        for module in FILES
        if not (ast.get_docstring(tree(module)) or "")
        .partition("\n")[0]
        .rstrip()
        .endswith((".", ":"))
    }
    assert not wrong
