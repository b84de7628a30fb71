"""The invented candidate: complete, readable with the plain libraries, consistent on purpose."""

import email
import re
from datetime import date
from email import policy
from pathlib import Path

import docx
import pytest
import trafilatura
import yaml
from pypdf import PdfReader

FOLDER = Path(__file__).parents[2] / "knowledge" / "sample"
SHEET = yaml.safe_load((FOLDER / "dossier.yaml").read_text(encoding="utf-8"))
FILES = {
    "first-interview-notes.md",
    "company-research.html",
    "recruiter-email.eml",
    "job-description.docx",
    "resume.pdf",
}


def read(name):
    path = FOLDER / name
    match path.suffix:
        case ".pdf":
            text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
        case ".docx":
            text = docx_text(path)
        case ".eml":
            message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
            text = message.get_body(("plain",)).get_content()
        case ".html":
            text = trafilatura.extract(path.read_text(encoding="utf-8"), include_tables=True)
        case _:
            text = path.read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", text)


def docx_text(path):
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def raw(name):
    if name.endswith(".docx"):
        document = docx.Document(str(FOLDER / name))
        return document.sections[0].footer.paragraphs[0].text
    return read(name) if name.endswith(".pdf") else (FOLDER / name).read_text(encoding="utf-8")


def test_the_folder_holds_the_sheet_and_the_five_documents_and_nothing_else():
    assert {path.name for path in FOLDER.iterdir()} == FILES | {"dossier.yaml"}


def test_the_sheet_names_one_interviewer_of_each_kind():
    assert SHEET["company"]
    assert SHEET["role"]
    assert SHEET["interview_in_days"] == 3
    assert re.fullmatch(r"\d\d:\d\d", SHEET["interview_time"])
    assert [person["kind"] for person in SHEET["people"]] == ["teammate", "manager", "executive"]


@pytest.mark.parametrize("name", sorted(FILES | {"dossier.yaml"}))
def test_every_file_says_that_it_is_invented(name):
    assert "invented" in raw(name)


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_document_yields_its_text_and_belongs_to_the_same_application(name):
    text = read(name)
    assert len(text.split()) > 200
    assert SHEET["company"].split()[0] in text or "Tess Calloway" in text


@pytest.mark.parametrize("person", SHEET["people"], ids=lambda person: person["kind"])
def test_the_people_to_meet_stand_in_notes_and_e_mail_with_their_titles(person):
    for name in ("first-interview-notes.md", "recruiter-email.eml"):
        assert f"{person['name']}, {person['title']}" in read(name)


def test_the_notes_hold_what_an_interviewer_can_come_back_to():
    headings = re.findall(
        r"(?m)^## (.+)$", (FOLDER / "first-interview-notes.md").read_text("utf-8")
    )
    topics = ["Who was", "went well", "Worries", "promised", "Figures", "Problems", "Names"]
    for topic in [*topics, "process", "fumbled"]:
        assert any(topic in heading for heading in headings), topic


def test_notes_and_resume_disagree_in_exactly_one_figure():
    said, written = (read(name) for name in ("first-interview-notes.md", "resume.pdf"))
    assert "from 9% to 3% in 14 months" in said
    assert "from 9% to 4% in 14 months" in written
    for figure in ("from 41% to 18% in two years", "£38,000", "46 routes", "22"):
        assert figure in said
        assert figure in written


def test_a_newer_news_item_supersedes_an_older_one():
    research = read("company-research.html")
    older = research.index("planned for autumn 2026")
    newer = research.index("until spring 2027")
    assert newest_date_before(research, newer) > newest_date_before(research, older)


def newest_date_before(text, position):
    months = "January February March April May June July August September October November"
    found = re.findall(r"(\d{1,2}) (\w+) (\d{4}):", text[:position])
    day, month, year = found[-1]
    return date(int(year), months.split().index(month) + 1, int(day))


def test_addresses_cannot_reach_anybody():
    for name in FILES:
        for domain in re.findall(r"@([\w.-]+\w)", read(name)):
            assert domain.endswith(".example")
