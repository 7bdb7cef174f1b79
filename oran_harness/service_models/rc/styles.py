"""RC's services and styles, and the formats that belong to each (RC 7.3 to 7.8, tables 7.9-1 to 7.9-3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

Formats = frozenset[int]


class Service(StrEnum):
    """The RIC services of E2SM-RC."""

    REPORT = "report"
    INSERT = "insert"
    CONTROL = "control"
    POLICY = "policy"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class Style:
    """A style of a service, and the formats that each of its payloads may have.

    An empty set stands for a payload that the style does not have. ``triggers`` are the event trigger styles that go
    with it. ``headers`` and ``messages`` are those of the indication for REPORT and INSERT, those of the control
    request for CONTROL; a QUERY has a header, a definition and an outcome.
    """

    service: Service
    number: int
    name: str
    triggers: Formats = frozenset()
    actions: Formats = frozenset()
    headers: Formats = frozenset()
    messages: Formats = frozenset()
    definitions: Formats = frozenset()
    outcomes: Formats = frozenset()
    call_process_ids: Formats = frozenset()


TRIGGER_FORMATS: Mapping[int, Formats] = {1: frozenset({1}), 2: frozenset({2}), 3: frozenset({3}), 4: frozenset({4})}
"""Event trigger style to formats of the event trigger definition (RC table 7.9-1)."""

TRIGGER_NAMES: Mapping[int, str] = {
    1: "Message Event",
    2: "Call Process Breakpoint",
    3: "E2 Node Information Change",
    4: "UE Information Change",
}
"""Event trigger style to name (RC 7.3)."""


def _report(number: int, name: str, trigger: int, message: int) -> Style:
    one = frozenset({1})
    return Style(Service.REPORT, number, name, frozenset({trigger}), one, one, frozenset({message}))


def _insert(number: int, name: str, action: int = 3, header: int = 2, message: int = 5) -> Style:
    return Style(
        Service.INSERT,
        number,
        f"{name} Control Request",
        triggers=frozenset({2}),
        actions=frozenset({action}),
        headers=frozenset({header}),
        messages=frozenset({message}),
        call_process_ids=frozenset({1}),
    )


def _control(
    number: int,
    name: str,
    headers: Iterable[int] = (1,),
    messages: Iterable[int] = (1,),
    outcomes: Iterable[int] = (1,),
    call_process_ids: Iterable[int] = (1,),
) -> Style:
    return Style(
        Service.CONTROL,
        number,
        name,
        headers=frozenset(headers),
        messages=frozenset(messages),
        outcomes=frozenset(outcomes),
        call_process_ids=frozenset(call_process_ids),
    )


def _policy(number: int, name: str, triggers: Iterable[int] = (1, 2)) -> Style:
    return Style(Service.POLICY, number, name, triggers=frozenset(triggers), actions=frozenset({2}))


def _query(number: int, name: str) -> Style:
    one = frozenset({1})
    return Style(Service.QUERY, number, name, headers=one, definitions=one, outcomes=frozenset({number}))


_NAMES = {
    1: "Radio Bearer",
    2: "Radio Resource Allocation",
    3: "Connected Mode Mobility",
    4: "Radio Access",
    5: "Dual Connectivity",
    6: "Carrier Aggregation",
    7: "Idle Mode Mobility",
}

_ROWS = (
    _report(1, "Message copy", 1, 1),
    _report(2, "Call Process Outcome", 2, 2),
    _report(3, "E2 Node Information", 3, 3),
    _report(4, "UE Information", 4, 2),
    *(_insert(number, name) for number, name in _NAMES.items()),
    _insert(255, "Multiple Actions", 4, 3, 6),
    # A group of UEs is addressed by header 3 and message 3.
    _control(1, "Radio Bearer control", (1, 3), (1, 3)),
    *(_control(number, f"{name} control") for number, name in _NAMES.items() if number > 1),
    _control(8, "UE identification, information and assignment", (1, 4), (1, 4, 5), (3,), ()),
    _control(9, "Measurement Reporting Configuration control", (1, 3), (1, 3), (1, 3), ()),
    _control(10, "Beamforming Configuration control", outcomes=(), call_process_ids=()),
    _control(255, "Multiple Actions Control", (2,), (2,), (2,)),
    *(_policy(number, f"{name} policy") for number, name in _NAMES.items()),
    _policy(8, "Measurement Reporting Configuration policy"),
    _policy(9, "Beamforming Configuration policy", (4,)),
    _query(1, "E2 Node Information"),
    _query(2, "UE Information Query"),
)

STYLES: Mapping[tuple[Service, int], Style] = {(row.service, row.number): row for row in _ROWS}
"""All styles, by service and number."""

UNSETTLED_CONTROL_MESSAGES: Formats = frozenset({2, 3})
"""Message formats that table 7.9-2 prints for CONTROL style 8, where clause 7.6.9 says 4 and 5: held against nobody."""

_STYLE_8: Mapping[int, tuple[Formats, Formats]] = {
    1: (frozenset({1}), frozenset({1})),
    2: (frozenset({1}), frozenset({4})),
    3: (frozenset({4}), frozenset({5})),
}


def style(service: Service, number: int) -> Style | None:
    """The style of a service, None if there is none of that number."""
    return STYLES.get((service, number))


def control_formats(number: int, action: int | None = None) -> tuple[Formats, Formats] | None:
    """The header and message formats of a CONTROL style, or of one action of it; None for an unknown style.

    In style 8 they depend on the action (RC 7.6.9).
    """
    row = style(Service.CONTROL, number)
    if row is None:
        return None
    if number == 8 and action is not None and action in _STYLE_8:
        return _STYLE_8[action]
    return row.headers, row.messages
