"""What every page has: the bar at the top, and one sentence when something went wrong."""

import functools
import inspect
from collections.abc import Callable, Iterator
from typing import Any, ParamSpec, TypeVar, cast

import gradio as gr
from gradio.components import Navbar

from secondround.app import App
from secondround.errors import SecondRoundError
from secondround.ui.panel import panel
from secondround.ui.templates import render

P = ParamSpec("P")
R = TypeVar("R")
Updates = dict[Any, Any]
"""What changes on a page: a component, and its new value or properties."""

PAGES = (
    ("Prepare", "/"),
    ("Interview", "/interview"),
    ("Review", "/review"),
    ("Settings", "/settings"),
)


def top(app: App, here: str) -> None:
    """The bar with the product's name, the pages and the engine in force."""
    Navbar(visible=False)
    panel(lambda: render("top", pages=PAGES, here=here, engine=app.engine), elem_id="top")


def sentences(handler: Callable[P, R]) -> Callable[P, R]:
    """Shows an error of ours as the sentence it is; a mistake of the program is not caught."""
    if inspect.isgeneratorfunction(handler):

        @functools.wraps(handler)
        def streaming(*args: P.args, **named: P.kwargs) -> Iterator[object]:
            try:
                yield from cast("Iterator[object]", handler(*args, **named))
            except SecondRoundError as error:
                raise gr.Error(str(error), print_exception=False, title="") from error

        return cast("Callable[P, R]", streaming)

    @functools.wraps(handler)
    def plain(*args: P.args, **named: P.kwargs) -> R:
        try:
            return handler(*args, **named)
        except SecondRoundError as error:
            raise gr.Error(str(error), print_exception=False, title="") from error

    return plain
