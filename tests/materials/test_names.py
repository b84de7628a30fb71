"""File names for display: no path, nothing invisible, never empty."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondround.materials.names import LONGEST, clean


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("notes.md", "notes.md"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\Tess\Documents\CV.pdf", "CV.pdf"),
        ("folder/", "folder"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("a\x00b\nc\u200b.txt", "abc.txt"),
        ("  many   spaces .pdf", "many spaces .pdf"),
        ("Re\u0301sume\u0301.pdf", "Résumé.pdf"),
        ("👩‍💻 notes 🎉.md", "👩‍💻 notes 🎉.md"),
        ("日本語.docx", "日本語.docx"),
        (".env", "env"),
        ("", "document"),
        ("..", "document"),
        ("///", "document"),
        ("\u202e\u200d\x07", "document"),
    ],
)
def test_a_name_is_shown_without_what_does_not_belong(name, shown):
    assert clean(name) == shown


def test_a_long_name_is_cut_and_keeps_its_ending():
    shown = clean("a" * 300 + ".docx")
    assert len(shown) == LONGEST
    assert shown.endswith("a….docx")
    assert len(clean("b" * 300)) == LONGEST
    assert len(clean("c." + "d" * 300)) == LONGEST


@given(st.text(max_size=300))
def test_any_name_becomes_one_that_can_be_shown(name):
    shown = clean(name)
    assert 0 < len(shown) <= LONGEST
    assert not set(shown) & set("/\\\n\0")
    assert shown == unicodedata.normalize("NFC", shown) == clean(shown)
    assert shown.encode()
