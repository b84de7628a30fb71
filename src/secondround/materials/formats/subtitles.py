"""Reads the transcript of a recorded call as saved for players (VTT, SRT): who said what."""

import html
import re
from collections.abc import Iterator

from secondround.materials.formats.encoding import decode
from secondround.materials.formats.reading import Reading

_TIME = r"(?:\d+:)?\d\d:\d\d[.,]\d{3}"
_TIMING = re.compile(rf"\s*{_TIME}\s+-->\s+{_TIME}.*")
_LOOKS = re.compile(rf"\ufeff?(?:WEBVTT\b|\s*\d+\s*\r?\n{_TIME} --> {_TIME})")
_VOICE = re.compile(r"<v(?:\.[\w.]+)? ([^>]{1,80})>")
_TAG = re.compile(r"</?[a-z\d][^<>]{0,80}>", re.IGNORECASE)
_SPEAKER = re.compile(r"([^\W\d_][^:\n]{0,40}): +(.*)", re.DOTALL)


def looks_like_subtitles(text: str) -> bool:
    """Whether a text begins as such a file does."""
    return _LOOKS.match(text) is not None


def read_subtitles(data: bytes) -> Reading:
    """A line for each turn, after the speaker's name; without times. Raises: DocumentError."""
    turns: list[tuple[str, str]] = []
    for speaker, words in _cues(decode(data)):
        if turns and speaker in ("", turns[-1][0]):
            turns[-1] = (turns[-1][0], f"{turns[-1][1]} {words}")
        else:
            turns.append((speaker, words))
    lines = (f"{speaker}: {words}" if speaker else words for speaker, words in turns)
    return Reading("\n\n".join(lines))


def _cues(text: str) -> Iterator[tuple[str, str]]:
    """Speaker, or "", and words of each cue."""
    for block in re.split(r"(?:\r?\n){2,}", text):
        lines = block.strip().splitlines()
        timed = next((i for i, line in enumerate(lines) if _TIMING.fullmatch(line)), None)
        if timed is not None and (words := " ".join(lines[timed + 1 :]).strip()):
            yield _said(words)


def _said(words: str) -> tuple[str, str]:
    voice = _VOICE.search(words)
    plain = " ".join(html.unescape(_TAG.sub("", words)).split())
    if voice:
        return voice[1].strip(), plain
    named = _SPEAKER.fullmatch(plain)
    return (named[1].strip(), named[2]) if named else ("", plain)
