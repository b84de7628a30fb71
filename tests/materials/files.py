"""Makes the files that the tests read: good, damaged and hostile ones."""

import io
import zipfile
import zlib

import docx
import pptx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pptx.util import Inches
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas


def pdf(*pages, password=None, owner=None, title=None):
    """A PDF of pages of lines."""
    out = io.BytesIO()
    lock = None
    if password or owner:
        lock = StandardEncryption(password or "", ownerPassword=owner or password, strength=128)
    canvas = Canvas(out, encrypt=lock)
    if title:
        canvas.setTitle(title)
    for lines in pages:
        for row, line in enumerate(lines):
            canvas.drawString(50, 800 - 15 * row, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def picture_pdf(pages=1):
    """A PDF that holds nothing but drawn shapes, as a scan does."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for _ in range(pages):
        canvas.rect(50, 50, 300, 400, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def pdf_bomb(megabytes=200):
    """A small PDF whose page content unpacks to very much."""
    stream = zlib.compress(b" " * (megabytes << 20), 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources <<"
        b" /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return (
        body
        + b"xref\n0 5\n0000000000 65535 f \n"
        + table
        + b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    )


def word(build, title=None):
    """A DOCX; `build` fills it."""
    document = docx.Document()
    document.core_properties.title = title or ""
    build(document)
    return saved(document)


def words(*paragraphs):
    """A DOCX of plain paragraphs."""
    return word(lambda document: [document.add_paragraph(text) for text in paragraphs])


def word_with_part(build, name, xml):
    """A DOCX with one more part, such as its footnotes."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    document = docx.Document()
    build(document)
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
    part = Part(PackURI(f"/word/{name}.xml"), kind, xml.encode(), document.part.package)
    document.part.relate_to(part, f"{base}/{name}")
    return saved(document)


def word_table(document, rows, *, headed=False):
    """Adds a table; `headed` marks its first row as repeated on every page."""
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    if headed:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def tracked(paragraph, tag, text):
    """Adds an insertion (`w:ins`) or a deletion (`w:del`) that Word tracks."""
    change, run = OxmlElement(tag), OxmlElement("w:r")
    words = OxmlElement("w:delText" if tag == "w:del" else "w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    change.append(run)
    paragraph._p.append(change)


def text_box(paragraph, text):
    """Adds a text box, with the copy for older programs that Word writes too."""
    from docx.oxml import parse_xml

    box = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(
        parse_xml(
            '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
            ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f'<mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def hidden_run(paragraph, text, *, colour=None, points=None):
    """Adds words in a colour (hex digits) or a size."""
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(text)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    if points:
        run.font.size = Pt(points)
    return run


def shade(element, properties, fill):
    """Gives a paragraph or a cell a background colour."""
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), fill)
    getattr(element, properties)().append(shading)


def slide_of(*texts, ground=None, box=None):
    """A PPTX of one slide of text boxes: (words, colour, points, left in inches)."""
    from pptx.dml.color import RGBColor
    from pptx.util import Pt

    presentation = pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    if ground:
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = RGBColor.from_string(ground)
    if box:
        shape = slide.shapes.add_shape(1, Inches(0), Inches(0), Inches(9), Inches(5))
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(box)
    for row, (words, colour, points, left) in enumerate(texts):
        place = (Inches(left), Inches(row), Inches(4), Inches(1))
        run = slide.shapes.add_textbox(*place).text_frame.paragraphs[0].add_run()
        run.text = words
        run.font.size = Pt(points)
        if colour:
            run.font.color.rgb = RGBColor.from_string(colour)
    return saved(presentation)


def slide_with_chart():
    """A PPTX of one slide that holds a bar chart."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    presentation = pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    data = CategoryChartData()
    data.categories = ["2025", "2026"]
    data.add_series("Sales", (12.5, 14))
    place = (Inches(1), Inches(1), Inches(6), Inches(4))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
    return saved(presentation)


def drawn(draw, title=None, **about):
    """A PDF of one page; `draw` paints it."""
    out = io.BytesIO()
    canvas = Canvas(out)
    if title:
        canvas.setTitle(title)
    for name, value in about.items():
        getattr(canvas, f"set{name.title()}")(value)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def slides(*decks):
    """A PPTX; each slide is a title, its bullets, and its speaker notes."""
    presentation = pptx.Presentation()
    for title, bullets, notes in decks:
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = "\n".join(bullets)
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
    return saved(presentation)


def slide_with_table(rows):
    """A PPTX of one slide without a title that holds a table."""
    presentation = pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    size = (Inches(1), Inches(1), Inches(6), Inches(2))
    table = slide.shapes.add_table(len(rows), len(rows[0]), *size).table
    for y, cells in enumerate(rows):
        for x, text in enumerate(cells):
            table.cell(y, x).text = text
    return saved(presentation)


def saved(document):
    """The bytes of a python-docx document or a python-pptx presentation."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(entries):
    """A zip of names and contents."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_entry(data, name, content):
    """A zip-based document with one entry replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {entry: archive.read(entry) for entry in archive.namelist()}
    return zipped({**entries, name: content})


def laughing_word():
    """A DOCX whose text is an entity of entities of entities."""
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(10)
    )
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE w [{laughs}]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
    )
    return with_entry(words("Hello."), "word/document.xml", xml)


def mail(body, *, kind="text/plain", headers=(), charset="utf-8"):
    """An e-mail of one part."""
    lines = [
        "From: Ada Holm <ada@firm.example>",
        "To: Jo <jo@post.example>",
        "Subject: Your second interview",
        "Date: Mon, 16 Nov 2026 09:00:00 +0100",
        "MIME-Version: 1.0",
        f'Content-Type: {kind}; charset="{charset}"',
        "Content-Transfer-Encoding: 8bit",
        *headers,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body.encode(charset)
