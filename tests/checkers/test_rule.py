"""A rule carries what a person needs, and a book of rules is whole or not at all."""

from collections.abc import Iterator
from types import ModuleType

import pytest

from oran_harness.checkers.observation import (
    AssociationEnded,
    ComplaintObserved,
    MessageObserved,
    NoteObserved,
    PayloadObserved,
)
from oran_harness.checkers.rule import Breach, Rule, collect, rule
from oran_harness.model import ComplaintKind, Event, EventKind, Level, Scope, UsageError

CARD = {"title": "A title", "clause": "a document", "hint": "What to change.", "blames": "somebody"}


@rule(id="TEST-ONE", **CARD)
def one(seen: NoteObserved) -> Iterator[Breach]:
    """Notes are
    short.
    """
    if len(seen.event.message or "") > 3:
        yield Breach(None, "a long note", "short", "long")


@rule(id="TEST-TWO", **CARD, level=Level.SHOULD, scope=Scope.RUN)
def two(seen: MessageObserved | AssociationEnded) -> Iterator[Breach]:
    """Two kinds of observations."""
    yield from ()


def module(**values: object) -> ModuleType:
    """A module with these names in it."""
    made = ModuleType("made")
    vars(made).update(values)
    return made


def note(text: str) -> NoteObserved:
    """A note."""
    return NoteObserved(Event(1, 0.0, EventKind.NOTE, message=text))


def test_a_rule_is_what_its_function_says() -> None:
    """The parameter tells what is observed, the docstring the requirement; level and scope have their usual values."""
    assert one.observes == (NoteObserved,)
    assert one.requirement == "Notes are short."
    assert (one.level, one.scope) == (Level.MUST, Scope.CASE)
    assert two.observes == (MessageObserved, AssociationEnded)


def test_a_rule_can_be_called() -> None:
    """Calling a rule runs its check."""
    assert [each.message for each in one(note("too long"))] == ["a long note"]
    assert list(one(note("ok"))) == []


def test_rules_are_collected_in_their_order() -> None:
    """The rules of modules come in the order of modules and of declaration."""
    assert collect([module(b=two, a=one), module()]) == (two, one)


def test_all_problems_are_told_at_once() -> None:
    """A book that cannot be loaded says everything that is wrong with it in one message."""

    @rule(id="lower-case", title="", clause="c", hint="h", blames="b", of=(ComplaintKind.MALFORMED,))
    def broken(seen: MessageObserved) -> Iterator[Breach]:
        yield from ()

    @rule(id="TEST-NOTHING", **CARD, model="kpm")
    def narrow(seen: ComplaintObserved) -> Iterator[Breach]:
        """No subjects."""
        yield from ()

    with pytest.raises(UsageError) as caught:
        collect([module(a=one, b=one, c=broken, d=narrow)])
    for problem in (
        "TEST-ONE is declared twice",
        "'lower-case' is no rule id",
        "lower-case has no title",
        "lower-case has no requirement",
        "lower-case has subjects that do not fit MessageObserved",
        "TEST-NOTHING has no subjects",
        "TEST-NOTHING names a service model but observes no payloads",
    ):
        assert problem in str(caught.value)


def test_a_rule_must_observe_something() -> None:
    """A parameter that is no observation is refused."""

    @rule(id="TEST-STRANGE", **CARD)
    def strange(seen: int) -> Iterator[Breach]:  # type: ignore[type-var]
        """Numbers."""
        yield from ()

    with pytest.raises(UsageError, match="no observation"):
        collect([module(a=strange)])


def test_payload_rules_need_kinds() -> None:
    """A rule about payloads says about which."""

    @rule(id="TEST-PAYLOADS", **CARD, model="kpm")
    def payloads(seen: PayloadObserved) -> Iterator[Breach]:
        """Payloads."""
        yield from ()

    assert isinstance(payloads, Rule)
    with pytest.raises(UsageError, match="TEST-PAYLOADS has no subjects"):
        collect([module(a=payloads)])
