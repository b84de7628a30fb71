"""Gets a web page or a file that a person gave the address of, within bounds of size and time.

Every redirect is checked like the address that was typed. Nothing is sent but the request: no
cookies, no passwords, and the environment's proxies are not used.
"""

import codecs
import re
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import httpcore
import httpx

from secondround import __version__
from secondround.errors import DocumentError
from secondround.materials.public import CheckedBackend, IPAddress, Resolve, addresses, public

MOST_SECONDS = 30
MOST_REDIRECTS = 5

_READABLE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "message/rfc822": ".eml",
    "application/octet-stream": "",
    "": "",
}
_HEADERS: Mapping[bytes | str, bytes | str] = {
    "User-Agent": f"SecondRound/{__version__}",
    "Accept": "text/html, text/plain, application/pdf, */*;q=0.5",
    "Accept-Encoding": "gzip",
}
_PACKED = ("gzip", "identity", "")
"""Once, and at most a thousandfold: what is packed in another way may unpack to far more."""
_NO_ADDRESS = "That is not a web address: it looks like https://example.com/about."
TOO_SLOW = "The page did not come in time: try again, or save it and add the file."


@dataclass(frozen=True)
class Fetched:
    """What was found at an address."""

    address: str
    """Where it was found, after all redirects."""
    name: str
    """A file name whose ending fits the type."""
    data: bytes


class Fetcher:
    """Gets what is at an address, within bounds of size and time."""

    def __init__(
        self,
        *,
        max_mb: int,
        seconds: float = MOST_SECONDS,
        allowed: Callable[[IPAddress], bool] = public,
        resolve: Resolve = addresses,
    ) -> None:
        """`allowed` says which machines may be asked; `resolve` finds the addresses of a name."""
        self._max_mb = max_mb
        self._seconds = seconds
        self._allowed = allowed
        self._resolve = resolve

    def fetch(self, address: str) -> Fetched:
        """What is at the address, after at most five redirects.

        Raises:
            DocumentError: it cannot be had, or cannot be read; says why and what to do.
        """
        url = _parsed(address)
        deadline = time.monotonic() + self._seconds
        try:
            for _ in range(MOST_REDIRECTS + 1):
                found = self._ask(url, deadline)
                if isinstance(found, Fetched):
                    return found
                url = found
        except (httpcore.TimeoutException, TimeoutError) as error:
            raise DocumentError(TOO_SLOW) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise DocumentError(_unreachable(url.host, error)) from error
        except httpx.DecodingError as error:
            raise DocumentError("The page came garbled: save it and add the file.") from error
        raise DocumentError(
            "The address leads from one to the next without end: open it yourself and copy the "
            "address you end at."
        )

    def _ask(self, url: httpx.URL, deadline: float) -> Fetched | httpx.URL:
        """What is at the address, or where it says to look instead."""
        door = CheckedBackend(self._allowed, self._resolve, deadline)
        target = httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        )
        with (
            httpcore.ConnectionPool(network_backend=door) as pool,
            pool.stream("GET", target, headers=_HEADERS) as reply,
        ):
            body = reply.iter_stream()
            response = httpx.Response(reply.status, headers=reply.headers, content=body)
            if response.has_redirect_location:
                return _parsed(str(url.join(response.headers["Location"])))
            return self._fetched(url, response, deadline)

    def _fetched(self, url: httpx.URL, response: httpx.Response, deadline: float) -> Fetched:
        if response.status_code != httpx.codes.OK:
            raise DocumentError(_refused(url.host, response.status_code))
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind not in _READABLE:
            raise DocumentError(
                f"At that address there is no document but “{kind[:60]}”: "
                "give the address of a page, or add a file."
            )
        if response.headers.get("Content-Encoding", "gzip").strip().lower() not in _PACKED:
            raise DocumentError("The page came packed in a way that is not read: add it as a file.")
        data = self._body(response, deadline)
        if kind.startswith("text/") and response.charset_encoding:
            data = _as_utf8(data, response.charset_encoding)
        return Fetched(str(url), _file_name(url, _READABLE[kind]), data)

    def _body(self, response: httpx.Response, deadline: float) -> bytes:
        most, body = self._max_mb * 1024 * 1024, bytearray()
        for piece in response.iter_bytes():
            body += piece
            if len(body) > most:
                raise DocumentError(
                    f"What is at that address is larger than {self._max_mb} MB: "
                    "save the part that matters and add the file."
                )
            if time.monotonic() > deadline:
                raise TimeoutError
        return bytes(body)


def _parsed(address: str) -> httpx.URL:
    """Raises: DocumentError: it is no address of the web."""
    address = address.strip()
    typed = address if re.match(r"[a-z][a-z0-9+.-]*:", address, re.I) else f"https://{address}"
    try:
        url = httpx.URL(typed).copy_with(fragment=None)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise DocumentError(_NO_ADDRESS) from error
    host_and_port = re.fullmatch(r"[^\s%]+", url.host) and (url.port or 1) in range(1, 65536)
    if url.scheme not in ("http", "https") or not host_and_port:
        raise DocumentError(_NO_ADDRESS)
    if url.userinfo:
        raise DocumentError("There is a password in that address: leave it out.")
    return url


def _file_name(url: httpx.URL, ending: str) -> str:
    name = url.path.rstrip("/").rpartition("/")[2] or url.host
    return name if name.lower().endswith(ending) else name + ending


def _as_utf8(data: bytes, charset: str) -> bytes:
    """The text in UTF-8 and marked so: readers see the bytes, not the header."""
    try:
        return codecs.BOM_UTF8 + data.decode(charset).removeprefix("\ufeff").encode()
    except (LookupError, UnicodeError):
        return data


def _refused(host: str, status: int) -> str:
    if status in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
        return f"{host} has no page at that address: check it, and add the page again."
    return (
        f"{host} does not give the page to a program (status {status}): "
        "open it in your browser, save it and add the file."
    )


def _unreachable(host: str, error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return f"{host} cannot be found: check the address and your connection."
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return (
            f"{host} does not prove that it is what it says: open it in your browser and save it."
        )
    return (
        f"{host} does not answer: check the address and your connection, or add the page as a file."
    )
