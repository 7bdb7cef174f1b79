"""A planted misbehaviour: what it is called, what it does to an actor, and who has to find it."""

from collections.abc import Callable
from dataclasses import dataclass

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor


@dataclass(frozen=True, slots=True)
class Flaw:
    """One misbehaviour of a reference peer, and nothing else wrong with it.

    ``title`` says what the flawed peer does. ``field_fault`` names the fault seen in the field that it is like
    (``"F17"``), None where it is like none that is numbered. ``wrap`` plants it into a reference peer of ``role``, and
    raises ``UsageError`` for an actor that is none; each call gives a peer with a memory of its own. ``caught_by`` are
    ids of cases that fail, and of rules that find something, with this role blamed: all of them, and not all there are.
    """

    id: str
    title: str
    role: Role
    field_fault: str | None
    wrap: Callable[[Actor], Actor]
    caught_by: tuple[str, ...]
