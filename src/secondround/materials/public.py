"""Connects to the public internet alone.

Every address that a name stands for is checked, and the very address that was checked is connected
to. So neither a redirect nor a name that changes what it stands for leads into the network we are
in.
"""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future

import httpcore

from secondround.errors import DocumentError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]

_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SPECIAL = [
    ipaddress.ip_network(network)
    for network in ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "2002::/16", "3fff::/20")
]
"""Of protocols, tunnels and examples; not every Python takes all of them for that."""

NOT_PUBLIC = (
    "That address is not on the public internet, so it is not opened: "
    "save the page and add the file."
)


def public(address: IPAddress) -> bool:
    """Whether it is a machine on the public internet; an IPv4 address in an IPv6 one is unwrapped.

    Not: private, of this machine, link-local, reserved, multicast, of a tunnel.
    """
    if isinstance(address, ipaddress.IPv6Address) and (address in _NAT64 or address.ipv4_mapped):
        return public(ipaddress.IPv4Address(address.packed[-4:]))
    if any(address in network for network in _SPECIAL):
        return False
    unicast = address.version == 4 or address in _GLOBAL_UNICAST
    return unicast and address.is_global and not address.is_multicast


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to the very address that was found allowed, and lets nothing last too long."""

    def __init__(
        self, allowed: Callable[[IPAddress], bool], resolve: Resolve, deadline: float
    ) -> None:
        self._allowed = allowed
        self._resolve = resolve
        self._deadline = deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """To the first of the name's addresses that answers; to none if one is not allowed."""
        found = _in_time(lambda: self._resolve(host, port), self._deadline)
        if not all(self._allowed(ipaddress.ip_address(one)) for one in found):
            raise DocumentError(NOT_PUBLIC)
        failed: Exception = OSError(f"{host} has no address")
        for one in found:
            try:
                left = _left(self._deadline) / 2  # the next address shall have its turn
                stream = self._plain.connect_tcp(one, port, left, local_address, socket_options)
                return _TimedStream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed


class _TimedStream(httpcore.NetworkStream):
    """A connection of which every step ends at the deadline, however slowly the bytes come."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, _left(self._deadline))
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def addresses(host: str, port: int) -> list[str]:
    """What the name stands for. Raises: OSError: nothing is known by that name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def _in_time(resolve: Callable[[], Sequence[str]], deadline: float) -> Sequence[str]:
    """What a call gives that cannot be stopped; it is left to itself when time is over."""
    outcome: Future[Sequence[str]] = Future()

    def run() -> None:
        try:
            outcome.set_result(resolve())
        except Exception as error:  # handed on to whoever waits
            outcome.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return outcome.result(_left(deadline))


def _left(deadline: float) -> float:
    """Raises: TimeoutError: no time is left."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
