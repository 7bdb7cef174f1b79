"""Answers to requests, and to what is none."""

from collections.abc import Callable, Collection

from oran_harness.codec.xml import LARGEST, namespace
from oran_harness.peers.o1_provider.datastore.refusal import Refusal, protocol
from oran_harness.peers.o1_provider.element import ManagedElement
from oran_harness.peers.o1_provider.operations import OPERATIONS
from oran_harness.peers.o1_provider.request import Request
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.capabilities import BASE_1_1
from oran_harness.protocols.netconf.framing import Framing
from oran_harness.protocols.netconf.messages import Rpc
from oran_harness.protocols.netconf.rpc_error import RpcError, error_info
from oran_harness.protocols.netconf.side import Side
from oran_harness.protocols.netconf.speaking import refusal

_MOST_ERRORS = 100
"""Errors that one reply tells of."""
_TOO_BIG = {
    BreachKind.OVERSIZE: "The message is larger than what is read.",
    BreachKind.TOO_DEEP: "The message is nested deeper than what is read.",
    BreachKind.TOO_MUCH: "The message has more elements than are read.",
}
_UNREADABLE = {
    BreachKind.NOT_UTF_8: "The message is not UTF-8.",
    BreachKind.DOCUMENT_TYPE: "The message has a document type declaration.",
    BreachKind.UNKNOWN_MESSAGE: "The message is no rpc.",
}


def answer(managed: ManagedElement, session: Session, rpc: Rpc, kinds: Collection[BreachKind], now: float) -> None:
    """Answer a request; ``kinds`` is what is wrong with it as a message."""
    _count(managed, session, "in-rpcs")
    afterwards: list[Callable[[], None]] = []
    denied = managed.denied["denied-operations"]
    try:
        _demand_proper(rpc, kinds)
        request = Request(managed, session, rpc, rpc.operation, managed.rights(session.user), now, afterwards)
        operation = OPERATIONS.get(rpc.operation.tag) if rpc.operation is not None else None
        if operation is None:
            raise _unknown(managed, rpc)
        request.demand_execution()
        reply = operation(request)
    except Refusal as refused:
        _count(managed, session, "out-rpc-errors")
        reply = refusal(rpc, *refused.errors[:_MOST_ERRORS])
        if denied == managed.denied["denied-operations"] and any(e.tag == "access-denied" for e in refused.errors):
            managed.denied["denied-data-writes"] += 1
    if len(reply) > LARGEST and session.conversation.framing is Framing.NONE:
        # No message of that transport holds it.
        _count(managed, session, "out-rpc-errors")
        reply = refusal(rpc, RpcError("application", "too-big", message="The reply is larger than one message may be."))
    managed.reply(session, rpc, reply)
    for each in afterwards:
        each()


def answer_unreadable(managed: ManagedElement, session: Session, kind: BreachKind) -> None:
    """Answer what cannot be read as a request (RFC 6241 3, 4.3)."""
    _count(managed, session, "in-bad-rpcs")
    _count(managed, session, "out-rpc-errors")
    if kind in _TOO_BIG:
        error = RpcError("rpc", "too-big", message=_TOO_BIG[kind])
    else:
        client = session.conversation.hello(Side.CLIENT)
        # The tag is of base:1.1, and not for older clients (RFC 6241 appendix A).
        newer = client is not None and BASE_1_1 in client.capabilities
        message = _UNREADABLE.get(kind, "The message is not well-formed XML.")
        error = RpcError("rpc", "malformed-message" if newer else "operation-failed", message=message)
    managed.reply(session, None, refusal(None, error))


def _count(managed: ManagedElement, session: Session, name: str) -> None:
    managed.counters[name] += 1
    session.counters[name] += 1


def _demand_proper(rpc: Rpc, kinds: Collection[BreachKind]) -> None:
    """Raise ``Refusal`` for a request that is none by RFC 6241 4.1."""
    if BreachKind.WRONG_NAMESPACE in kinds:
        told = error_info(bad_element="rpc", bad_namespace=namespace(rpc.element.tag))
        message = "An rpc is in the namespace of RFC 6241."
        raise Refusal(RpcError("protocol", "unknown-namespace", message=message, info=told))
    if rpc.message_id is None:
        told = error_info(bad_attribute="message-id", bad_element="rpc")
        raise Refusal(RpcError("rpc", "missing-attribute", message="An rpc has a message-id.", info=told))
    if BreachKind.MESSAGE_ID_TOO_LONG in kinds:
        told = error_info(bad_attribute="message-id", bad_element="rpc")
        message = "A message-id has at most 4095 characters."
        raise Refusal(RpcError("rpc", "bad-attribute", message=message, info=told))
    if rpc.operation is None:
        raise Refusal(protocol("missing-element", None, "An rpc holds an operation.", bad_element="rpc"))
    if BreachKind.NOT_ONE_OPERATION in kinds:
        raise Refusal(protocol("bad-element", None, "An rpc holds one operation.", bad_element="rpc"))


def _unknown(managed: ManagedElement, rpc: Rpc) -> Refusal:
    if rpc.namespace not in managed.models.namespaces:
        message = f"There is no operation of the namespace {rpc.namespace[:80] or 'that is none'}."
        info = {"bad_element": rpc.name, "bad_namespace": rpc.namespace}
        return Refusal(protocol("unknown-namespace", None, message, **info))
    return Refusal(protocol("operation-not-supported", None, f"There is no operation {rpc.name[:80]}."))
