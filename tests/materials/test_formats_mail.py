"""Saved e-mails: any encoding, text before HTML, attachments named."""

import base64
from email.message import EmailMessage

from materials import files
from secondround.materials.formats.mail import read_mail
from secondround.materials.formats.reading import finished


def read(data):
    return finished(read_mail(data))


def message(**headers):
    made = EmailMessage()
    made["From"] = "Ada Holm <ada@firm.example>"
    made["Subject"] = "Second interview"
    for name, value in headers.items():
        made[name] = value
    return made


def test_head_and_text_are_read_and_the_date_is_the_day_it_was_sent():
    reading = read(files.mail("Hello Jo,\r\nsee you on Friday."))
    assert reading.text == (
        "# Your second interview\n\nFrom: Ada Holm <ada@firm.example>\nTo: Jo <jo@post.example>\n"
        "Date: Mon, 16 Nov 2026 09:00:00 +0100\n\nHello Jo,\nsee you on Friday."
    )
    assert reading.date == "2026-11-16"


def test_the_text_part_goes_before_the_html_part():
    made = message()
    made.set_content("The plain words.")
    made.add_alternative("<p>The HTML words.</p>", subtype="html")
    assert read(made.as_bytes()).text.endswith("The plain words.")


def test_an_empty_text_part_leaves_it_to_the_html_part():
    made = message()
    made.set_content("\n")
    made.add_alternative("<p>Hello Jo,</p><p>come <b>soon</b>.</p>", subtype="html")
    assert read(made.as_bytes()).text.endswith("Hello Jo,\n\ncome soon.")


def test_html_alone_is_read_in_the_encoding_the_mail_names():
    html = "<html><head><meta charset='utf-8'></head><body><p>Grüße</p></body></html>"
    assert read(files.mail(html, kind="text/html", charset="cp1252")).text.endswith("Grüße")


def test_encoded_words_and_transfer_encodings_are_undone():
    made = message(To="Jö <jo@post.example>")
    made.set_content("Schöne Grüße, " + "lang " * 40, cte="quoted-printable")
    reading = read(made.as_bytes())
    assert "To: Jö <jo@post.example>" in reading.text
    assert "Schöne Grüße, lang" in reading.text


def test_an_unknown_or_wrong_charset_does_not_stop_the_reading():
    assert "Müller" in read(files.mail("Müller").replace(b"utf-8", b"x-odd")).text
    assert (
        "Müller" in read(files.mail("Müller", charset="cp1252").replace(b"cp1252", b"utf-8")).text
    )


def test_lines_that_a_mail_program_broke_are_joined_and_the_signature_is_not():
    text = read(files.mail("A long line that \r\ngoes on.\r\n\r\n> quoted \r\n-- \r\nAda")).text
    assert text.endswith("A long line that goes on.\n\n> quoted\n--\nAda")


def test_attachments_are_named_and_not_read():
    made = message()
    made.set_content("Please find the plan.")
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="plan.pdf")
    reading = read(made.as_bytes())
    assert reading.notices == ("Attachments are not read: add “plan.pdf” as a file if it matters.",)


def test_headers_that_break_the_rules_do_no_harm():
    odd = b"From: <<>>,,; @\nTo: =?utf-8?b?!!!?=\nDate: yesterday\nSubject: =?x?q?a?=\n\nHello."
    reading = read(odd)
    assert reading.text.endswith("Hello.")
    assert reading.date == ""


def test_a_forwarded_mail_in_base64_is_read():
    body = base64.encodebytes("Wir möchten Sie einladen.".encode()).decode()
    head = files.mail("").replace(b"8bit", b"base64")
    assert read(head + body.encode()).text.endswith("Wir möchten Sie einladen.")
