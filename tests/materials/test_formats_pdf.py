"""PDF: running paragraphs, without what is printed on every page."""

import io
import time

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


def test_each_page_is_known_by_where_it_begins_in_the_text():
    body = "A page that says a good deal about the"
    pages = [f"{body} hub.", f"{body} depot that"], ["runs on here."], ["Last page, and no more."]
    reading = finished(read_pdf(files.pdf(*pages)))
    first, second, third = reading.pages
    assert first == 0
    assert reading.text[second:].startswith("runs on here.")
    assert reading.text[second - 1] == " "
    assert reading.text[third:] == "Last page, and no more."


def test_a_number_alone_at_the_edge_of_a_page_is_no_text():
    assert text_of(["The first office opened in Leeds.", "3"], ["More of it.", "- 4 -"]) == (
        "The first office opened in Leeds.\n\nMore of it."
    )


LEFT = [
    "The hub moved its loading plan",
    "to the evening before and that",
    "changed a good deal about it.",
    "Drivers now find the pallets",
    "waiting at the dock at once.",
]
RIGHT = [
    "Priya wants the same to be",
    "done in Nottingham, where the",
    "floor is smaller and trains",
    "come later. She asked what we",
    "would change about it first.",
]


@pytest.mark.parametrize("by_row", [True, False])
def test_two_columns_are_read_one_after_the_other(by_row):
    def draw(canvas):
        canvas.drawString(50, 800, "Company brief")
        places = [(50, y, words) for y, words in enumerate(LEFT)]
        places += [(300, y, words) for y, words in enumerate(RIGHT)]
        for x, y, words in sorted(places, key=lambda place: place[1] if by_row else place[0]):
            canvas.drawString(x, 770 - 15 * y, words)

    text = finished(read_pdf(files.drawn(draw))).text
    assert text.startswith("Company brief\n")
    assert "changed a good deal about it.\nDrivers now find the pallets waiting at the dock" in text
    assert text.endswith(" ".join(RIGHT))


def laid_out(*flowables):
    from reportlab.platypus import SimpleDocTemplate

    out = io.BytesIO()
    SimpleDocTemplate(out).build(list(flowables))
    return finished(read_pdf(out.getvalue())).text


def test_a_row_of_a_table_is_a_line_that_names_each_value():
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, Table

    normal = getSampleStyleSheet()["Normal"]
    rows = [["Measure", "Year to June 2025", "2026"], ["Sales", "£12 million", "£14 million"],
            ["Late deliveries of all kinds", "9%", "4%"]]  # fmt: skip
    text = laid_out(Paragraph("Key figures", normal), Table(rows), Paragraph("The end.", normal))
    assert text == (
        "Key figures\n\n"
        "Measure: Sales; Year to June 2025: £12 million; 2026: £14 million\n"
        "Measure: Late deliveries of all kinds; Year to June 2025: 9%; 2026: 4%\n\nThe end."
    )


def test_names_and_values_side_by_side_are_pairs():
    def draw(canvas):
        for y, (name, value) in enumerate([("Reports to", "Priya"), ("Leads", "33 people"),
                                           ("Place", "Leeds")]):  # fmt: skip
            canvas.drawString(50, 700 - 20 * y, name)
            canvas.drawString(250, 700 - 20 * y, value)

    text = finished(read_pdf(files.drawn(draw))).text
    assert text == "Reports to: Priya\nLeads: 33 people\nPlace: Leeds"


def test_a_report_of_many_pages_is_read_in_good_time():
    page = [f"Line {n} of the report says something on the hubs." for n in range(45)]
    began = time.process_time()
    reading = finished(read_pdf(files.pdf(*[page] * 100)))
    assert len(reading.pages) == 100
    assert time.process_time() - began < 20


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
