"""Styles and formats of KPM: announced, subscribed, reported (KPM 7.3, 7.4, tables 7.8-1 and 7.8-2)."""

import functools
from collections.abc import Iterator
from typing import Any

from oran_harness.checkers.kpm.asked import asked_form, asked_of_jobs
from oran_harness.checkers.kpm.reported import told
from oran_harness.checkers.observation import PayloadObserved
from oran_harness.checkers.payloads import standing
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level
from oran_harness.service_models import PayloadKind, format_of, style_of
from oran_harness.service_models.kpm.definition import AnnouncedFunction, announced
from oran_harness.service_models.kpm.jobs import (
    JOBS_STYLE,
    approach,
    definitions,
    jobs,
)
from oran_harness.service_models.kpm.styles import (
    REPORT_STYLES,
    TRIGGER_FORMATS,
    action_format,
    message_formats,
)

NODE = "the E2 node"
RIC = "the near-RT RIC"


def offered(seen: PayloadObserved) -> AnnouncedFunction | None:
    """What the function announced, if its whole definition could be read and is surely in force; None else."""
    function = _announced(seen.function.definition) if seen.function is not None and seen.offer_settled else None
    return function if function is not None and function.complete else None


@functools.lru_cache(maxsize=128)
def _announced(definition: bytes) -> AnnouncedFunction | None:
    return announced(standing("kpm", PayloadKind.FUNCTION_DEFINITION, definition))


@rule(
    id="KPM-DEFINITION-FORMATS",
    title="The definition declares for each style the formats that belong to it",
    clause="O-RAN.WG3.E2SM-KPM 7.3, 7.4, 8.2.2.1, table 7.8-2",
    hint="Declare for report styles 1, 2, 3, 4, 5 the action formats 1, 2, 3, 4, 5, the header format 1 and the "
    "message formats 1, 1, 2, 3, 3; for event trigger style 1 the format 1. Numbers count from 1, like the names "
    "of the formats.",
    blames=NODE,
    of=(PayloadKind.FUNCTION_DEFINITION,),
    model="kpm",
)
def definition_formats(seen: PayloadObserved) -> Iterator[Breach]:
    """A RAN Function Definition gives each known style the action, header and message formats of the table."""
    function = announced(seen.payload)
    if function is None:
        return
    for style in function.styles:
        row = REPORT_STYLES.get(style.style)
        if row is None:
            continue
        declared = (style.action_format, style.header_format, style.message_format)
        wanted = (row.action_format, row.header_format, row.message_format)
        if declared != wanted:
            yield Breach(
                blame=seen.role,
                message=f"RAN function {_function(seen)} declares report style {style.style} with formats of others",
                expected="action, header, message format {}, {}, {}".format(*wanted),
                actual="{}, {}, {}".format(*declared),
                key=f"function {_function(seen)} style {style.style}",
            )
    for trigger, format_ in function.trigger_formats.items():
        if trigger in TRIGGER_FORMATS and TRIGGER_FORMATS[trigger] != format_:
            yield Breach(
                blame=seen.role,
                message=f"RAN function {_function(seen)} declares event trigger style {trigger} with format {format_}",
                expected=f"event trigger format {TRIGGER_FORMATS[trigger]}",
                actual=f"{format_}",
                key=f"function {_function(seen)} trigger {trigger}",
            )


@rule(
    id="KPM-ACTION-FORMAT",
    title="An action definition has the format of its style",
    clause="O-RAN.WG3.E2SM-KPM 7.4, 8.2.1.2, table 7.8-2",
    hint="Take the action format that has the number of the style: style 4 (conditions) needs format 4, style 5 "
    "(several UEs) format 5 with at least two UEs. A list of measurements alone is format 1 and belongs to style "
    "1.",
    blames=RIC,
    of=(PayloadKind.ACTION_DEFINITION,),
    model="kpm",
)
def action_formats(seen: PayloadObserved) -> Iterator[Breach]:
    """The RIC Style Type of an action definition and its format belong together."""
    for style, format_ in sorted({(style_of(each), format_of(each)) for each in _with_parts(seen.value)}, key=str):
        wanted = action_format(style) if style is not None else None
        if wanted is not None and format_ is not None and format_ != wanted:
            yield Breach(
                blame=seen.role,
                message=f"action {seen.action_id} names report style {style} in action definition format {format_}",
                expected=f"format {wanted}",
                actual=f"format {format_}",
                key=f"style {style} format {format_}",
            )


@rule(
    id="KPM-STYLE-UNDECLARED",
    title="Only report styles that the function declares are subscribed",
    clause="O-RAN.WG3.E2SM-KPM 7.1, 8.2.2.1",
    level=Level.SHOULD,
    hint="Read the report style list of the RAN Function Definition that the node sent in E2 Setup or its latest "
    "Service Update, and choose a style of it; others will be refused.",
    blames=RIC,
    of=(PayloadKind.ACTION_DEFINITION,),
    model="kpm",
)
def style_undeclared(seen: PayloadObserved) -> Iterator[Breach]:
    """A subscription asks for a report style of the RAN Function Definition."""
    function, style = offered(seen), style_of(seen.value)
    if function is not None and style is not None and function.style(style) is None:
        yield _undeclared(seen, style, {each.style for each in function.styles})
    integrated = function.style(JOBS_STYLE) if function is not None else None
    # The list of what jobs may be of is optional: without it, it is not known.
    if integrated is not None and integrated.jobs and format_of(seen.value) == JOBS_STYLE:
        for number in sorted({style_of(each) for each in definitions(seen.value)} - {None, *integrated.jobs}, key=str):
            yield _undeclared(seen, number, set(integrated.jobs), " for jobs")


