"""What a flaw takes notice of: tests of messages as they are heard or said."""

from collections.abc import Callable
from typing import Any

from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message

Test = Callable[[DecodedMessage], bool]


def of(*types: type[Message], where: Callable[[Any], bool] | None = None) -> Test:
    """Messages of these types; ``where`` tests the typed message, of which any IE may be None."""

    def test(decoded: DecodedMessage) -> bool:
        message = decoded.message
        return isinstance(message, types) and (where is None or where(message))

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
