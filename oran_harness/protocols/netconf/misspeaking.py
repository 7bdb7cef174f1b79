"""What one side says wrongly on purpose, by name: for tests of whoever hears it.

``misspeak`` makes the octets of it out of a proper message. What is told of each, ``finds``, is the breach that a
``Conversation`` sees in it: the judge is judged with the same list.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lxml import etree

from oran_harness.codec.xml import Element, local_name, namespace, parse, write
from oran_harness.model.errors import UsageError
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.framing import Framing, frame
from oran_harness.protocols.netconf.misframing import MISFRAMINGS, Misframing, other_frame
from oran_harness.protocols.netconf.namespaces import BASE

_ANY = ("rpc", "rpc-reply", "notification")
_HELLO = ("hello",)
_RPC = ("rpc",)
_REPLY = ("rpc-reply",)
_NOTIFICATION = ("notification",)
_OVERSIZE = 17 * 1024 * 1024
_DEEP = 5_000
_LONG_ID = 4_096


@dataclass(frozen=True, slots=True)
class Misspeaking:
    """One way to speak wrongly.

    ``of`` are the messages that it can be done to, ``framing`` the only framing that it can be done in, if there is but
    one; what is ``framed`` cannot be done without frames. ``finds`` is the breach that lies in it; None for what is
    proper, only unusual.
    """

    name: str
    title: str
    of: tuple[str, ...]
    finds: BreachKind | None
    change: Callable[[bytes, Framing], bytes]
    framing: Framing | None = None
    framed: bool = False


def misspeak(name: str, message: bytes, framing: Framing) -> bytes:
    """The octets, frame and all, of a proper message said wrongly.

    Raises ``UsageError`` if there is no such way, or it does not fit the message or the framing.
    """
    way = MISSPEAKINGS.get(name)
    if way is None:
        raise UsageError(f"There is no way to misspeak called {name}. There are: {', '.join(MISSPEAKINGS)}.")
    said = local_name(parse(message).tag)
    if said not in way.of:
        raise UsageError(f"{name} is done to {' or '.join(way.of)}, not to {said}. Take one of those.")
    if way.framing not in (None, framing):
        raise UsageError(f"{name} is done in {way.framing} framing only. Name base:1.1 in both hellos for chunks.")
    if way.framed and framing is Framing.NONE:
        raise UsageError(f"{name} cannot be done where the transport keeps messages apart. Use SSH or TLS.")
    return way.change(message, framing)


def _edited(edit: Callable[[Element], None]) -> Callable[[bytes, Framing], bytes]:
    def change(message: bytes, framing: Framing) -> bytes:
        root = parse(message)
        edit(root)
        return frame(write(root), framing)

    return change


def _misframed(misframing: Misframing) -> Callable[[bytes, Framing], bytes]:
    return lambda message, _: misframing(message)


def _octets(change: Callable[[bytes], bytes]) -> Callable[[bytes, Framing], bytes]:
    return lambda message, framing: frame(change(message), framing)


def _inside(message: bytes, octets: bytes) -> bytes:
    """The message with octets before its last end tag."""
    end = message.rindex(b"</")
    return message[:end] + octets + message[end:]


def _after_start(message: bytes, octets: bytes) -> bytes:
    """The message with octets right behind its first start tag."""
    at = message.index(b">") + 1
    return message[:at] + octets + message[at:]


def _bomb(message: bytes) -> bytes:
    entities = [b'<!ENTITY e0 "boom">']
    entities += [b'<!ENTITY e%d "%b">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 10)]
    return b"<!DOCTYPE bomb [%b]>%b" % (b"".join(entities), _inside(message, b"&e9;"))


def _external(message: bytes) -> bytes:
    doctype = b'<!DOCTYPE message [<!ENTITY file SYSTEM "file:///etc/hostname">]>'
    return doctype + _inside(message, b"&file;")


def _deep(message: bytes) -> bytes:
    return _inside(message, b"<d>" * _DEEP + b"</d>" * _DEEP)


def _renamed(root: Element, name: Callable[[str], str], declared: dict[str | None, str]) -> Element:
    """A copy of an element and all in it, with NETCONF's own elements under other names."""

    def fill(source: Element, target: Element) -> None:
        target.text = source.text
        target.attrib.update(source.attrib)
        for child in source.iterchildren("*"):
            tag = name(child.tag) if namespace(child.tag) == BASE else child.tag
            fill(child, etree.SubElement(target, tag, nsmap=_own(child)))

    copy = etree.Element(name(root.tag), nsmap=declared)
    fill(root, copy)
    return copy


def _own(element: Element) -> dict[str | None, str]:
    return {prefix: uri for prefix, uri in element.nsmap.items() if uri != BASE}


def _in_namespace(uri: str) -> Callable[[bytes], bytes]:
    def name(tag: str) -> str:
        return f"{{{uri}}}{local_name(tag)}" if uri else local_name(tag)

    return lambda message: write(_renamed(parse(message), name, {None: uri} if uri else {}))


