"""What an RC function definition announces (RC 9.2.2, tables 7.9-1 to 7.9-3)."""

import functools
from collections.abc import Iterator

from oran_harness.checkers.observation import PayloadObserved
from oran_harness.checkers.payloads import standing
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.rc.definition import AnnouncedFunction, AnnouncedStyle, announced
from oran_harness.service_models.rc.styles import TRIGGER_FORMATS, Service, style

NODE = "the E2 node"
RIC = "the near-RT RIC"
_DEFINITION = (PayloadKind.FUNCTION_DEFINITION,)
_UNSETTLED = {(Service.CONTROL, 8), (Service.CONTROL, 10)}


def offered(seen: PayloadObserved) -> AnnouncedFunction | None:
    """What the function announced, if its whole definition could be read and is surely in force; None else."""
    function = _announced(seen.function.definition) if seen.function is not None and seen.offer_settled else None
    return function if function is not None and function.complete else None


@functools.lru_cache(maxsize=128)
def _announced(definition: bytes) -> AnnouncedFunction | None:
    return announced(standing("rc", PayloadKind.FUNCTION_DEFINITION, definition))


def function_id(seen: PayloadObserved) -> str:
    """The RAN Function ID for people."""
    return "?" if seen.function is None else str(seen.function.id)


@rule(
    id="RC-DEFINITION-FORMATS",
    title="The definition declares for each style the formats that belong to it",
    clause="O-RAN.WG3.E2SM-RC 7.3 to 7.8, 9.2.2, tables 7.9-1 to 7.9-3",
    level=Level.SHOULD,
    hint="Declare the formats by the numbers in their names: report style 4 has event trigger style 4, action format "
    "1, header format 1 and message format 2, control style 1 the formats 1. Numbers that are all one too low "
    "come from counting the alternatives of the CHOICE from 0.",
    blames="nobody: the text says nowhere which number names which format",
    of=_DEFINITION,
    model="rc",
)
def definition_formats(seen: PayloadObserved) -> Iterator[Breach]:
    """A RAN Function Definition gives each known style the formats, and the event trigger style, of the tables."""
    function = announced(seen.payload)
    wrong = list(_wrong(function)) if function is not None else []
    if not wrong:
        return
    yield Breach(
        blame=None,
        message=f"RAN function {function_id(seen)} declares styles with formats by numbers that the tables do not have",
        expected="; ".join(f"{what}: {expected}" for what, expected, _ in wrong),
        actual="; ".join(f"{what}: {actual}" for what, _, actual in wrong),
        key=f"function {function_id(seen)}",
    )


def _wrong(function: AnnouncedFunction) -> Iterator[tuple[str, str, str]]:
    """What a definition declares otherwise than the tables: the style, what belongs there, what stands there."""
    for trigger, format_ in function.trigger_formats.items():
        if trigger in TRIGGER_FORMATS and format_ not in TRIGGER_FORMATS[trigger]:
            yield f"event trigger style {trigger}", f"format {_numbers(TRIGGER_FORMATS[trigger])}", f"format {format_}"
    for item in function.styles:
        wrong = _wrong_formats(item)
        if wrong:
            expected = ", ".join(f"{what} {_numbers(allowed)}" for what, allowed, _ in wrong)
            actual = ", ".join(f"{what} {declared}" for what, _, declared in wrong)
            yield f"{item.service.value} style {item.style}", expected, actual


def _wrong_formats(item: AnnouncedStyle) -> list[tuple[str, frozenset[int], int]]:
    row = style(item.service, item.style)
    if row is None or (item.service, item.style) in _UNSETTLED:
        return []
    pairs = (
        ("event trigger style", row.triggers, item.trigger_style),
        ("action format", row.actions, item.formats.action),
        ("header format", row.headers, item.formats.header),
        ("message format", row.messages, item.formats.message),
        ("definition format", row.definitions, item.formats.definition),
        ("outcome format", row.outcomes, item.formats.outcome),
    )
    return [
        (what, allowed, said) for what, allowed, said in pairs if said is not None and allowed and said not in allowed
    ]


def _numbers(allowed: frozenset[int]) -> str:
    return " or ".join(map(str, sorted(allowed)))
