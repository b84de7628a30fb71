"""PDF: running paragraphs, without what is printed on every page."""

import pytest

from materials import files
from secondround.errors import DocumentError
from secondround.materials.formats.pdf import read_pdf
from secondround.materials.formats.reading import finished
from secondround.materials.sample import Sample

LONG = "This line is as long as the lines of this page get before they are broken by"


def text_of(*pages):
    return finished(read_pdf(files.pdf(*pages))).text


def test_lines_that_the_printer_broke_are_joined():
    assert text_of([LONG, "the printer."]) == f"{LONG} the printer."
    assert text_of([LONG, "Nambiar, who runs the hub."]) == f"{LONG} Nambiar, who runs the hub."


def test_a_hyphen_at_the_end_of_a_line_is_undone_only_within_a_word():
    assert "the transport office" in text_of([LONG + " the trans-", "port office."])
    assert "level 3-5" in text_of([LONG + " level 3-5", "Next sentence ends here."])


def test_short_lines_headings_and_bullets_stay_lines():
    lines = ["Experience", "Shift Manager, 2023 to today", "• Led 22 drivers", "• Cut costs"]
    assert text_of(lines) == (
        "Experience\nShift Manager, 2023 to today\n- Led 22 drivers\n- Cut costs"
    )


def test_a_heading_after_a_full_line_without_a_full_stop_stays_a_line():
    assert text_of([LONG, "Education", "A diploma."]) == f"{LONG}\nEducation\nA diploma."


def test_what_stands_on_every_page_is_told_once_and_page_numbers_not_at_all():
    pages = [
        ["Dana Whitlock, curriculum vitae", f"Body {word}.", "More.", "Text.", f"Page {n} of 3"]
        for n, word in enumerate(("one", "two", "three"), 1)
    ]
    text = text_of(*pages)
    assert text.count("Dana Whitlock") == 1
    assert "Page" not in text
    for word in ("one", "two", "three"):
        assert f"Body {word}." in text


def test_a_sentence_that_runs_over_the_page_stays_one():
    assert "they were happy with it." in text_of(
        ["Title", "At the end they were"], ["happy with it."]
    )


def test_pages_without_text_are_named():
    reading = read_pdf(files.pdf(["A page that holds a good deal of text, more than forty."], []))
    assert reading.notices == ("Page 2 holds no text; pictures are not read.",)


def test_a_scan_is_refused():
    with pytest.raises(DocumentError, match="scanned"):
        read_pdf(files.picture_pdf(pages=3))


def test_the_title_is_the_documents_own():
    assert read_pdf(files.pdf([LONG], title="My résumé")).title == "My résumé"


def test_the_sample_resume_keeps_its_lines():
    [path] = [path for path in Sample().documents if path.suffix == ".pdf"]
    lines = finished(read_pdf(path.read_bytes())).text.splitlines()
    assert lines[0] == "Tess Calloway"
    assert "Other" in lines
    assert (
        "- Cut late deliveries from 9% to 4% in 14 months by moving the loading plan to the "
        "evening before and walking the dock at every shift change."
    ) in lines
    assert not any(line.startswith("Page ") for line in lines)
