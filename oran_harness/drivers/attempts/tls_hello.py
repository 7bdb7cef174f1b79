"""ClientHellos of any version of SSL and TLS, written and answered without OpenSSL, which has no old ones any more."""

import asyncio
import os
import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from oran_harness.steps.attempts import TlsHello, TlsHelloAnswered

NUMBERS = {
    "SSL 2.0": 0x0002,
    "SSL 3.0": 0x0300,
    "TLS 1.0": 0x0301,
    "TLS 1.1": 0x0302,
    "TLS 1.2": 0x0303,
    "TLS 1.3": 0x0304,
}
"""The versions, as they stand in a hello."""
_NAMES = {number: name for name, number in NUMBERS.items()}
_ALERTS = {
    0: "close_notify",
    10: "unexpected_message",
    20: "bad_record_mac",
    40: "handshake_failure",
    47: "illegal_parameter",
    50: "decode_error",
    70: "protocol_version",
    71: "insufficient_security",
    80: "internal_error",
    86: "inappropriate_fallback",
    109: "missing_extension",
    112: "unrecognized_name",
    116: "certificate_required",
}
_ALERT, _HANDSHAKE = 21, 22
_SERVER_HELLO, _SERVER_KEY_EXCHANGE, _SERVER_HELLO_DONE = 2, 12, 14
_X25519 = 29
_SIGNATURES = (0x0403, 0x0503, 0x0603, 0x0807, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201)
_SSL2_KINDS = (0x010080, 0x020080, 0x030080, 0x040080, 0x050080, 0x060040, 0x0700C0)
_MOST = 64 * 1024


def client_hello(attempt: TlsHello, name: str | None, random: bytes) -> bytes:
    """The octets of a hello; ``name`` is the server's, ``random`` 64 octets that nobody can guess."""
    number = NUMBERS[attempt.version]
    if attempt.version == "SSL 2.0":
        kinds = b"".join(kind.to_bytes(3, "big") for kind in _SSL2_KINDS)
        body = struct.pack("!BHHHH", 1, number, len(kinds), 0, 16) + kinds + random[:16]
        return struct.pack("!H", 0x8000 | len(body)) + body
    suites = (*attempt.suites, 0x00FF) if number < NUMBERS["TLS 1.3"] else attempt.suites
    body = struct.pack("!H", min(number, NUMBERS["TLS 1.2"])) + random[:32]
    body += _vector(random[32:64] if number == NUMBERS["TLS 1.3"] else b"", 1)
    body += _vector(_shorts(suites), 2) + _vector(b"\1\0" if attempt.compression else b"\0", 1)
    if number > NUMBERS["SSL 3.0"]:
        body += _vector(b"".join(_extensions(attempt, number, name, random)), 2)
    message = b"\1" + len(body).to_bytes(3, "big") + body
    return struct.pack("!BHH", _HANDSHAKE, min(number, NUMBERS["TLS 1.0"]), len(message)) + message


def answer_of(octets: bytes, *, ended: bool) -> TlsHelloAnswered | None:
    """What the server has said with these octets, None while it may say more; whatever they are."""
    if octets[:1] and octets[0] & 0x80 and octets[2:3] == b"\4":
        return TlsHelloAnswered("SSL 2.0", 0)
    found = TlsHelloAnswered(ended=ended)
    stream = b""
    for kind, content in records(octets):
        if kind == _ALERT and len(content) == 2:
            alert = _ALERTS.get(content[1], f"alert {content[1]}")
            return replace(found, alert=alert) if found.suite is None else found
        if kind == _HANDSHAKE:
            stream += content
    for kind, body in messages(stream):
        if kind == _SERVER_HELLO:
            found = _server_hello(body, ended)
            if found.version == "TLS 1.3" or not found.agreed:
                return found
        elif kind == _SERVER_KEY_EXCHANGE and body[:1] == b"\3" and len(body) >= 3:
            return replace(found, group=int.from_bytes(body[1:3], "big"))
        elif kind == _SERVER_HELLO_DONE:
            return found
    return found if ended else None


