"""Which reader reads which format."""

from collections.abc import Callable, Mapping

from secondround.materials.formats.mail import read_mail
from secondround.materials.formats.pdf import read_pdf
from secondround.materials.formats.plain import read_csv, read_text
from secondround.materials.formats.reading import Reading, finished
from secondround.materials.formats.slides import read_pptx
from secondround.materials.formats.sniff import Format
from secondround.materials.formats.subtitles import read_subtitles
from secondround.materials.formats.web import read_html
from secondround.materials.formats.word import read_docx

READERS: Mapping[Format, Callable[[bytes], Reading]] = {
    Format.PDF: read_pdf,
    Format.DOCX: read_docx,
    Format.PPTX: read_pptx,
    Format.HTML: read_html,
    Format.MAIL: read_mail,
    Format.CSV: read_csv,
    Format.SUBTITLES: read_subtitles,
    Format.TEXT: read_text,
}


def read(kind: Format, data: bytes) -> Reading:
    """The document's text, never empty and not too long.

    Raises:
        DocumentError: a fault the reader knows.
        Exception: anything else, from the libraries, where the file is damaged.
    """
    return finished(READERS[kind](data))
