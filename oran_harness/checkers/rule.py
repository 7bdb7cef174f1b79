"""What a rule is: a pure check of what was observed, with everything a person needs to act on it."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal, TypeVar, get_args, get_type_hints

from oran_harness.checkers.observation import (
    AssociationBegan,
    AssociationEnded,
    ComplaintObserved,
    HarnessFailed,
    HistoryEnded,
    IrregularityObserved,
    MessageObserved,
    NetconfBreachObserved,
    NetconfMessageObserved,
    NoteObserved,
    Observation,
    PayloadObserved,
    SessionBegan,
    SessionEnded,
)
from oran_harness.model import ComplaintKind, Level, Role, Scope, UsageError
from oran_harness.protocols.departure_kind import DepartureKind
from oran_harness.protocols.e2ap.engine import IrregularityKind
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.service_models import PayloadKind

Subject = type[Message] | ComplaintKind | DepartureKind | PayloadKind
"""What narrows a rule: a class of messages, a kind of complaint, of departure from the protocol, or of payload."""

Blame = Role | Literal["harness"] | None

_ID = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)+")
_NARROWED_BY: dict[type, tuple[type, ...]] = {
    MessageObserved: (type,),
    ComplaintObserved: (ComplaintKind,),
    IrregularityObserved: (IrregularityKind,),
    PayloadObserved: (PayloadKind,),
    NetconfBreachObserved: (BreachKind,),
    AssociationBegan: (),
    AssociationEnded: (),
    SessionBegan: (),
    NetconfMessageObserved: (),
    SessionEnded: (),
    HarnessFailed: (),
    NoteObserved: (),
    HistoryEnded: (),
}


@dataclass(frozen=True, slots=True)
class Breach:
    """One way in which an observation breaks a rule.

    ``blame`` is the role whose message broke it, ``"harness"``, or None where the evidence does not settle it. Breaches
    of one rule on one association with equal blame and ``key`` are reported once, with their count: the key names what
    recurs (an IE, a RAN function), never what differs each time (a time, a counter). ``end`` names the very end to
    blame where that is not the sender of the message; ``event`` and ``frame`` are those of the event that shows it
    where that is not the observed one.
    """

    blame: Blame
    message: str
    expected: str
    actual: str
    key: str = ""
    end: str | None = None
    event: int | None = None
    frame: int | None = None


Check = Callable[[Any], Iterator[Breach]]
_O = TypeVar("_O", bound=Observation)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its card: stable ``id``, ``title``, ``clause``, ``level``, ``scope`` and a ``hint`` for who mends it.

    ``observes`` are the classes of observations it judges, ``subjects`` narrow that further, ``model`` to the payloads
    of one service model. ``blames`` says in words who can be blamed. Calling the rule runs its check.
    """

    id: str
    title: str
    clause: str
    level: Level
    scope: Scope
    hint: str
    blames: str
    observes: tuple[type, ...]
    subjects: tuple[Subject, ...]
    model: str | None
    requirement: str
    check: Check

    def __call__(self, observation: Any) -> Iterator[Breach]:
        """The breaches that an observation shows."""
        return self.check(observation)


def rule(
    *,
    id: str,
    title: str,
    clause: str,
    hint: str,
    blames: str,
    level: Level = Level.MUST,
    scope: Scope = Scope.CASE,
    of: Iterable[Subject] = (),
    model: str | None = None,
) -> Callable[[Callable[[_O], Iterator[Breach]]], Rule]:
    """Declare a rule: the class of its parameter says what it observes, its docstring is the requirement."""

    def declare(check: Callable[[_O], Iterator[Breach]]) -> Rule:
        observed = get_type_hints(check)[next(iter(inspect.signature(check).parameters))]
        return Rule(
            id=id,
            title=title,
            clause=clause,
            level=level,
            scope=scope,
            hint=hint,
            blames=blames,
            observes=get_args(observed) or (observed,),
            subjects=tuple(of),
            model=model,
            requirement=" ".join((inspect.getdoc(check) or "").split()),
            check=check,
        )

    return declare


def collect(modules: Iterable[ModuleType]) -> tuple[Rule, ...]:
    """The rules that modules declare, in the order of their declaration.

    Raises ``UsageError`` naming everything that is wrong with them: an id that is used twice or malformed, an empty
    field, subjects that do not fit what is observed.
    """
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    check_rules(found)
    return tuple(found)


def check_rules(found: Iterable[Rule]) -> None:
    """Raise one ``UsageError`` with all that is wrong with a set of rules."""
    problems: list[str] = []
    seen: set[str] = set()
    for each in found:
        if each.id in seen:
            problems.append(f"{each.id} is declared twice")
        seen.add(each.id)
        problems += _problems(each)
    if problems:
        raise UsageError(f"The rules cannot be loaded: {'; '.join(problems)}.")


def _problems(each: Rule) -> Iterator[str]:
    if not _ID.fullmatch(each.id):
        yield f"{each.id!r} is no rule id (upper-case words joined by dashes)"
    for field in ("title", "clause", "hint", "blames", "requirement"):
        if not getattr(each, field).strip():
            yield f"{each.id} has no {field}"
    for observed in each.observes:
        narrowing = _NARROWED_BY.get(observed)
        if narrowing is None:
            yield f"{each.id} observes {observed!r}, which is no observation"
        elif any(not isinstance(subject, narrowing) for subject in each.subjects):
            yield f"{each.id} has subjects that do not fit {observed.__name__}"
        if narrowing not in (None, (), (type,)) and not each.subjects:
            yield f"{each.id} has no subjects"
        if each.model is not None and observed is not PayloadObserved:
            yield f"{each.id} names a service model but observes no payloads"
