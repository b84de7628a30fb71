"""The structure holds: layers, imports that do nothing, modules one can read in one sitting."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "src" / "secondround").rglob("*.py"))
HEAVY = ("gradio", "chromadb", "langchain", "langchain_openai", "openai", "onnxruntime", "pypdf")


def test_imports_point_one_way_and_each_vendor_has_one_door():
    found = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout


def test_importing_any_module_but_the_pages_loads_nothing_heavy():
    names = [
        ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
        for path in MODULES
        if path.name not in ("__main__.py", "env.py") and "versions" not in path.parts
        if "ui" not in path.parts
    ]
    code = f"import sys, importlib; [importlib.import_module(n) for n in {names!r}];"
    code += f"print([h for h in {HEAVY!r} if h in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_fits_in_one_reading(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert ast.get_docstring(ast.parse(text)), "says what it is for"
