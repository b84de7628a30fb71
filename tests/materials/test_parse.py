"""Any file: recognised by content, read in a guarded process, or refused in one clear sentence."""

import re
import subprocess
import sys
from email.message import EmailMessage

import pytest

from materials import files
from secondround.errors import DocumentError
from secondround.materials.parse import parse
from secondround.materials.sample import Sample

LINES = ["Hello from the page, where I write down what was said.", "It was a long talk."]
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\6\0\0\0\x1f\x15\xc4\x89" + bytes(
    range(256)
)


def read(data, name="notes.txt", **limits):
    return parse(name, data, **{"max_mb": 20, **limits})


def refused(data, name="notes.txt", **limits):
    with pytest.raises(DocumentError) as caught:
        read(data, name, **limits)
    sentence = str(caught.value)
    assert re.fullmatch(r"[A-Z].{20,200}\.", sentence), "one sentence"
    assert sentence.count(". ") == 0
    return sentence


@pytest.mark.parametrize("path", Sample().documents, ids=lambda path: path.name)
def test_every_sample_document_is_read(path):
    assert len(read(path.read_bytes(), path.name).text) > 1000


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("resume.pdf", files.words("I am a Word file."), "I am a Word file."),
        ("notes.txt", files.pdf(LINES), "Hello from the page"),
        ("notes.docx", files.slides(("Plan", ["First month"], "")), "# Plan"),
        ("deck.pptx", b"Just a note.", "Just a note."),
        ("page.txt", b"<!DOCTYPE html><html><body><p>Hello page</p></body></html>", "Hello page"),
        ("mail.txt", files.mail("See you there."), "From: Ada Holm"),
        ("", b"No name at all.", "No name at all."),
    ],
)
def test_the_content_decides_not_the_name(name, data, words):
    text = read(data, name).text
    assert words in text
    assert "<" not in text.replace("<ada@firm.example>", "").replace("<jo@post.example>", "")


def test_notes_that_only_look_a_little_like_a_mail_lose_no_line():
    notes = "Date: 10 November 2026\nFrom: first call\nRoom: 4b\n\nThey asked about shifts."
    assert read(notes.encode()).text == notes


def test_a_text_about_html_stays_as_it_is():
    notes = "# Notes\n\nThey use <div> soup and <table> layouts."
    assert read(notes.encode(), "notes.md").text == notes


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"   \n\t ", "no text"),
        (PNG, "use PDF, DOCX"),
        (b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0" + bytes(range(40)) * 20, "use PDF, DOCX"),
        (b"some text\0 with NULs\0 in it, more text than NULs", "NUL"),
        (files.zipped({"notes.txt": "hello"}), "unpack it"),
        (files.zipped({"inner.docx": files.words("Hello")}), "unpack it"),
        (files.zipped({"xl/workbook.xml": "<workbook/>"}), "CSV"),
        (files.zipped({"content.xml": "<office/>", "mimetype": "odt"}), "DOCX or PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        (b"{\\rtf1\\ansi Hello}", "DOCX or PDF"),
        (files.pdf(LINES)[:400], "damaged"),
        (b"%PDF-1.7\n", "damaged"),
        (files.words("Hello")[:2000], "damaged"),
        (files.zipped({"word/document.xml": "<oops"}), "damaged"),
        (files.zipped({"ppt/presentation.xml": "<oops"}), "damaged"),
        (files.pdf(LINES, password="secret"), "password"),
        (files.picture_pdf(), "scanned"),
        (files.pdf(*[LINES[:1]] * 301), "301 pages"),
        (files.pdf_bomb(), "unpacks"),
        (files.laughing_word(), "damaged"),
        (files.words(""), "no text"),
        (b"<html><body><script>var a = 1</script></body></html>", "no text"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(data, says):
    assert says in refused(data)


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (PNG, "resume.pdf", "use PDF, DOCX"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)) * 4, "photo.docx", "use PDF, DOCX"),
        (b"ID3\3\0\0\0" + bytes(range(256)) * 8, "call.txt", "use PDF, DOCX"),
        (b"\x1f\x8b\x08\0\0" + bytes(range(256)) * 4, "notes.csv", "use PDF, DOCX"),
        (files.zipped({"a/b.txt": "x"})[:40], "notes.docx", "damaged"),
        (b"PK\x03\x04", "deck.pptx", "damaged"),
        (files.slides(("Plan", ["First"], ""))[:3000], "deck.pptx", "damaged"),
        (files.zipped({"word/styles.xml": "<w/>"}), "a.docx", "damaged"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 30, "a.pdf", "damaged"),
        (files.pdf(LINES).replace(b"/Pages", b"/Pgaes"), "a.pdf", "damaged"),
        (b"<html><body></body></html>", "page.html", "no text"),
        (b",,,\n,,,\n", "table.csv", "no text"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "call.vtt", "no text"),
        (b"\xff\xfe", "notes.txt", "no text"),
        (b"\xef\xbb\xbf", "notes.md", "no text"),
        (b"\0" * 500, "notes.txt", ""),
    ],
)
def test_every_bad_file_is_answered_in_one_sentence(data, name, says):
    assert says in refused(data, name)