async def say_hello(attempt: TlsHello, host: str, port: int, name: str | None, timeout: float) -> TlsHelloAnswered:
    """Make the attempt. Raises ``OSError`` where nobody answers."""
    async with asyncio.timeout(timeout):
        reader, writer = await asyncio.open_connection(host, port)
    octets, answered = b"", None
    try:
        writer.write(client_hello(attempt, name, os.urandom(64)))
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout):
                while answered is None:
                    try:
                        more = await reader.read(_MOST)
                    except OSError:
                        more = b""
                    octets += more
                    answered = answer_of(octets, ended=not more or len(octets) > _MOST)
    finally:
        writer.transport.abort()
    return answered or replace(answer_of(octets, ended=True) or TlsHelloAnswered(), ended=False)


def _server_hello(body: bytes, ended: bool) -> TlsHelloAnswered:
    session = body[34] if len(body) > 34 else 0
    rest = body[35 + session :]
    if len(rest) < 3:
        return TlsHelloAnswered(ended=True)
    number, group = int.from_bytes(body[:2], "big"), None
    for kind, content in extensions(rest[5:]):
        if kind == 43 and len(content) == 2:
            number = int.from_bytes(content, "big")
        elif kind == 51 and len(content) >= 2:
            group = int.from_bytes(content[:2], "big")
    version = _NAMES.get(number, f"version {number:#06x}")
    return TlsHelloAnswered(version, int.from_bytes(rest[:2], "big"), rest[2], group, None, ended)


def records(octets: bytes) -> Iterator[tuple[int, bytes]]:
    """The whole records, as far as they are any: the kind and the content of each."""
    while len(octets) >= 5 and octets[1] == 3:
        length = int.from_bytes(octets[3:5], "big")
        if len(octets) < 5 + length:
            return
        yield octets[0], octets[5 : 5 + length]
        octets = octets[5 + length :]


def messages(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """The whole messages of a handshake: the kind and the body of each."""
    while len(stream) >= 4:
        length = int.from_bytes(stream[1:4], "big")
        if len(stream) < 4 + length:
            return
        yield stream[0], stream[4 : 4 + length]
        stream = stream[4 + length :]


def extensions(octets: bytes) -> Iterator[tuple[int, bytes]]:
    """The extensions in their list, as far as they are any: the kind and the content of each."""
    while len(octets) >= 4:
        kind, length = struct.unpack("!HH", octets[:4])
        yield kind, octets[4 : 4 + length]
        octets = octets[4 + length :]


def _extensions(attempt: TlsHello, number: int, name: str | None, random: bytes) -> Iterator[bytes]:
    if name is not None:
        yield _extension(0, _vector(b"\0" + _vector(name.encode("idna"), 2), 2))
    yield _extension(10, _vector(_shorts(attempt.groups), 2))
    yield _extension(11, _vector(b"\0", 1))
    # Some servers go on with nobody who lacks it (extended_master_secret, RFC 7627).
    yield _extension(23, b"")
    if number >= NUMBERS["TLS 1.2"]:
        yield _extension(13, _vector(_shorts(_SIGNATURES), 2))
    if number == NUMBERS["TLS 1.3"]:
        yield _extension(43, _vector(_shorts((number,)), 1))
        share = _shorts((_X25519,)) + _vector(random[:32], 2) if _X25519 in attempt.groups else b""
        yield _extension(51, _vector(share, 2))


def _extension(kind: int, content: bytes) -> bytes:
    return struct.pack("!HH", kind, len(content)) + content


def _vector(content: bytes, size: int) -> bytes:
    """Octets behind their number, which has so many octets."""
    return len(content).to_bytes(size, "big") + content


def _shorts(numbers: Sequence[int]) -> bytes:
    return struct.pack(f"!{len(numbers)}H", *numbers)
