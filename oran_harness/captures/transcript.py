"""A NETCONF session as people keep it: a text with the messages of both sides, one after the other."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from oran_harness.captures.carried import is_transcript
from oran_harness.captures.note_kind import NoteKind
from oran_harness.captures.source import DamageError, Source
from oran_harness.captures.statistics import Statistics
from oran_harness.captures.transcript_frames import framed_messages
from oran_harness.model import Event, EventKind, HistoryHeader, InputError, Role

LARGEST = 64 * 1024 * 1024
"""Octets of a transcript that are read."""
CLIENT, SERVER = "client", "server"
_PIECE = 1 << 20
_LONGEST_LITERAL = 4 << 20
_NAME = rb"(?P<name>(?:[\w.-]+:)?(?P<kind>hello|rpc-reply|rpc|notification))"
_DECLARATION = re.compile(rb"^<\?xml[^<>]{0,200}\?>\s*")
_BEGIN = re.compile(rb"(?:<\?xml[^<>]{0,200}\?>\s{0,8})?<" + _NAME + rb"(?=[\s/>])(?P<attributes>[^<>]*)>")
_SESSION_ID = re.compile(rb"<(?:[\w.-]+:)?session-id[\s>]")
_LITERAL = re.compile(rb"^b(?P<quote>['\"]).*(?P=quote)\r?$", re.MULTILINE)
_WITHOUT = "there are none, or they are not those of the wire; they are not judged"


@dataclass(frozen=True, slots=True)
class Said:
    """One message of a transcript: its octets, with their frame if that was kept, and what its element is."""

    octets: bytes
    kind: str
    side: str


class Transcript:
    """A file with the messages of NETCONF sessions, in frames or not, among lines of a log or not.

    Who says what is told by the messages: a server's hello has a session-id, and it alone replies and notifies. Each
    further hello of a side begins another session. There are no times. Raises ``InputError`` for a file that is too
    large, or has no message of NETCONF.
    """

    def __init__(self, source: Source, statistics: Statistics) -> None:
        self._statistics = statistics
        text = _whole(source)
        statistics.octets = len(text)
        framed = framed_messages(text)
        if framed is not None:
            told = [said(each) for each in framed]
            self._said = [each for each in told if each is not None]
        self._framed = framed is not None and len(self._said) == len(framed)
        if not self._framed:
            self._said = list(_once(messages(text)))
        if not self._said:
            raise InputError(
                f"{source.path} names NETCONF and has no whole message of it (hello, rpc, rpc-reply, notification); "
                "name a transcript with the messages as they went"
            )
        self.header = HistoryHeader(roles={CLIENT: Role.O1_MANAGER.value, SERVER: Role.O1_PROVIDER.value})

    def events(self) -> Iterator[Event]:
        """All that was said, in order."""
        number = 0
        if not self._framed:
            number += 1
            yield Event(number, 0.0, EventKind.NOTE, message=NoteKind.FRAMES.text(_WITHOUT))
        session, greeted = 0, {CLIENT, SERVER}
        for each in self._said:
            hello = each.kind == "hello"
            if not session or (hello and each.side in greeted):
                session, greeted = session + 1, set()
                if hello and self._framed:
                    number += 1
                    yield Event(number, 0.0, EventKind.UP, str(session), CLIENT, SERVER)
            greeted |= {each.side} if hello else {CLIENT, SERVER}
            far = SERVER if each.side == CLIENT else CLIENT
            number += 1
            yield Event(number, 0.0, EventKind.OCTETS, str(session), each.side, far, octets=each.octets)


def messages(text: bytes) -> Iterator[Said]:
    """The messages in a text, whatever stands between them; one that breaks off is left out."""
    text = _LITERAL.sub(_meant, text)
    ends: dict[bytes, tuple[int, int]] = {}
    found = _BEGIN.search(text)
    while found is not None:
        end = found.end() if found["attributes"].endswith(b"/") else _end(text, found, ends)
        if end is not None:
            octets = text[found.start() : end]
            kind = found["kind"].decode()
            yield Said(octets, kind, _side(kind, octets))
        found = _BEGIN.search(text, found.end() if end is None else end)


def said(frame: tuple[bytes, bytes]) -> Said | None:
    """A framed message, given with and without its frame; None if it is none."""
    octets, message = frame
    found = _BEGIN.search(message)
    if found is None:
        return None
    kind = found["kind"].decode()
    return Said(octets, kind, _side(kind, message))


def _end(text: bytes, found: re.Match[bytes], ends: dict[bytes, tuple[int, int]]) -> int | None:
    """Where a message ends, None if it does not; ``ends`` are the next end tags by name, each looked for once."""
    name = found["name"]
    begin, end = ends.get(name, (-1, -1))
    if begin < found.end():
        closing = re.compile(rb"</" + re.escape(name) + rb"\s*>").search(text, found.end())
        begin, end = ends[name] = (len(text), -1) if closing is None else closing.span()
    if end < 0:
        return None
    within = _BEGIN.finditer(text, found.end(), begin)
    return None if any(_begins(each["attributes"]) for each in within) else end


def _begins(attributes: bytes) -> bool:
    """Whether an element is a message of its own, and not one of the data that has such a name."""
    return b"message-id" in attributes or is_transcript(attributes)


def _side(kind: str, octets: bytes) -> str:
    if kind == "hello":
        return CLIENT if _SESSION_ID.search(octets) is None else SERVER
    return CLIENT if kind == "rpc" else SERVER


def _once(told: Iterator[Said]) -> Iterator[Said]:
    """Logs have what came twice: as it came, and as it was handed on."""
    last: dict[str, bytes] = {}
    for each in told:
        bare = _DECLARATION.sub(b"", each.octets)
        if last.get(each.side) != bare:
            yield each
        last[each.side] = bare


def _meant(literal: re.Match[bytes]) -> bytes:
    """The octets that a line of a log shows as Python writes them."""
    line = literal[0].rstrip(b"\r")
    if len(line) > _LONGEST_LITERAL:
        return line
    try:
        value = ast.literal_eval(line.decode("ascii"))
    except (ValueError, SyntaxError, MemoryError, RecursionError):  # what only looks like one is taken as it is
        return line
    return value if isinstance(value, bytes) else line


def _whole(source: Source) -> bytes:
    pieces = []
    size = 0
    try:
        while piece := source.read(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > LARGEST:
                raise InputError(
                    f"{source.path} is a transcript of more than {LARGEST >> 20} MiB; "
                    "name a part of it, or a capture, which is read as a stream"
                )
    except DamageError as error:
        raise InputError(f"{source.path} cannot be read ({error}); copy or record it again") from error
    if source.damage is not None:
        raise InputError(f"{source.path} cannot be read ({source.damage}); copy or record it again")
    return b"".join(pieces).removeprefix(b"\xef\xbb\xbf")
