"""Text in any encoding, and tables as text."""

import pytest

from secondround.errors import DocumentError
from secondround.materials.formats.plain import read_csv, read_text
from secondround.materials.formats.reading import Reading, finished, table, tidy

SPOKEN = "Señor Müller said: “€38,000 – that’s fine”.\nNaïve? No."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_every_usual_encoding_reads_the_same(encoding):
    assert finished(read_text(SPOKEN.encode(encoding))).text == SPOKEN


LETTER = "Dear Zoë, the café’s naïve façade cost £38,000 – señor Müller said “never again”."


@pytest.mark.parametrize("encoding", ["mac_roman", "cp1252"])
@pytest.mark.parametrize("text", [LETTER, "Grüße, Jörg", "It’s fine", "À bientôt, Élodie"])
def test_western_letters_of_both_old_programs_are_told_apart(encoding, text):
    assert finished(read_text(text.encode(encoding))).text == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (
            "shift_jis",
            "面接のメモ：来週の木曜日に工場を見学します。担当者は田中さんです。品質管理の経験を聞かれました。",
        ),
        (
            "euc_jp",
            "面接のメモ：来週の木曜日に工場を見学します。担当者は田中さんです。品質管理の経験を聞かれました。",
        ),
        ("gb18030", "面试笔记：下周四参观工厂，负责人是王先生。他问了我在质量管理方面的经验。"),
        (
            "cp1251",
            "Заметки о встрече: в четверг мы смотрим склад, и меня спросят про опыт в логистике.",
        ),
    ],
)
def test_other_scripts_in_their_old_encodings_are_read(encoding, text):
    assert finished(read_text(text.encode(encoding))).text == text


def test_a_formula_in_a_csv_stays_text():
    rows = b'Name,Value,Note\nA,=1+1,"=HYPERLINK(""http://evil.example"")"\n'
    assert read_csv(rows).text == ('Name: A; Value: =1+1; Note: =HYPERLINK("http://evil.example")')


@pytest.mark.parametrize("text", ["日本語のメモ", "Заметки о встрече", "مذكرات", "👩‍💻 said hi"])
def test_no_script_is_damaged(text):
    assert finished(read_text(text.encode())).text == text


def test_a_picture_is_no_text():
    with pytest.raises(DocumentError, match="use PDF, DOCX"):
        read_text(b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)) * 4)


def test_a_few_nul_bytes_are_named():
    with pytest.raises(DocumentError, match="NUL"):
        read_text(b"a good long text with a hole \0 in it")


def test_line_ends_and_spaces_become_plain_and_invisible_characters_go():
    assert tidy("one\r\ntwo\rthree\u2028four") == "one\ntwo\nthree\nfour"
    assert tidy("a\u00a0b\tc   \n\n\n\nd") == "a b c\n\nd"
    assert tidy("ig\u200bnore\u202e \ufeffme\U000e0041\x07") == "ignore me"
    assert tidy("Cafe\u0301") == "Café"
    assert tidy("the ﬁrst oﬃce ﬂoor") == "the first office floor"
    assert tidy("half \ud83d a pair").encode()


def test_a_line_of_very_many_spaces_is_tidied_at_once():
    assert tidy("a" + " " * 300_000 + "b") == "a" + " " * 300_000 + "b"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_row_of_a_csv_names_each_value(delimiter):
    rows = ["Name,Role,Since", "Priya,Head of Operations,2019", "Callum,,"]
    data = "\n".join(row.replace(",", delimiter) for row in rows).encode()
    assert read_csv(data).text == "Name: Priya; Role: Head of Operations; Since: 2019\nName: Callum"


def test_quoted_cells_of_a_csv_stay_whole():
    data = b'Name,Says\nPriya,"Thursdays, mostly;\nand ""five"" o\'clock"\n'
    assert read_csv(data).text == 'Name: Priya; Says: Thursdays, mostly; and "five" o\'clock'


def test_prose_that_is_named_csv_stays_prose():
    prose = b"Dear Tess,\nthank you for coming in.\nYours, Imogen"
    assert read_csv(prose).text == prose.decode()


def test_a_table_of_two_columns_without_a_header_is_names_and_values():
    assert table([["Reports to", "Priya"], ["Leads", "33 people"]]) == (
        "Reports to: Priya\nLeads: 33 people"
    )


def test_figures_do_not_name_columns():
    assert table([["2024", "2025", "2026"], ["1", "2", "3"]]) == "2024; 2025; 2026\n1; 2; 3"


@pytest.mark.parametrize("text", ["", " \n ", "\u200b\ufeff", "--- ***"])
def test_a_text_without_a_word_is_refused(text):
    with pytest.raises(DocumentError, match="no text"):
        finished(Reading(text))
