"""Flaws of requests and replies, whatever is asked (RFC 6241 4)."""

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from oran_harness.codec.xml import Element, local_name
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Die
from oran_harness.peers.flaws.element_replies import (
    Erring,
    FindingNothing,
    Rewording,
    Tolerating,
    errors_in,
    tagged,
    without,
)
from oran_harness.peers.flaws.element_requests import Deaf, holding
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.messages import Rpc
from oran_harness.protocols.netconf.namespaces import base
from oran_harness.protocols.netconf.rpc_error import RpcError

ELEMENT = Role.O1_PROVIDER
_ID_ROOM = 64
_MOST_REFUSALS = 10
_WINDOW = 50
_NO = RpcError("rpc", "operation-failed", message="The message cannot be read.")


def _id_cut(root: Element) -> None:
    root.set("message-id", root.get("message-id", "")[:_ID_ROOM])


def _attributes_lost(root: Element) -> None:
    for name in [each for each in root.attrib if each != "message-id"]:
        del root.attrib[name]


class _Prefixed(FlawedElement):
    """Refuses requests with an element whose name begins so."""

    def __init__(self, actor: Actor, first: bytes) -> None:
        super().__init__(actor)
        self._first = first

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Refuse it."""
        return speaking.refusal(rpc, _NO) if self._first in rpc.octets else super().asked(session, rpc, now)


class _ByLocalName(FlawedElement):
    """Goes by the local names of operations, whatever their namespace."""

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Take it for one of NETCONF's own."""
        if rpc.operation is not None and rpc.namespace not in self.managed.models.namespaces:
            own = etree.Element(base(local_name(rpc.operation.tag)), rpc.operation.attrib)
            own.extend(list(rpc.operation))
            rpc = replace(rpc, operation=own)
        return super().asked(session, rpc, now)


class _OutOfOrder(FlawedElement):
    """Answers a request for state, which takes longer, behind the next request."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._late: dict[int, list[bytes]] = {}

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Keep it, or say what was kept."""
        if rpc is not None and rpc.name == "get":
            self._late.setdefault(session.number, []).append(reply)
            return ()
        return (*super().replies(session, rpc, reply), *self._late.pop(session.number, ()))


class _LosingOne(FlawedElement):
    """Loses one request of fifty."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._count = 0

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Count it."""
        self._count += 1
        return None if self._count % _WINDOW == 0 else super().asked(session, rpc, now)


class _Tiring(FlawedElement):
    """Answers nothing more in a session in which it has refused ten requests."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._refused: dict[int, int] = {}

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Count refusals."""
        count = self._refused.get(session.number, 0)
        self._refused[session.number] = count + bool(errors_in(reply))
        return () if count >= _MOST_REFUSALS else super().replies(session, rpc, reply)


class _UnreadableUnanswered(FlawedElement):
    """Does not answer what it cannot read."""

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Say nothing to it."""
        return () if rpc is None else super().replies(session, rpc, reply)


class _UnreadableDone(FlawedElement):
    """Says ok to what it cannot read."""

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Say ok."""
        return super().replies(session, rpc, speaking.ok(None) if rpc is None else reply)


class _NewTag(FlawedElement):
    """Says malformed-message to every manager."""

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Say it."""
        if rpc is None:
            reply = reply.replace(b"operation-failed", b"malformed-message")
        return super().replies(session, rpc, reply)


class _DyingOfDocumentTypes(FlawedElement):
    """Crashes on a document type declaration, as a parser does that expands what is declared."""

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Crash."""
        if rpc is None and b"document type" in reply:
            self.managed.commands.append(Die())
            return ()
        return super().replies(session, rpc, reply)


