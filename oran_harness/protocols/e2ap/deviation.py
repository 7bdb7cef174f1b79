"""Messages that deviate from the specification in a way that can be said, stored and repeated."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from oran_harness.codec.asn1 import EncodeError
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.message import Message

CRITICALITIES = ("reject", "ignore", "notify")
UNKNOWN_IE = 65000
"""An IE id that no edition knows."""
_BOUNDS = (0, 1, 255, 256, 4095, 65535, 2**32 - 1, 2**36 - 1)


class DeviationKind(StrEnum):
    """How a message deviates; each is one way in which E2AP clause 10 lets a message be wrong, or right at its edge."""

    DROP = "drop"
    """An IE is left out."""
    REPEAT = "repeat"
    """An IE stands twice."""
    MOVE = "move"
    """An IE stands elsewhere."""
    CRITICALITY = "criticality"
    """An IE has another criticality than the one that is fixed for it."""
    UNKNOWN = "unknown"
    """An IE that nobody knows is put in."""
    BOUND = "bound"
    """An integer has its least or greatest value: legal, and rarely tried."""
    BEYOND = "beyond"
    """An IE's octets are all ones, cut short or too long: values beyond their bounds."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """One deviation.

    ``place`` counts IEs (integers for ``bound``) round and round; ``variant`` chooses among the ways of its kind.
    """

    kind: DeviationKind
    place: int
    variant: int = 0

    def to_json(self) -> list[Any]:
        """The deviation in a history or a stored find."""
        return [self.kind.value, self.place, self.variant]

    @classmethod
    def from_json(cls, value: Sequence[Any]) -> "Deviation":
        """The counterpart of ``to_json``; raises ``ValueError`` or ``TypeError`` if it is not one."""
        kind, place, variant = value
        return cls(DeviationKind(kind), int(place), int(variant))


@dataclass(frozen=True, slots=True)
class Deviating:
    """A message after all deviations: its octets, and a sentence for each deviation that changed it."""

    octets: bytes
    said: tuple[str, ...]


def deviate(message: Message, edition: str, deviations: Sequence[Deviation]) -> Deviating:
    """The octets of ``message`` with the deviations, one after the other.

    A deviation that changes nothing (dropping from a message without IEs) is left out. Raises ``EncodeError`` if the
    message itself does not fit the edition.
    """
    said: list[str] = []
    for deviation in deviations:
        if deviation.kind is DeviationKind.BOUND:
            message, what = _at_bound(message, edition, deviation)
            said += what
    ies = list(codec(edition).decode(codec(edition).encode(message)).ies)
    for deviation in deviations:
        if deviation.kind is not DeviationKind.BOUND:
            said += _WAYS[deviation.kind](ies, deviation)
    return Deviating(codec(edition).encode(message, layout=tuple(ies)), tuple(said))


def _drop(ies: list[ReceivedIe], deviation: Deviation) -> list[str]:
    if not ies:
        return []
    gone = ies.pop(deviation.place % len(ies))
    return [f"{gone.name} is left out"]


def _repeat(ies: list[ReceivedIe], deviation: Deviation) -> list[str]:
    if not ies:
        return []
    twice = ies[deviation.place % len(ies)]
    ies.insert(deviation.variant % (len(ies) + 1), twice)
    return [f"{twice.name} stands twice"]


def _move(ies: list[ReceivedIe], deviation: Deviation) -> list[str]:
    if len(ies) < 2:
        return []
    start = deviation.place % len(ies)
    moved = ies.pop(start)
    target = (start + 1 + deviation.variant % len(ies)) % (len(ies) + 1)
    ies.insert(target, moved)
    return [f"{moved.name} stands at place {target + 1} instead of {start + 1}"]


def _criticality(ies: list[ReceivedIe], deviation: Deviation) -> list[str]:
    if not ies:
        return []
    place = deviation.place % len(ies)
    given = ies[place]
    others = [each for each in CRITICALITIES if each != given.criticality]
    ies[place] = dataclasses.replace(given, criticality=others[deviation.variant % len(others)])
    return [f"{given.name} has criticality {ies[place].criticality} instead of {given.criticality}"]


def _unknown(ies: list[ReceivedIe], deviation: Deviation) -> list[str]:
    criticality = CRITICALITIES[deviation.variant % len(CRITICALITIES)]
    ies.insert(deviation.place % (len(ies) + 1), ReceivedIe(UNKNOWN_IE, "unknown", criticality, b"\x00", 0))
    return [f"IE {UNKNOWN_IE}, which nobody knows, has criticality {criticality}"]


def _beyond(ies: list[ReceivedIe], deviation: Deviation) -> list[str]:
    if not ies:
        return []
    place = deviation.place % len(ies)
    given = ies[place]
    name, octets = (
        ("all ones", b"\xff" * len(given.octets)),
        ("cut short", given.octets[:-1]),
        ("followed by an octet too many", given.octets + b"\x00"),
    )[deviation.variant % 3]
    if octets in (given.octets, b""):
        return []
    ies[place] = dataclasses.replace(given, octets=octets)
    return [f"the octets of {given.name} are {name}"]


_WAYS = {
    DeviationKind.DROP: _drop,
    DeviationKind.REPEAT: _repeat,
    DeviationKind.MOVE: _move,
    DeviationKind.CRITICALITY: _criticality,
    DeviationKind.UNKNOWN: _unknown,
    DeviationKind.BEYOND: _beyond,
}


def _at_bound(message: Message, edition: str, deviation: Deviation) -> tuple[Message, list[str]]:
    places = list(_integers(message, ()))
    if not places:
        return message, []
    path, value = places[deviation.place % len(places)]
    fitting = [each for each in _BOUNDS if _fits(_with(message, path, each), edition)]
    if not fitting:
        return message, []
    bound = (min, max)[deviation.variant % 2](fitting)
    if bound == value:
        return message, []
    return _with(message, path, bound), [f"{'.'.join(map(str, path))} is {bound} instead of {value}"]


def _fits(message: Message, edition: str) -> bool:
    try:
        codec(edition).encode(message)
    except EncodeError:
        return False
    return True


def _integers(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], int]]:
    """Every integer within a value, with the way to it."""
    if isinstance(value, int) and not isinstance(value, bool):
        yield path, value
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _integers(each, (*path, index))
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _integers(getattr(value, field.name), (*path, field.name))


def _with(value: Any, path: tuple[str | int, ...], new: int) -> Any:
    """The value with another integer at the end of a way."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*value[:step], _with(value[step], rest, new), *value[step + 1 :])
    changes: Mapping[str, Any] = {step: _with(getattr(value, step), rest, new)}
    return dataclasses.replace(value, **changes)
