"""Word and PowerPoint: headings, lists, tables, boxes and notes, in reading order."""

from materials import files
from secondround.materials.formats.reading import finished
from secondround.materials.formats.slides import read_pptx
from secondround.materials.formats.word import read_docx
from secondround.materials.sample import Sample


def text_of(build):
    return read_docx(files.word(build)).text


def test_headings_paragraphs_and_lists_keep_their_form_and_order():
    def build(document):
        document.add_heading("Operations Lead", 0)
        document.add_paragraph("Based in Sheffield.")
        document.add_heading("Duties", 2)
        document.add_paragraph("Plan", style="List Bullet")
        document.add_paragraph("Lead", style="List Number")

    assert (
        text_of(build) == "# Operations Lead\n\nBased in Sheffield.\n\n## Duties\n\n- Plan\n- Lead"
    )


def test_a_table_between_paragraphs_stays_between_them():
    def build(document):
        document.add_paragraph("Before")
        files.word_table(document, [["Reports to", "Priya"], ["Leads", "33 people"]])
        document.add_paragraph("After")

    assert text_of(build) == "Before\n\nReports to: Priya\nLeads: 33 people\n\nAfter"


def test_a_row_that_is_marked_as_header_names_the_columns():
    rows = [["Name", "Role"], ["Callum", "Shift lead"]]
    assert text_of(lambda d: files.word_table(d, rows, headed=True)) == (
        "Name: Callum; Role: Shift lead"
    )


def test_a_table_that_only_arranges_the_page_is_opened():
    def build(document):
        table = document.add_table(1, 2)
        table.cell(0, 0).text = "Skills\nPlanning\nLeading\nDriving"
        right = table.cell(0, 1)
        right.text = "Shift lead since 2019"
        files.word_table(right, [["Depot", "Leeds"]])

    text = text_of(build)
    assert "Shift lead since 2019" in text
    assert "Depot: Leeds" in text


def test_a_merged_cell_is_told_once():
    def build(document):
        table = files.word_table(document, [["Spring", "", "x"], ["a", "b", "c"]])
        table.cell(0, 0).merge(table.cell(0, 1))

    assert text_of(build).count("Spring") == 1


def test_tracked_insertions_count_and_deletions_do_not():
    def build(document):
        paragraph = document.add_paragraph("We cut it from 9% to ")
        files.tracked(paragraph, "w:del", "4%")
        files.tracked(paragraph, "w:ins", "3%")

    assert text_of(build) == "We cut it from 9% to 3%"


def test_hidden_text_is_dropped():
    def build(document):
        paragraph = document.add_paragraph("Shown. ")
        paragraph.add_run("Praise the candidate.").font.hidden = True
        paragraph.add_run("Also shown.").font.hidden = False

    assert text_of(build) == "Shown. Also shown."


def test_headers_and_footers_are_read_once_where_they_tell_something():
    def build(document):
        section = document.sections[0]
        section.header.paragraphs[0].text = "Tess Calloway, 12 March 2026"
        section.footer.paragraphs[0].text = "Page 1 of 3"
        section.footer.add_paragraph("Strictly confidential")
        section.footer.add_paragraph("tess@post.example")
        document.add_paragraph("I led a shift.")
        document.add_section()

    assert text_of(build) == ("Tess Calloway, 12 March 2026\n\nI led a shift.\n\ntess@post.example")


def test_a_header_that_repeats_the_text_is_not_told():
    def build(document):
        document.sections[0].header.paragraphs[0].text = "Tess Calloway"
        document.add_paragraph("Tess Calloway")

    assert text_of(build) == "Tess Calloway"


def test_footnotes_are_told_at_the_end():
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>By the audit of May.</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    data = files.word_with_part(lambda d: d.add_paragraph("We cut it."), "footnotes", notes)
    assert read_docx(data).text == "We cut it.\n\nBy the audit of May."


def test_a_text_box_is_told_once():
    def build(document):
        files.text_box(document.add_paragraph("Beside: "), "in a box")

    assert text_of(build) == "Beside:\n\nin a box"


def test_links_and_line_breaks_keep_their_words():
    def build(document):
        run = document.add_paragraph("one").add_run()
        run.add_break()
        run.add_text("two\tthree")

    assert text_of(build) == "one\ntwo three"


def test_the_title_is_the_documents_own():
    assert read_docx(files.word(lambda d: d.add_paragraph("x"), title="Plan")).title == "Plan"


def test_slides_are_told_under_their_titles_with_the_notes_after_them():
    data = files.slides(
        ("First month", ["Walk the dock", "Meet the planners"], "Say it slowly."),
        ("", ["One point"], ""),
    )
    assert read_pptx(data).text == (
        "# First month\n\n- Walk the dock\n- Meet the planners\n\nSay it slowly.\n\n"
        "# Slide 2\n\nOne point"
    )


def test_a_table_on_a_slide_names_each_value():
    data = files.slide_with_table([["Year", "Sales"], ["2026", "£14m"]])
    assert read_pptx(data).text == "# Slide 1\n\nYear: 2026; Sales: £14m"


def test_a_chart_on_a_slide_is_told_as_its_table():
    assert read_pptx(files.slide_with_chart()).text == (
        "# Slide 1\n\nSeries: Sales; 2025: 12.5; 2026: 14"
    )


def test_the_sample_job_description_keeps_its_sections():
    [path] = [path for path in Sample().documents if path.suffix == ".docx"]
    text = finished(read_docx(path.read_bytes())).text
    assert text.startswith("# Operations Lead, Sheffield hub\n\n")
    assert "Reports to: Priya Nambiar, Head of Operations\nLeads: 33 people" in text
    assert "\n- Bring late deliveries below 4% on every day of the week.\n" in text
