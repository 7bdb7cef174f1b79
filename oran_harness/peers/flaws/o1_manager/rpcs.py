"""Managers that ask wrongly, or make the wrong thing of replies (RFC 6241 3, 4)."""

from dataclasses import replace
from typing import Any

from lxml import etree

from oran_harness.codec.xml import Element
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_manager import (
    Asking,
    Believing,
    Editing,
    Leaving,
    Refusing,
    Stunned,
    mannered,
    operation_of,
    put,
)
from oran_harness.peers.o1_manager import O1Manager
from oran_harness.peers.o1_manager.manner import Manner
from oran_harness.peers.o1_manager.session import Session
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.messages import Rpc, RpcReply
from oran_harness.protocols.netconf.namespaces import BASE, base

MANAGER = Role.O1_MANAGER
_UNREADABLE = (
    BreachKind.NOT_WELL_FORMED,
    BreachKind.NOT_UTF_8,
    BreachKind.DOCUMENT_TYPE,
    BreachKind.TOO_DEEP,
)
_STRANGE = (
    BreachKind.EMPTY_REPLY,
    BreachKind.WRONG_NAMESPACE,
    BreachKind.REPLY_WITH_UNKNOWN_ID,
    BreachKind.SECOND_REPLY,
)


class _ByOrder(Manner):
    """Takes each reply for that to the oldest rpc, whatever its message-id."""

    def takes(self, session: Session, reply: RpcReply, request: Rpc | None) -> str | None:
        """Take it so."""
        return session.oldest


def _impatient(actor: Actor) -> Actor:
    if isinstance(actor, O1Manager):
        actor.config = replace(actor.config, answer_within=2.0)
    return mannered(Manner)(actor)


def _without_id(rpc: Element) -> None:
    del rpc.attrib["message-id"]


def _without_source(rpc: Element) -> None:
    operation = operation_of(rpc)
    operation.remove(operation.find(base("source")))


def _strange_filter(rpc: Element) -> None:
    for each in rpc.iter(base("filter")):
        each.set("type", "xml")


def _strange_default(rpc: Element) -> None:
    found = operation_of(rpc)
    put(rpc, "default-operation", "update")
    found.insert(1, found[0])


def _in_base(rpc: Element) -> None:
    for each in operation_of(rpc).iter("*"):
        each.tag = base(etree.QName(each).localname)


def _twice(rpc: Element) -> None:
    rpc.append(etree.fromstring(etree.tostring(operation_of(rpc))))


def _error(heard: Any) -> bool:
    return isinstance(heard, RpcReply) and heard.refused


FLAWS = (
    Flaw(
        "manager-impatient",
        "Gives a session up that does not answer within two seconds",
        MANAGER,
        None,
        _impatient,
        ("O1-RPC-209",),
    ),
    Flaw(
        "manager-no-message-id",
        "Gives its rpcs no message-id",
        MANAGER,
        None,
        mannered(lambda: Asking(_without_id)),
        ("O1-RPC-201",),
    ),
    Flaw(
        "manager-two-operations",
        "Puts two operations into one rpc",
        MANAGER,
        None,
        mannered(lambda: Asking(_twice, "get")),
        ("O1-RPC-202",),
    ),
    Flaw(
        "manager-no-source",
        "Names no datastore in get-config",
        MANAGER,
        None,
        mannered(lambda: Asking(_without_source, "get-config")),
        ("O1-RPC-203",),
    ),
    Flaw(
        "manager-strange-filter",
        "Gives filters a type that there is not",
        MANAGER,
        None,
        mannered(lambda: Asking(_strange_filter)),
        ("O1-RPC-204",),
    ),
    Flaw(
        "manager-strange-default-operation",
        "Edits with a default-operation that there is not",
        MANAGER,
        None,
        mannered(lambda: Asking(_strange_default, "edit-config")),
        ("O1-RPC-205",),
    ),
    Flaw(
        "manager-get-schema-of-netconf",
        "Asks for schemas in the namespace of NETCONF itself",
        MANAGER,
        None,
        mannered(lambda: Asking(_in_base, "get-schema")),
        ("O1-SCHEMA-201",),
    ),
    Flaw(
        "manager-no-declaration",
        "Ends a session when a message begins with an XML declaration",
        MANAGER,
        None,
        mannered(lambda: Refusing(b'?>\n<rpc-reply xmlns="' + BASE.encode())),
        ("O1-RPC-207",),
    ),
    Flaw(
        "manager-unknown-attribute",
        "Ends a session when a reply has an attribute that it does not know",
        MANAGER,
        None,
        mannered(lambda: Refusing(b"t:took=")),
        ("O1-RPC-208",),
    ),
    Flaw(
        "manager-stunned-by-unreadable",
        "Asks nothing any more once it could not read a message",
        MANAGER,
        None,
        mannered(lambda: Stunned(*_UNREADABLE)),
        ("O1-RPC-221", "O1-RPC-222", "O1-RPC-223", "O1-RPC-224", "O1-RPC-225"),
    ),
    Flaw(
        "manager-stunned-by-strange-reply",
        "Asks nothing any more once a reply came that it did not expect",
        MANAGER,
        None,
        mannered(lambda: Stunned(*_STRANGE)),
        ("O1-RPC-226", "O1-RPC-227", "O1-RPC-228", "O1-RPC-230"),
    ),
    Flaw(
        "manager-replies-by-order",
        "Takes each reply for that to the oldest rpc, whatever its message-id",
        MANAGER,
        None,
        mannered(_ByOrder),
        ("O1-RPC-229",),
    ),
    Flaw(
        "manager-leaves-after-error",
        "Ends its session after an rpc-error",
        MANAGER,
        None,
        mannered(lambda: Leaving(_error)),
        ("O1-ERROR-201", "O1-ERROR-202", "O1-ERROR-207", "O1-SCHEMA-202"),
    ),
    Flaw(
        "manager-error-is-success",
        "Takes an rpc-error for a success",
        MANAGER,
        None,
        mannered(Believing),
        ("O1-ERROR-203", "O1-ERROR-204", "O1-ERROR-206"),
    ),
    Flaw(
        "manager-no-discard",
        "Leaves in the candidate what could not be committed",
        MANAGER,
        None,
        mannered(lambda: Editing(discards=False)),
        ("O1-ERROR-205",),
    ),
)
"""One flaw each."""
