"""E2 node components declared, changed and removed, and what the RIC acknowledges (E2AP 8.3.1, 8.3.5, 9.2.26)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from oran_harness.protocols.e2ap.engine.component import Component, ComponentKey
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.tally import present, tally
from oran_harness.protocols.e2ap.engine.turn import Turn, listed


def key_of(item: Any) -> ComponentKey | None:
    """What names the component of a list item; None for items of E2AP 1.01, which name it otherwise."""
    interface_type = getattr(item, "e2_node_component_interface_type", None)
    identifier = getattr(item, "e2_node_component_id", None)
    return None if interface_type is None or identifier is None else ComponentKey.of(interface_type, identifier)


def keys_of(items: Iterable[Any] | None) -> tuple[ComponentKey, ...]:
    """The names of all components of a list that have one."""
    return present([key_of(item) for item in items or ()])


def judge_acknowledgements(
    turn: Turn, what: str, asked: Iterable[Any] | None, answered: Iterable[Any] | None
) -> dict[ComponentKey, bool]:
    """Judge an acknowledge list against the list of the request; returns for each component whether it succeeded.

    ``what`` is ``"addition"``, ``"update"`` or ``"removal"``.
    """
    wanted = keys_of(asked)
    given = keys_of(answered)
    found = tally(dict.fromkeys(wanted), given)
    expected = f"each component of the {what} list once: {_named(wanted)}"
    actual = f"acknowledged: {_named(given)}"
    request_whole = turn.answers is not None and turn.answers.intact and not turn.mispaired
    if found.unanswered:
        turn.irregular(
            IrregularityKind.COMPONENT_NOT_ACKNOWLEDGED,
            f"{turn.name} leaves components of the {what} list unacknowledged: {_named(found.unanswered)}",
            expected=expected,
            actual=actual,
            certain=turn.whole,
        )
    if found.unasked:
        turn.irregular(
            IrregularityKind.COMPONENT_NEVER_OFFERED,
            f"{turn.name} acknowledges components that the {what} list does not have: {_named(found.unasked)}",
            expected=expected,
            actual=actual,
            certain=request_whole,
        )
    # What becomes of a component that the request names twice is open.
    repeated = [key for key in found.repeated if wanted.count(key) < 2]
    if repeated:
        turn.irregular(
            IrregularityKind.COMPONENT_ACKNOWLEDGED_TWICE,
            f"{turn.name} acknowledges components of the {what} list twice: {_named(repeated)}",
            expected=expected,
            actual=actual,
        )
    return {key: _succeeded(item) for item in answered or () if (key := key_of(item)) is not None}


def declare(turn: Turn, items: Iterable[Any] | None, acknowledged: dict[ComponentKey, bool], n: int) -> None:
    """Keep the components that the node declares, with the RIC's verdict on each."""
    components = turn.records.components
    for key in keys_of(items):
        components[key] = Component(key, n, acknowledged.get(key))
    turn.records.components_known &= not components.overflowed


def judge_updated(turn: Turn, acknowledged: dict[ComponentKey, bool]) -> None:
    """The update of a component that was never declared has to be reported as failed (8.3.5.3)."""
    records = turn.records
    unknown = [key for key, done in acknowledged.items() if done and key not in records.components]
    if unknown and records.components_known and turn.answers is not None and not turn.mispaired:
        turn.irregular(
            IrregularityKind.UNKNOWN_COMPONENT_UPDATED,
            f"{turn.name} reports success for components that were never declared: {_named(unknown)}",
            expected="a failure with a cause",
            actual="success",
        )
    for key, done in acknowledged.items():
        component = records.components.get_or_none(key)
        if component is not None and done:
            records.components[key] = replace(component, accepted=True)


def remove(turn: Turn, acknowledged: dict[ComponentKey, bool]) -> None:
    """Forget the components whose removal succeeded."""
    for key, done in acknowledged.items():
        if done:
            turn.records.components.pop(key, None)


def _succeeded(item: Any) -> bool:
    outcome = getattr(item, "e2_node_component_configuration_ack", None)
    return getattr(outcome, "update_outcome", None) == "success"


def _named(keys: Iterable[ComponentKey]) -> str:
    return listed(f"{key.interface_type} {_plain(key.id)}" for key in keys)


def _plain(identifier: object) -> str:
    """A component's id as short text: the values of its fields."""
    value = identifier[1] if isinstance(identifier, tuple) and len(identifier) == 2 else identifier
    members = getattr(value, "MEMBERS", ())
    shown = [f"{name} {getattr(value, field)}" for name, field in members if getattr(value, field, None) is not None]
    return ", ".join(shown)[:120] or str(value)[:120]
