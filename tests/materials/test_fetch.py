"""Web addresses: public ones, the one that was checked, in bounds; a failure is a sentence."""

import gzip
import ipaddress
import socket
import ssl
import threading
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from secondround.errors import DocumentError
from secondround.materials.fetch import MOST_REDIRECTS, Fetcher
from secondround.materials.public import public

PAGE = b"<html><head><title>Elm House</title></head><body><p>We run four homes.</p></body></html>"
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Site(BaseHTTPRequestHandler):
    """Answers each path as it is told to and notes what it was sent."""

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        status, headers, *pieces = self.server.pages.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        for piece in pieces:
            if not piece:
                self.server.let_go.wait(30)
            self.wfile.write(piece)

    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    """Does not mind who hangs up."""

    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


@pytest.fixture
def site():
    with Server(("127.0.0.1", 0), Site) as server:
        server.pages, server.asked, server.let_go = {}, [], threading.Event()
        server.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.let_go.set()
        server.shutdown()
        thread.join()


def server_context(folder):
    """TLS with a certificate that nobody vouches for."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), serial_number=1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2120, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("elm.example")]), critical=True)
        .sign(key, hashes.SHA256())
    )
    written = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path = folder / "certificate.pem"
    path.write_bytes(written + made.public_bytes(Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


def loopback(address):
    return address.is_loopback


def fetcher(**more):
    return Fetcher(**{"max_mb": 1, "allowed": loopback, "seconds": 10} | more)


def refusal(address, **more):
    with pytest.raises(DocumentError) as caught:
        fetcher(**more).fetch(address)
    said = str(caught.value)
    assert said.endswith(".")
    return said


@pytest.mark.parametrize(
    "address",
    ["93.184.215.14", "1.1.1.1", "2606:4700::6810:84e5", "64:ff9b::101:101", "::ffff:1.1.1.1"],
)
def test_machines_on_the_internet_are_public(address):
    assert public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "172.31.255.255"),
        *("192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.8", "192.0.2.1", "192.88.99.1"),
        *("198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250"),
        *("240.0.0.1", "255.255.255.255"),
        *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "fec0::1"),
        *("ff02::1", "ff0e::1", "2001:db8::1", "100::1", "::7f00:1", "3fff::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:224.0.0.1"),
        *("64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "64:ff9b::c0a8:101"),
        *("2002:7f00:1::", "2002:101:101::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "5f00::1"),
    ],
)
def test_all_other_machines_are_not_public(address):
    assert not public(ipaddress.ip_address(address))


def test_a_page_comes_with_a_name_that_fits_its_type(site):
    site.pages["/about/people?team=care"] = (200, HTML, PAGE)
    found = fetcher().fetch(f"{site.address}/about/people?team=care#top")
    assert found.address == f"{site.address}/about/people?team=care"
    assert found.name == "people.html"
    assert found.data.removeprefix(b"\xef\xbb\xbf") == PAGE


def test_nothing_is_sent_that_could_tell_who_asks(site, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.pages["/in"] = (302, {"Location": "/page", "Set-Cookie": "who=you"}, b"")
    site.pages["/page"] = (200, HTML, PAGE)
    fetcher().fetch(f"{site.address}/in")
    for _, headers in site.asked:
        assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}


def test_a_text_in_another_encoding_is_read_as_its_header_says(site):
    site.pages["/menu"] = (
        200,
        {"Content-Type": "text/plain; charset=koi8-r"},
        "щи".encode("koi8-r"),
    )
    assert fetcher().fetch(f"{site.address}/menu").data.decode("utf-8-sig") == "щи"


def test_a_packed_page_is_unpacked_and_counted_unpacked(site):
    packed = HTML | {"Content-Encoding": "gzip"}
    site.pages["/page"] = (200, packed, gzip.compress(PAGE))
    site.pages["/bomb"] = (200, packed, gzip.compress(b" " * 5_000_000))
    site.pages["/odd"] = (200, HTML | {"Content-Encoding": "gzip, gzip"}, b"")
    site.pages["/torn"] = (200, packed, b"no gzip at all")
    assert PAGE in fetcher().fetch(f"{site.address}/page").data
    assert "larger than 1 MB" in refusal(f"{site.address}/bomb")
    assert "packed" in refusal(f"{site.address}/odd")
    assert "garbled" in refusal(f"{site.address}/torn")


def test_more_than_the_most_is_refused_while_it_comes(site):
    site.pages["/long"] = (200, HTML, *[b"x" * 500_000] * 3, b"")
    assert "larger than 1 MB" in refusal(f"{site.address}/long")


@pytest.mark.parametrize("pieces", [[b""], [b"<p>", b""]])
def test_a_page_that_does_not_come_in_time_is_given_up(site, pieces):
    site.pages["/slow"] = (200, HTML, *pieces)
    start = time.monotonic()
    assert "in time" in refusal(f"{site.address}/slow", seconds=0.3)
    assert time.monotonic() - start < 5


def test_a_page_that_trickles_is_given_up_as_well(site):
    class Trickle(list):
        def __iter__(self):
            yield from (200, HTML)
            while not site.let_go.wait(0.05):
                yield b"x"

    site.pages["/slow"] = Trickle()
    assert "in time" in refusal(f"{site.address}/slow", seconds=0.4)


def test_a_name_that_takes_for_ever_to_be_found_is_given_up(site):
    hangs = threading.Event()
    assert "in time" in refusal(
        "http://slow.example", seconds=0.2, resolve=lambda *_: hangs.wait(30) or ["127.0.0.1"]
    )
    hangs.set()


def test_redirects_are_followed_to_where_they_lead(site):
    site.pages["/old"] = (301, {"Location": "new"}, b"")
    site.pages["/new"] = (307, {"Location": f"{site.address}/page"}, b"")
    site.pages["/page"] = (200, HTML, PAGE)
    assert fetcher().fetch(f"{site.address}/old").address == f"{site.address}/page"


def test_no_more_than_five_redirects_are_followed(site):
    for number in range(MOST_REDIRECTS + 1):
        site.pages[f"/{number}"] = (302, {"Location": f"/{number + 1}"}, b"")
    site.pages[f"/{MOST_REDIRECTS + 1}"] = (200, HTML, PAGE)
    assert "from one to the next" in refusal(f"{site.address}/0")
    assert fetcher().fetch(f"{site.address}/1").name == f"{MOST_REDIRECTS + 1}.html"


@pytest.mark.parametrize(
    "leads_to",
    [
        "http://169.254.169.254/latest",
        "http://[::1]/",
        "file:///etc/passwd",
        "http://a:b@c.example/",
    ],
)
def test_a_redirect_is_checked_like_an_address_that_was_typed(site, leads_to):
    site.pages["/in"] = (302, {"Location": leads_to}, b"")
    said = refusal(f"{site.address}/in", allowed=lambda a: a == ipaddress.ip_address("127.0.0.1"))
    assert "not on the public" in said or "not a web address" in said or "password" in said


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1", "http://localhost", "http://2130706433", "http://[::ffff:7f00:1]"],
)
def test_this_computer_is_not_asked_however_it_is_written(site, address):
    said = refusal(f"{address}:{site.server_port}/page", allowed=public)
    assert "not on the public internet" in said or "cannot be found" in said
    assert site.asked == []


def test_a_name_is_refused_if_one_of_its_addresses_is_not_public(site):
    both = lambda *_: ["1.1.1.1", "127.0.0.1"]  # noqa: E731
    said = refusal(f"http://both.example:{site.server_port}/", allowed=public, resolve=both)
    assert "not on the public internet" in said
    assert site.asked == []


def test_the_address_that_was_checked_is_the_one_that_is_asked(site):
    answers = [["127.0.0.1"], ["10.0.0.1"]]
    site.pages["/in"] = (302, {"Location": "/page"}, b"")
    site.pages["/page"] = (200, HTML, PAGE)
    said = refusal(
        f"http://turning.example:{site.server_port}/in", resolve=lambda *_: answers.pop(0)
    )
    assert "not on the public internet" in said
    assert [path for path, _ in site.asked] == ["/in"]
    assert answers == []
    assert site.asked[0][1]["Host"] == f"turning.example:{site.server_port}"


def test_the_next_address_of_a_name_is_tried_where_the_first_does_not_answer(site):
    site.pages["/page"] = (200, HTML, PAGE)
    two = ["::1", "127.0.0.1"]
    found = fetcher(resolve=lambda *_: two).fetch(f"http://two.example:{site.server_port}/page")
    assert PAGE in found.data


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("", "not a web address"),
        ("ftp://example.com/cv.pdf", "not a web address"),
        ("javascript:alert(1)", "not a web address"),
        ("http://", "not a web address"),
        ("https://exa mple.com/", "not a web address"),
        ("https://example.com:99999999/", "not a web address"),
        ("https://tess:secret@example.com/", "leave it out"),
    ],
)
def test_what_is_no_address_is_said_to_be_none(address, says):
    said = refusal(address)
    assert says in said
    assert "secret" not in said


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ((200, {"Content-Type": "image/png"}, b"\x89PNG"), "image/png"),
        ((200, {"Content-Type": "application/json"}, b"{}"), "application/json"),
        ((404, HTML, PAGE), "no page at that address"),
        ((403, HTML, PAGE), "status 403"),
        ((500, HTML, PAGE), "status 500"),
    ],
)
def test_what_cannot_be_read_is_answered_in_a_sentence(site, page, says):
    site.pages["/page"] = page
    assert says in refusal(f"{site.address}/page")


def test_a_machine_that_is_gone_is_answered_in_a_sentence(site):
    def unknown(host, port):
        raise socket.gaierror(-2, "Name or service not known")

    assert "cannot be found" in refusal("http://gone.example/", resolve=unknown)
    assert "does not answer" in refusal("http://127.0.0.1:9/")


def test_a_site_that_cannot_prove_its_name_is_not_read(site, tmp_path):
    site.pages["/page"] = (200, HTML, PAGE)
    site.socket = server_context(tmp_path).wrap_socket(site.socket, server_side=True)
    said = refusal(f"https://elm.example:{site.server_port}/page", resolve=lambda *_: ["127.0.0.1"])
    assert "elm.example does not prove" in said
    assert site.asked == []
