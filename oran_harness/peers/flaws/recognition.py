"""What a flaw takes notice of: tests of messages as they are heard or said."""

from collections.abc import Callable
from typing import Any

from oran_harness.model.complaint import ComplaintKind
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.correlation import INITIATING

Test = Callable[[DecodedMessage], bool]


def of(*types: type[Message], where: Callable[[Any], bool] | None = None) -> Test:
    """Messages of these types; with ``where``, which tests the typed message, those of them that conform."""

    def test(decoded: DecodedMessage) -> bool:
        message = decoded.message
        return isinstance(message, types) and (where is None or (decoded.conforms and where(message)))

    return test


def undecodable(decoded: DecodedMessage) -> bool:
    """Octets of which not even the envelope can be read, or nothing of what is in it."""
    return decoded.message is None and (decoded.name is not None or decoded.procedure_code is None)


def unknown_procedure(decoded: DecodedMessage) -> bool:
    """Messages of a procedure that the edition does not have."""
    return decoded.procedure_code is not None and decoded.name is None


def broken(*types: type[Message]) -> Test:
    """Messages of these types that do not conform, whether they can be read or not."""
    names = {each.NAME for each in types}
    return lambda decoded: decoded.name in names and not decoded.conforms


def longer_than(octets: int) -> Test:
    """Messages of more octets than that."""
    return lambda decoded: len(decoded.octets) > octets


def broken_where(kind: type[Message], where: Callable[[Any], bool]) -> Test:
    """Messages of a type that do not conform and can be read; ``where`` tests the typed message."""

    def test(decoded: DecodedMessage) -> bool:
        message = decoded.message
        return isinstance(message, kind) and not decoded.conforms and where(message)

    return test


def wrong_by(*kinds: ComplaintKind, name: str | None = None) -> Test:
    """Messages that are wrong in one of these ways; with ``name`` only those of that name."""
    return lambda decoded: name in (None, decoded.name) and any(each.kind in kinds for each in decoded.complaints)


def unknown_answer(decoded: DecodedMessage) -> bool:
    """Answers of a procedure that the edition does not have."""
    return unknown_procedure(decoded) and decoded.outcome != INITIATING
