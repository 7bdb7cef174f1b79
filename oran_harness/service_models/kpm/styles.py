"""KPM's styles, and the formats that belong to each (KPM 7.3, 7.4, tables 7.8-1 and 7.8-2)."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportStyle:
    """A RIC Report Style: its number and name, and the format of each payload.

    ``since`` is the first edition that has it.
    """

    number: int
    name: str
    action_format: int
    header_format: int
    message_format: int
    since: str = "2.03"


REPORT_STYLES: Mapping[int, ReportStyle] = {
    style.number: style
    for style in (
        ReportStyle(1, "E2 Node Measurement", 1, 1, 1),
        ReportStyle(2, "E2 Node Measurement for a single UE", 2, 1, 1),
        ReportStyle(3, "Condition-based, UE-level E2 Node Measurement", 3, 1, 2),
        ReportStyle(4, "Common Condition-based, UE-level Measurement", 4, 1, 3),
        ReportStyle(5, "E2 Node Measurement for multiple UEs", 5, 1, 3),
        ReportStyle(255, "Multiple report measurements", 255, 1, 255, since="5.00"),
    )
}
"""The report styles of KPM, by number."""

TRIGGER_FORMATS: Mapping[int, int] = {1: 1}
"""Event trigger style to format of the event trigger definition (KPM 7.3); there is one, Periodic Report."""

MINIMUM_UES = 2
"""How many UEs an action of style 5 names at least (KPM 8.2.1.2.5): one cannot be encoded."""


def action_format(style: int) -> int | None:
    """The format of an action definition of that style, None for a style of nobody's."""
    row = REPORT_STYLES.get(style)
    return None if row is None else row.action_format


def header_format(style: int) -> int | None:
    """The format of the indication header that answers an action of that style, None for an unknown style."""
    row = REPORT_STYLES.get(style)
    return None if row is None else row.header_format


def message_formats(style: int) -> frozenset[int] | None:
    """The formats of the indication message that may answer an action of that style, None for an unknown style.

    Jobs of style 255 come together in format 255, or each in an indication of its own in the format of the job's
    style (KPM 7.4.7.4).
    """
    row = REPORT_STYLES.get(style)
    if row is None:
        return None
    if row.number == 255:
        return frozenset(each.message_format for each in REPORT_STYLES.values())
    return frozenset((row.message_format,))
