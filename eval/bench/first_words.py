"""How long one waits for the interviewer's first words after an answer: `make bench`.

The built-in coach is timed as it is. Of a model, only what the product adds counts: the same
scripted server on this machine is asked by the product and by OpenAI's bare client, in turns.
"""

import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from openai import OpenAI

from secondround.app import App
from secondround.domain.interview import Act, Mode, Phase
from secondround.settings import Settings

SERVER = Path(__file__).parents[2] / "tests" / "openai_server.py"
ANSWERS = 40
BUILT_IN_BAR = 300.0
ADDED_BAR = 100.0
"""Milliseconds at the median that must not be reached."""
ANSWER = (
    "In May our baker stopped delivering to us after two unpaid bills. I was in charge of "
    "purchasing, and the café had four days of bread left. I drove out to her, showed her our "
    "books and agreed on weekly payments, because a promise alone would not have done."
)


def main() -> int:
    """Prints the table; the exit status says whether a bar was missed."""
    with TemporaryDirectory() as home, _server() as address:
        built_in = _waits(App(Settings(home=Path(home), model="", base_url="")))
        model = Settings(home=Path(home), model="scripted", base_url=address)
        through_product, bare = _waits(App(model)), _bare_waits(address)
    added = [wait - statistics.median(bare) for wait in through_product]
    print(f"milliseconds to the first words, {ANSWERS} answers      median     p95     bar")
    missed = [
        _row("built-in coach, from answer to first words", built_in, BUILT_IN_BAR),
        _row("bare client, from call to first words", bare, None),
        _row("added by the product to a model's own time", added, ADDED_BAR),
    ]
    return int(any(missed))


def _waits(app: App) -> list[float]:
    """From each answer, taken and kept, to the first words of the next line."""
    app.warm()
    dossier, waits = app.sample(), list[float]()
    while len(waits) < ANSWERS:
        persona = app.session.personas(dossier.id)[0]
        talk = app.session.begin(
            dossier.id, persona_ids=[persona.id], mode=Mode.REALISTIC, questions=5
        )
        list(app.session.go_on(talk.id))
        while app.session.interview(talk.id).phase is Phase.QUESTIONS and len(waits) < ANSWERS:
            started = time.perf_counter()
            app.session.take(talk.id, Act.ANSWER, ANSWER)
            saying = app.session.go_on(talk.id)
            next(saying)
            waits.append(1000 * (time.perf_counter() - started))
            list(saying)
    return waits


def _bare_waits(address: str) -> list[float]:
    """From each call of OpenAI's own client to the first words of the reply."""
    client, waits = OpenAI(base_url=address, api_key="none"), list[float]()
    for _ in range(ANSWERS):
        started = time.perf_counter()
        reply = client.chat.completions.create(
            model="scripted", messages=[{"role": "user", "content": ANSWER * 10}], stream=True
        )
        next(chunk for chunk in reply if chunk.choices and chunk.choices[0].delta.content)
        waits.append(1000 * (time.perf_counter() - started))
        reply.close()
    return waits


def _row(what: str, waits: list[float], bar: float | None) -> bool:
    """Prints one line; whether the bar was missed."""
    median, high = statistics.median(waits), statistics.quantiles(waits, n=20)[-1]
    print(f"{what:48}{median:12.1f}{high:8.1f}{bar or '':>8}")
    return bar is not None and median >= bar


@contextmanager
def _server() -> Iterator[str]:
    """The scripted server in a process of its own, so that it takes no time from ours."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, str(SERVER), "--port", str(port)])
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"{SERVER.name} did not start")


if __name__ == "__main__":
    sys.exit(main())
