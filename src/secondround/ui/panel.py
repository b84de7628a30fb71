"""Our own HTML on a Gradio page: its buttons and lists are events that the server hears."""

from collections.abc import Callable, Sequence

import gradio as gr
from gradio.blocks import Block
from gradio.components import Component

Inputs = Component | Sequence[Component]

_JS = """
const tell = (source, value) => {
  const question = source.dataset.confirm;
  if (question && !window.confirm(question)) return;
  trigger('act', {what: source.dataset.do, which: source.dataset.which || '', value});
};
element.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-do]');
  if (button) tell(button, '');
});
element.addEventListener('change', (event) => {
  const list = event.target.closest('select[data-do]');
  if (list) tell(list, list.value);
});
"""


def panel(value: str | Callable[[], str] = "", elem_id: str | None = None) -> gr.HTML:
    """Shows HTML; a `<button data-do="remove" data-which="7">` in it raises an event for `on_act`.

    With `data-confirm` the person is asked first.
    """
    return gr.HTML(value, js_on_load=_JS, apply_default_css=False, elem_id=elem_id)


def on_act(
    source: gr.HTML, handler: Callable[..., object], inputs: Inputs, outputs: Sequence[Block]
) -> None:
    """Calls the handler with the inputs and the event of a button or list in a panel.

    The event is a `gr.EventData` with `what` (data-do), `which` (data-which, "" if none) and
    `value` (of a `<select>`, else "").
    """
    source.act(handler, inputs, outputs, show_progress="hidden", api_visibility="private")