def _prefixed(message: bytes) -> bytes:
    root = parse(message)
    return write(_renamed(root, str, {**_own(root), "nc": BASE}))


def _without_id(root: Element) -> None:
    root.attrib.pop("message-id", None)


def _with_id(text: str) -> Callable[[Element], None]:
    return lambda root: root.set("message-id", text)


def _twice(root: Element) -> None:
    etree.SubElement(root, f"{{{BASE}}}get")


def _emptied(root: Element) -> None:
    for child in list(root):
        root.remove(child)


def _ok_too(root: Element) -> None:
    etree.SubElement(root, f"{{{BASE}}}ok")
    etree.SubElement(root, f"{{{BASE}}}data")


def _child(root: Element, name: str) -> Element:
    found = root.find(f"{{*}}{name}")
    return etree.SubElement(root, f"{{{namespace(root.tag)}}}{name}") if found is None else found


def _with_text(name: str, text: str) -> Callable[[Element], None]:
    def edit(root: Element) -> None:
        _child(root, name).text = text

    return edit


def _without(name: str) -> Callable[[Element], None]:
    return lambda root: root.remove(_child(root, name))


def _without_zone(root: Element) -> None:
    time = _child(root, "eventTime")
    time.text = (time.text or "")[:19]


def _without_bases(*versions: str) -> Callable[[Element], None]:
    def edit(root: Element) -> None:
        listed = _child(root, "capabilities")
        for each in list(listed):
            if (each.text or "").rpartition(":base:")[2] in versions:
                listed.remove(each)

    return edit


def _ways() -> Iterator[Misspeaking]:
    chunked, kind = Framing.CHUNKED, BreachKind
    frames = {
        "stray-newline": ("A line feed before a message", kind.STRAY_OCTETS),
        "stray-octets": ("Other octets before a message", kind.NO_CHUNK),
        "chunk-size-too-large": ("A chunk announced larger than it is", kind.CUT_OFF),
        "chunk-size-too-small": ("A chunk announced smaller than it is", kind.NO_CHUNK),
        "chunk-size-zero": ("A chunk of no octets", kind.CHUNK_SIZE_ZERO),
        "chunk-size-leading-zero": ("A chunk's size with a zero before it", kind.CHUNK_SIZE_LEADING_ZERO),
        "chunk-size-negative": ("A chunk's size below zero", kind.BAD_CHUNK_HEADER),
        "chunk-size-hexadecimal": ("A chunk's size in hexadecimal", kind.BAD_CHUNK_HEADER),
        "chunk-size-over-limit": ("A chunk's size above the largest there is", kind.CHUNK_SIZE_OVER_LIMIT),
        "chunk-size-at-limit": ("A chunk of 4 GB announced", kind.OVERSIZE),
        "chunk-size-missing": ("A chunk without its size", kind.BAD_CHUNK_HEADER),
        "carriage-returns": ("Carriage returns before the line feeds of the frame", kind.BAD_CHUNK_HEADER),
        "no-chunk": ("An end of chunks without a chunk", kind.NO_OCTETS),
        "no-end-of-chunks": ("A message without its end of chunks", kind.CUT_OFF),
        "both-ends": ("A chunked message with ]]>]]> behind it", kind.NO_CHUNK),
    }
    for name, (title, finds) in frames.items():
        yield Misspeaking(name, title, _ANY, finds, _misframed(MISFRAMINGS[name]), chunked)
    yield Misspeaking(
        "end-of-message", "]]>]]> though chunks are agreed", _ANY, kind.NOT_IN_CHUNKS, other_frame, chunked
    )
    yield Misspeaking(
        "chunks", "Chunks that are not agreed", _ANY, kind.CHUNKS_NOT_AGREED, other_frame, Framing.END_OF_MESSAGE
    )
    yield Misspeaking(
        "no-end-of-message", "A message without ]]>]]>", _ANY, kind.CUT_OFF, lambda m, _: m, Framing.END_OF_MESSAGE
    )
    yield from _texts(kind)
    yield from _hellos(kind)
    yield from _contents(kind)


