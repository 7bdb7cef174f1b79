"""What the rules about NETCONF are made of: each is about one kind of breach, whose clause and weight it has."""

import re
from collections.abc import Iterator

from oran_harness.checkers.observation import NetconfBreachObserved
from oran_harness.checkers.rule import Breach, Rule
from oran_harness.model import Level, Scope
from oran_harness.protocols.netconf.breach_kind import BreachKind

NOBODY = "nobody: the text leaves it open"
SENDER = "the sender of the octets"
_BEFORE_DIGIT = re.compile(r"-(?=[0-9])")


def departure(
    kind: BreachKind, title: str, requirement: str, hint: str, *, scope: Scope = Scope.CASE, each: bool = False
) -> Rule:
    """The rule about a kind of breach; what the text leaves open is a remark that blames nobody.

    What is wrong in the same way counts as one; with ``each`` only what is wrong with the same thing does.
    """
    return Rule(
        id=rule_id(kind),
        title=title,
        clause=kind.clause,
        level=kind.level or Level.SHOULD,
        scope=scope,
        hint=hint,
        blames=NOBODY if kind.open else SENDER,
        observes=(NetconfBreachObserved,),
        subjects=(kind,),
        model=None,
        requirement=requirement,
        check=_of_each if each else _of_kind,
    )


def rule_id(kind: BreachKind) -> str:
    """The id of the rule about a kind: its name, in which a digit is part of the word before it."""
    return f"NETCONF-{_BEFORE_DIGIT.sub('', kind.value).upper()}"


def _of_kind(seen: NetconfBreachObserved) -> Iterator[Breach]:
    breach = seen.breach
    message = f"{breach.kind.meaning}: message {breach.message} of the {breach.by}"
    yield Breach(seen.blame, message, breach.expected, breach.actual, key=breach.by.value)


def _of_each(seen: NetconfBreachObserved) -> Iterator[Breach]:
    breach = seen.breach
    message = f"{breach.kind.meaning}: {breach.actual}"
    yield Breach(seen.blame, message, breach.expected, breach.actual, key=f"{breach.by} {breach.actual}")