def test_a_mail_without_a_word_of_its_own_still_hands_on_what_is_attached():
    made = EmailMessage()
    made["From"] = "Ada Holm <ada@firm.example>"
    made["Subject"] = "The plan"
    made.add_attachment(files.pdf(LINES), "application", "pdf", filename="plan.pdf")
    reading = read(made.as_bytes(), "mail.eml")
    [attached] = reading.attachments
    assert attached.name == "plan.pdf"
    assert "Hello from the page" in read(attached.data, attached.name).text


def test_the_pages_of_a_pdf_come_through_the_guarded_reader():
    reading = read(files.pdf(LINES, ["Another page, and what stands on it."]), "a.pdf")
    assert len(reading.pages) == 2
    assert reading.text[reading.pages[1] :].startswith("Another page")


def test_hostile_markup_in_any_text_is_read_as_text_and_told():
    reading = read(b"# Notes\n\n<script>alert(1)</script> and the rest of it.", "notes.md")
    assert "<script>alert(1)</script>" in reading.text
    assert "mere text" in reading.notices[0]


def test_a_file_that_is_too_large_is_refused_unread():
    assert "larger than 1 MB" in refused(b"a" * (1024 * 1024 + 1), max_mb=1)
    assert read(b"a" * 1024 * 1024, max_mb=1).text


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    spaces = " " * (30 << 20)
    bomb = files.with_entry(files.words("Hello"), "word/document.xml", f"<w>{spaces}</w>")
    assert "unpacks" in refused(bomb)


def test_a_document_of_thousands_of_entries_is_refused():
    many = {f"word/media/{n}.txt": str(n) for n in range(2001)}
    assert "unpacks" in refused(files.zipped({"word/document.xml": "<w/>", **many}))


def test_archives_within_a_document_are_left_alone():
    inner = files.zipped({"bomb.txt": " " * (10 << 20)})
    data = files.with_entry(files.words("Hello there."), "word/embeddings/sheet.xlsx", inner)
    assert read(data).text == "Hello there."


def test_a_reader_that_takes_too_long_is_stopped():
    assert "far more time" in refused(files.pdf(*[LINES] * 50), seconds=0.05)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
def test_a_reader_that_wants_too_much_memory_is_refused_it():
    greedy = (
        "from secondround.materials import worker; worker.limit_resources(); bytearray(2 << 30)"
    )
    ran = subprocess.run([sys.executable, "-c", greedy], capture_output=True, check=False)
    assert b"MemoryError" in ran.stderr


def test_a_pdf_that_only_forbids_changes_is_read():
    assert "Hello from the page" in read(files.pdf(LINES, owner="boss")).text


def test_a_very_long_text_is_cut_and_says_so():
    reading = read(b"word " * 400_000)
    assert len(reading.text) <= 1_500_000
    assert "1,500,000" in reading.notices[0]
    assert read(b"word " * 290_000).notices == ()


def test_a_page_of_thousands_of_nested_tags_is_refused_and_does_no_harm():
    nest = b"<html><body>" + b"<div>" * 5000 + b"deep down" + b"</div>" * 5000
    assert "damaged" in refused(nest)


def test_the_reading_keeps_what_the_file_says_of_itself():
    reading = read(files.mail("See you there."))
    assert reading.title == "Your second interview"
    assert reading.date == "2026-11-16"