def _texts(kind: type[BreachKind]) -> Iterator[Misspeaking]:
    texts: tuple[tuple[str, str, BreachKind | None, Callable[[bytes], bytes]], ...] = (
        ("not-well-formed", "A message without its last end tag", kind.NOT_WELL_FORMED, lambda m: m[: m.rindex(b"</")]),
        ("not-utf-8", "An octet that is no UTF-8", kind.NOT_UTF_8, lambda m: _after_start(m, b"\xff")),
        ("utf-16", "A message in UTF-16", kind.NOT_UTF_8, lambda m: m.decode().encode("utf-16")),
        ("document-type", "A document type declaration", kind.DOCUMENT_TYPE, lambda m: b"<!DOCTYPE message>" + m),
        ("entity-bomb", "Entities within entities, ten gigabytes of them", kind.DOCUMENT_TYPE, _bomb),
        ("external-entity", "An entity that names a file", kind.DOCUMENT_TYPE, _external),
        ("unknown-entity", "An entity that nothing declares", kind.NOT_WELL_FORMED, lambda m: _inside(m, b"&none;")),
        ("deep", "Elements within each other, thousands of them", kind.TOO_DEEP, _deep),
        ("oversize", "A message of 17 MB", kind.OVERSIZE, lambda m: _inside(m, b" " * _OVERSIZE)),
        ("prefixed", "A prefix for NETCONF's namespace, which is proper", None, _prefixed),
        ("no-namespace", "NETCONF's elements in no namespace", kind.WRONG_NAMESPACE, _in_namespace("")),
        ("foreign-namespace", "NETCONF's elements elsewhere", kind.WRONG_NAMESPACE, _in_namespace("urn:elsewhere")),
        ("unknown-message", "A message that NETCONF does not have", kind.UNKNOWN_MESSAGE, lambda _: b"<message/>"),
    )
    for name, title, finds, change in texts:
        yield Misspeaking(name, title, _ANY, finds, _octets(change))


def _hellos(kind: type[BreachKind]) -> Iterator[Misspeaking]:
    yield Misspeaking("no-hello", "No hello at all", _HELLO, kind.NO_HELLO, lambda _, __: b"", framed=True)
    yield Misspeaking(
        "hello-in-chunks",
        "A hello in chunks",
        _HELLO,
        kind.HELLO_IN_CHUNKS,
        lambda m, _: frame(m, Framing.CHUNKED),
        framed=True,
    )
    hellos: tuple[tuple[str, str, BreachKind, Callable[[Element], None]], ...] = (
        ("session-id-zero", "The session-id 0", kind.BAD_SESSION_ID, _with_text("session-id", "0")),
        ("no-session-id", "No session-id from a server", kind.NO_SESSION_ID, _without("session-id")),
        ("client-session-id", "A session-id from a client", kind.SESSION_ID_FROM_CLIENT, _with_text("session-id", "1")),
        ("no-capabilities", "No capabilities", kind.NO_CAPABILITIES, _without("capabilities")),
        ("no-base", "No version of the base protocol", kind.NO_BASE, _without_bases("1.0", "1.1")),
        ("base-1-0-only", "Only base:1.0", kind.NO_BASE_1_1, _without_bases("1.1")),
    )
    for name, title, finds, edit in hellos:
        yield Misspeaking(name, title, _HELLO, finds, _edited(edit))


def _contents(kind: type[BreachKind]) -> Iterator[Misspeaking]:
    long_id = _with_id("7" * _LONG_ID)
    contents: tuple[tuple[str, str, tuple[str, ...], BreachKind, Callable[[Element], None]], ...] = (
        ("no-message-id", "A request without message-id", _RPC, kind.NO_MESSAGE_ID, _without_id),
        ("long-message-id", "A message-id of 4096 characters", _RPC, kind.MESSAGE_ID_TOO_LONG, long_id),
        ("two-operations", "Two operations in one request", _RPC, kind.NOT_ONE_OPERATION, _twice),
        ("no-operation", "A request for nothing", _RPC, kind.NOT_ONE_OPERATION, _emptied),
        ("reply-without-id", "A reply without message-id", _REPLY, kind.REPLY_WITHOUT_ID, _without_id),
        ("unknown-id", "A reply with another message-id", _REPLY, kind.REPLY_WITH_UNKNOWN_ID, _with_id("no-such-id")),
        ("ok-with-more", "A reply with ok and data", _REPLY, kind.OK_WITH_MORE, _ok_too),
        ("empty-reply", "A reply that holds nothing", _REPLY, kind.EMPTY_REPLY, _emptied),
        ("no-event-time", "No eventTime", _NOTIFICATION, kind.NO_EVENT_TIME, _without("eventTime")),
        (
            "bad-event-time",
            "An eventTime of words",
            _NOTIFICATION,
            kind.BAD_EVENT_TIME,
            _with_text("eventTime", "noon"),
        ),
        ("no-time-zone", "An eventTime without zone", _NOTIFICATION, kind.EVENT_TIME_WITHOUT_ZONE, _without_zone),
    )
    for name, title, of, finds, edit in contents:
        yield Misspeaking(name, title, of, finds, _edited(edit))
    yield Misspeaking(
        "second-reply",
        "One reply twice",
        _REPLY,
        kind.SECOND_REPLY,
        lambda m, framing: frame(m, framing) * 2,
        framed=True,
    )


MISSPEAKINGS: Mapping[str, Misspeaking] = MappingProxyType({way.name: way for way in _ways()})
"""Every way to misspeak, by name."""