FLAWS = (
    Flaw(
        "element-close-of-two-tags-unheard",
        "Does not hear a close-session that is written with a tag for its end",
        ELEMENT,
        None,
        lambda actor: Deaf(actor, lambda octets: b"></close-session>" in octets),
        ("O1-RPC-114",),
    ),
    Flaw(
        "element-message-id-cut",
        "Copies the first 64 characters of a message-id",
        ELEMENT,
        None,
        lambda actor: Rewording(actor, _id_cut),
        ("O1-RPC-101",),
    ),
    Flaw(
        "element-attributes-lost",
        "Does not copy attributes of a request other than message-id",
        ELEMENT,
        None,
        lambda actor: Rewording(actor, _attributes_lost),
        ("O1-RPC-102",),
    ),
    Flaw(
        "element-missing-id-called-failure",
        "Says operation-failed where missing-attribute is due",
        ELEMENT,
        "F41",
        lambda actor: Erring(actor, "missing-attribute", change=tagged("operation-failed")),
        ("O1-RPC-103",),
    ),
    Flaw(
        "element-unknown-operation-done",
        "Says ok to an operation that it does not have",
        ELEMENT,
        None,
        lambda actor: Tolerating(actor, "operation-not-supported"),
        ("O1-RPC-104",),
    ),
    Flaw(
        "element-goes-by-local-names",
        "Carries out operations of any namespace by their local names",
        ELEMENT,
        None,
        _ByLocalName,
        ("O1-RPC-105",),
    ),
    Flaw(
        "element-unknown-nodes-accepted",
        "Says ok to elements that it does not know",
        ELEMENT,
        "F41",
        lambda actor: Tolerating(actor, "unknown-element", "unknown-namespace"),
        ("O1-EDIT-136", "O1-EDIT-137", "O1-EDIT-138", "O1-OPTION-104", "O1-RPC-106", "O1-VALIDATE-102"),
    ),
    Flaw(
        "element-nc-prefix-refused",
        "Refuses requests whose elements have the prefix nc",
        ELEMENT,
        "F41",
        lambda actor: _Prefixed(actor, b"<nc:"),
        ("O1-RPC-107", "O1-EDIT-114"),
    ),
    Flaw(
        "element-nc-hello-lost",
        "Does not read a hello whose elements have the prefix nc",
        ELEMENT,
        "F41",
        lambda actor: Deaf(actor, lambda octets: b"<nc:hello" in octets),
        ("O1-HELLO-113",),
    ),
    Flaw(
        "element-odd-prefix-refused",
        "Refuses requests whose prefixes begin with an underscore",
        ELEMENT,
        None,
        lambda actor: _Prefixed(actor, b"<_"),
        ("O1-RPC-108",),
    ),
    Flaw(
        "element-answers-out-of-order",
        "Answers get behind the request that comes after it",
        ELEMENT,
        None,
        _OutOfOrder,
        ("O1-RPC-109",),
    ),
    Flaw(
        "element-loses-each-fiftieth",
        "Does not answer each fiftieth request",
        ELEMENT,
        None,
        _LosingOne,
        ("O1-RPC-110",),
    ),
    Flaw(
        "element-lost-by-xml-declaration",
        "Does not read requests that begin with an XML declaration",
        ELEMENT,
        None,
        lambda actor: Deaf(actor, lambda octets: octets.startswith(b"\n#") and b"\n<?xml" in octets),
        ("O1-RPC-111",),
    ),
    Flaw(
        "element-error-without-type",
        "Leaves error-type out of its errors",
        ELEMENT,
        None,
        lambda actor: Rewording(actor, without(".//{*}error-type")),
        ("O1-RPC-112",),
    ),
    Flaw(
        "element-tires-of-refusing",
        "Answers nothing more in a session in which it has refused ten requests",
        ELEMENT,
        None,
        _Tiring,
        ("O1-RPC-113",),
    ),
    Flaw(
        "element-unreadable-unanswered",
        "Does not answer what it cannot read",
        ELEMENT,
        None,
        _UnreadableUnanswered,
        ("O1-RPC-121", "O1-RPC-123"),
    ),
    Flaw(
        "element-unreadable-done",
        "Says ok to what it cannot read",
        ELEMENT,
        None,
        _UnreadableDone,
        ("O1-RPC-122",),
    ),
    Flaw(
        "element-dies-of-document-type",
        "Crashes on a document type declaration",
        ELEMENT,
        None,
        _DyingOfDocumentTypes,
        ("O1-RPC-124",),
    ),
    Flaw(
        "element-two-operations-taken",
        "Answers a request with two operations as if it had one",
        ELEMENT,
        None,
        lambda actor: FindingNothing(actor, "bad-element", test=holding("<get-config")),
        ("O1-RPC-127",),
    ),
    Flaw(
        "element-rpc-of-any-namespace",
        "Takes a request whose rpc is in another namespace",
        ELEMENT,
        None,
        lambda actor: FindingNothing(actor, "unknown-namespace", test=holding("<get-config")),
        ("O1-RPC-128",),
    ),
    Flaw(
        "element-new-error-tag-to-old-managers",
        "Says malformed-message to managers of base:1.0, which do not have it",
        ELEMENT,
        None,
        _NewTag,
        ("O1-RPC-129",),
    ),
)
