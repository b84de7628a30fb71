"""Our own HTML on a Gradio page: its buttons and lists are events that the server hears."""

from collections.abc import Callable, Sequence

import gradio as gr
from gradio.blocks import Block
from gradio.components import Component

Inputs = Component | Sequence[Component]

_JS = """
const open = new Set();
const drafts = new Map();
let spot = null;
let sent = null;
const tell = (source, value) => {
  const question = source.dataset.confirm;
  if (question && !window.confirm(question)) return;
  spot = source.dataset.which || '';
  trigger('act', {what: source.dataset.do, which: source.dataset.which || '', value});
};
element.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-do]');
  if (button) tell(button, button.value);
  const fold = event.target.closest('summary')?.parentElement;
  if (fold?.dataset.fold) open[fold.open ? 'delete' : 'add'](fold.dataset.fold);
});
element.addEventListener('change', (event) => {
  const list = event.target.closest('select[data-do]');
  if (list) tell(list, list.value);
});
element.addEventListener('input', (event) => {
  if (event.target.tagName === 'TEXTAREA') drafts.set(event.target.id, event.target.value);
});
element.addEventListener('submit', (event) => {
  const form = event.target.closest('form[data-do]');
  if (!form) return;
  event.preventDefault();
  sent = {fold: form.closest('[data-fold]')?.dataset.fold, draft: form.elements.value.id};
  tell(form, form.elements.value.value);
});

// New HTML is worked into the old: what was open stays open, a draft stays where it was typed, and
// the keyboard returns to what was acted on.
watch('value', () => {
  if (sent) {
    open.delete(sent.fold);
    drafts.delete(sent.draft);
    sent = null;
  }
  const all = (selector) => [...element.querySelectorAll(selector)];
  for (const fold of all('[data-fold]')) fold.open = open.has(fold.dataset.fold);
  for (const box of all('textarea')) box.value = drafts.get(box.id) ?? box.defaultValue;
  const spots = all('[data-spot]');
  if (spot !== null) (spots.find((each) => each.dataset.spot === spot) || spots[0])?.focus();
  spot = null;
});
"""


def panel(value: str | Callable[[], str] = "", elem_id: str | None = None) -> gr.HTML:
    """Shows HTML; a `<button data-do="remove" data-which="7">` in it raises an event for `on_act`.

    So do a `<select>` and a `<form>` with a field named `value`. With `data-confirm` the person is
    asked first. `<details data-fold="name">` stay open when the HTML changes, and what has
    `data-spot="7"` has the keyboard after something was done to 7.
    """
    return gr.HTML(value, js_on_load=_JS, apply_default_css=False, elem_id=elem_id)


def on_act(
    source: gr.HTML, handler: Callable[..., object], inputs: Inputs, outputs: Sequence[Block]
) -> None:
    """Calls the handler with the inputs and the event of a button or list in a panel.

    The event is a `gr.EventData` with `what` (data-do), `which` (data-which, "" if none) and
    `value` (of the button, `<select>` or form, else "").
    """
    source.act(handler, inputs, outputs, show_progress="hidden", api_visibility="private")
