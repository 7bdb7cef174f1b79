"""The frames of a transcript, where it has kept them octet by octet (RFC 6242 4)."""

import re

_END = b"]]>]]>"
_CHUNK = re.compile(rb"\n#(\d{1,10})\n")
_END_OF_CHUNKS = b"\n##\n"
_BASE_1_1 = re.compile(rb"urn:ietf:params:netconf:base:1\.1(?![\w.])")

Frame = tuple[bytes, bytes]
"""The octets of a message with its frame, and without."""


def framed_messages(text: bytes) -> list[Frame] | None:
    """All messages of a text that is nothing but frames; None for any other.

    Somebody who writes a session down, or takes a password out of it, does not count octets: where the size of one
    chunk does not fit, or where both sides name base:1.1 and all ends with ``]]>]]>``, the frames are his.
    """
    frames = []
    at, chunked = 0, False
    while text[at:].strip() if len(text) - at < 64 else True:
        found = _chunks(text, at) or _delimited(text, at)
        if found is None:
            return None
        octets = found[0]
        chunked = chunked or octets.startswith(b"\n#")
        frames.append(found)
        at += len(octets)
    named = sum(_BASE_1_1.search(message) is not None for _, message in frames[:2])
    return None if not frames or (named == 2 and len(frames) > 2 and not chunked) else frames


def _chunks(text: bytes, at: int) -> Frame | None:
    begin, parts = at, []
    while (found := _CHUNK.match(text, at)) is not None:
        size = int(found[1])
        part = text[found.end() : found.end() + size]
        at = found.end() + size
        if not size or len(part) < size:
            return None
        parts.append(part)
    if not parts or not text.startswith(_END_OF_CHUNKS, at):
        return None
    return text[begin : at + len(_END_OF_CHUNKS)], b"".join(parts)


def _delimited(text: bytes, at: int) -> Frame | None:
    end = text.find(_END, at)
    message = text[at:end]
    if end < 0 or not message.lstrip().startswith(b"<") or _CHUNK.search(message) is not None:
        return None
    return text[at : end + len(_END)], message
