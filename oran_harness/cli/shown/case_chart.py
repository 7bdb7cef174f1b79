"""A case's messages as a sequence chart: what it says and hears where everything is right."""

import re
from collections.abc import Iterator
from itertools import groupby

from oran_harness.conformance.preambles import PUTTING_AWAY, THE_CASE
from oran_harness.drivers import Setting, perform_virtual
from oran_harness.drivers.performance import OUTCOME
from oran_harness.model import CaseDescription, Event, EventKind, Role
from oran_harness.peers.reference import EPOCH, OTHER, reference
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.runner.needs import first_edition
from oran_harness.steps.case import Case

WIDTH = 70
"""Columns between the two lifelines."""
USUAL_EDITION = "3.01"
_MOST = 3
NETCONF_VERSION = "1.1"
_ENDS = {"e2": (Role.E2_NODE, Role.NEAR_RT_RIC), "o1": (Role.O1_PROVIDER, Role.O1_MANAGER)}
"""Who stands at the left, and who at the right, by interface."""
_LEFT = tuple(left for left, _ in _ENDS.values())
_MOST_LINES = 60
_SHOWN_STEPS = re.compile(r"stimulate |pause |expect no |expect silence|expect the end of .* within (?!0 s)")


def case_chart(case: Case) -> list[str]:
    """The case on virtual time against the reference peer, as lines of a chart; E2 node or element stand at the left.

    Equal messages in a row are folded, and so is the middle of a long chart; what the harness says though nobody may is
    marked with ``!``.
    """
    edition = edition_of(case.description)
    role = case.description.under_test
    home = "home:called" in case.description.needs
    comes = home if role is Role.O1_PROVIDER else None
    setting = Setting(role, edition, stimuli=None, comes=comes, other_user=OTHER, clock_epoch=EPOCH)
    performed = perform_virtual(case, setting, lambda: reference(role, edition, connects=home))
    lines = [_heads(role)]
    for line, same in groupby(_lines(performed.events)):
        count = len(list(same))
        lines += [line] * min(count, _MOST)
        if count > _MOST:
            lines.append(_across(f"{count - _MOST} more of these"))
    left_out = len(lines) - _MOST_LINES
    if left_out > 0:
        half = _MOST_LINES // 2
        lines[half:-half] = [_across(f"{left_out} lines more, of the same kind")]
    return lines


def edition_of(case: CaseDescription) -> str:
    """The edition of E2AP in which a case is shown: the usual one, or the first that has what it needs.

    At O1 it is the version of NETCONF's base protocol.
    """
    if case.interface != "e2":
        return NETCONF_VERSION
    return first_edition(case, (USUAL_EDITION, *editions())) or USUAL_EDITION


def _heads(under_test: Role) -> str:
    names = [f"{role.value}{' (SUT)' if role is under_test else ''}" for role in _ENDS[under_test.interface]]
    return f"{names[0]}{names[1]:>{WIDTH + 2 - len(names[0])}}"


def _lines(events: tuple[Event, ...]) -> Iterator[str]:
    several = len({event.association for event in events if event.kind is EventKind.UP}) > 1
    preamble = any(event.kind is EventKind.STEP and event.message == THE_CASE for event in events)
    for event in events:
        if event.kind is EventKind.NOTE and (event.message or "").startswith(f"{OUTCOME}: "):
            return
        text = event.message or ""
        place = f"[{event.association}] " if several and event.association is not None else ""
        if event.kind is EventKind.OCTETS:
            yield _arrow(event, place + (text or f"{len(event.octets or b'')} octets"))
        elif event.kind in (EventKind.SHUTDOWN, EventKind.ABORT):
            yield _arrow(event, f"{place}{event.kind.value}")
        elif event.kind is EventKind.STEP and text in (THE_CASE, PUTTING_AWAY):
            preamble = False
            yield _across(text, "=")
        elif event.kind is EventKind.STEP and not preamble and _SHOWN_STEPS.match(text):
            yield _across(text)


def _arrow(event: Event, text: str) -> str:
    text = _cut(f"{'! ' if event.injected else ''}{text}", WIDTH - 8)
    fill = "-" * (WIDTH - 7 - len(text))
    return f"|--- {text} {fill}->|" if event.source in _LEFT else f"|<-- {text} {fill}--|"


def _across(text: str, fill: str = ".") -> str:
    return f"|{f' {_cut(text, WIDTH - 4)} '.center(WIDTH, fill)}|"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 3]}..."
