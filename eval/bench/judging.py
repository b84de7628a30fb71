"""How long the built-in coach takes to judge an answer of 250 words: `make bench`."""

import statistics
import time

from eval.star.cases import gold
from secondround.app import now
from secondround.critique.star import Tagger
from secondround.domain.critique import Answer, Part
from secondround.engines.builtin_critic import BuiltInCritic
from secondround.materials.embed import MiniLM

WORDS, ROUNDS, BAR = 250, 5, 100.0
"""Of an answer; how often each is judged; milliseconds that the median must stay below."""


def main() -> int:
    """Prints the figures; the exit status says whether the bar was missed."""
    critic = BuiltInCritic(Tagger(MiniLM()), now)
    answers = [_of_250_words(one.answer) for one in gold()]
    critic.judge(answers[0])
    waits = sorted(_wait(critic, answer) for answer in answers * ROUNDS)
    median, p95 = statistics.median(waits), statistics.quantiles(waits, n=20)[-1]
    print(f"an answer of {WORDS} words judged: median {median:.0f} ms, p95 {p95:.0f} ms")
    return int(median >= BAR)


def _of_250_words(answer: Answer) -> Answer:
    """The answer, begun again until it is long enough."""
    words = (answer.text.split() * WORDS)[:WORDS]
    return answer.model_copy(update={"parts": (Part(turn=0, text=" ".join(words)),)})


def _wait(critic: BuiltInCritic, answer: Answer) -> float:
    started = time.perf_counter()
    critic.judge(answer)
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    raise SystemExit(main())