@rule(
    id="KPM-JOB-LIST",
    title="Each job of style 255 has an ID of its own and something to go by",
    clause="O-RAN.WG3.E2SM-KPM 7.4.7.2, 8.2.1.2.6",
    level=Level.SHOULD,
    hint="Number the jobs of an action each differently. Give each job an action definition of one of the styles 1 to "
    "5, or the action a common one; reports name their job by nothing but its ID.",
    blames=RIC,
    of=(PayloadKind.ACTION_DEFINITION,),
    model="kpm",
)
def job_list(seen: PayloadObserved) -> Iterator[Breach]:
    """The jobs of an action have different IDs, and each has a fundamental level definition, its own or the common."""
    found = jobs(seen.value)
    wrong = {
        "Job IDs that stand twice": len(found) - len({job.job_id for job in found}),
        "jobs without any definition": sum(job.definition is None for job in found),
        "jobs of an integrated style": sum(style_of(job.definition) == JOBS_STYLE for job in found),
    }
    for what, count in wrong.items():
        if count:
            yield Breach(
                blame=seen.role,
                message=f"action {seen.action_id} of report style {JOBS_STYLE} has {what}",
                expected="a Job ID of its own, and a definition of a fundamental level style, for each job",
                actual=f"{count} {what}",
                key=what,
            )


@rule(
    id="KPM-MESSAGE-FORMAT",
    title="The indication message has the format of the subscribed style",
    clause="O-RAN.WG3.E2SM-KPM 7.4, 8.2.1.4, table 7.8-2",
    hint="Answer styles 1 and 2 with message format 1, style 3 with 2, styles 4 and 5 with 3. A RIC that waits for "
    "one record for each UE cannot read a flat list of values.",
    blames=NODE,
    of=(PayloadKind.INDICATION_MESSAGE,),
    model="kpm",
)
def message_format(seen: PayloadObserved) -> Iterator[Breach]:
    """An indication carries a message format that belongs to the style of its action, or of its jobs."""
    style, asked = asked_form(seen)
    if seen.action_definition is not None and asked == JOBS_STYLE:
        yield from _of_jobs(seen, seen.action_definition.value)
        return
    format_ = format_of(seen.value)
    wanted = message_formats(style) if style is not None else None
    if wanted is not None and format_ is not None and format_ not in wanted:
        yield _answers_otherwise(seen, style, format_, set(wanted))


@rule(
    id="KPM-DECLARED-FORMAT",
    title="Indications have the formats that the node declared for the style",
    clause="O-RAN.WG3.E2SM-KPM 7.1, 8.2.2.1",
    hint="Either the RAN Function Definition or the indication is wrong: make the formats in the report style item "
    "those that the node sends.",
    blames=NODE,
    of=(PayloadKind.INDICATION_MESSAGE,),
    model="kpm",
)
def declared_format(seen: PayloadObserved) -> Iterator[Breach]:
    """The message format of an indication is the one of the function's own declaration."""
    function, style, format_ = offered(seen), asked_form(seen)[0], format_of(seen.value)
    declared = function.style(style) if function is not None and style is not None else None
    if declared is None or format_ is None or style == JOBS_STYLE or format_ == declared.message_format:
        return
    yield _answers_otherwise(seen, style, format_, {declared.message_format})


def _undeclared(seen: PayloadObserved, style: int | None, declared: set[int], where: str = "") -> Breach:
    return Breach(
        blame=seen.role,
        message=f"report style {style} is subscribed, which RAN function {_function(seen)} does not declare{where}",
        expected=f"one of the styles declared{where}: {', '.join(map(str, sorted(declared))) or 'none'}",
        actual=f"style {style}",
        key=f"function {_function(seen)} style {style}{where}",
    )


def _of_jobs(seen: PayloadObserved, definition: Any) -> Iterator[Breach]:
    """Jobs report together in format 255, or one by one, as they were asked to, each in the format of its style.

    That of one job may come in format 255, too, where they report one by one: table 7.8-2 names no other.
    """
    format_, each_told = format_of(seen.value), told(seen)
    if format_ is None:
        return
    if approach(definition) == "single" and format_ != JOBS_STYLE:
        yield _answers_otherwise(seen, JOBS_STYLE, format_, {JOBS_STYLE})
    if approach(definition) == "multiple" and format_ == JOBS_STYLE and len(each_told) > 1:
        yield Breach(
            blame=seen.role,
            message=f"an indication for action {seen.action_id} of reporting approach multiple is about several jobs",
            expected="an indication for each job",
            actual=f"{len(each_told)} jobs in one",
            key="several jobs",
        )
    of_jobs = asked_of_jobs(seen)
    for number, message in each_told:
        style, own = style_of(of_jobs.get(number)) if number is not None else None, format_of(message)
        wanted = message_formats(style) if style is not None and style != JOBS_STYLE else None
        if wanted is not None and own is not None and own not in wanted:
            yield _answers_otherwise(seen, style, own, set(wanted))
            return


def _with_parts(definition: Any) -> tuple[Any, ...]:
    """An action definition, and those of its jobs."""
    return (definition, *definitions(definition))


def _function(seen: PayloadObserved) -> str:
    return "?" if seen.function is None else str(seen.function.id)


def _answers_otherwise(seen: PayloadObserved, style: int | None, actual: int, wanted: set[int]) -> Breach:
    return Breach(
        blame=seen.role,
        message=f"an indication for action {seen.action_id} of report style {style} has message format {actual}",
        expected=f"indication message format {' or '.join(map(str, sorted(wanted)))}",
        actual=f"format {actual}",
        key=f"style {style} format {actual}",
    )
