"""Styles and formats of RC in subscriptions, indications, control and query (RC 7.3 to 7.8, tables 7.9-1 to 7.9-3)."""

from collections.abc import Iterator

from oran_harness.checkers.observation import PayloadObserved
from oran_harness.checkers.rc.definition import NODE, RIC, function_id, offered
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level
from oran_harness.service_models import PayloadKind, content_of, format_of, style_of
from oran_harness.service_models.rc.requests import requested
from oran_harness.service_models.rc.styles import (
    TRIGGER_FORMATS,
    UNSETTLED_CONTROL_MESSAGES,
    Formats,
    Service,
    Style,
    control_formats,
    style,
)

_SERVICES = {"report": Service.REPORT, "insert": Service.INSERT, "policy": Service.POLICY}


def subscribed(seen: PayloadObserved) -> tuple[Service, int] | None:
    """Service and style of the action that a payload belongs to, None if not known."""
    definition = seen.payload if seen.payload.kind is PayloadKind.ACTION_DEFINITION else seen.action_definition
    service = _SERVICES.get(seen.action.type) if seen.action is not None else None
    number = style_of(definition.value) if definition is not None else None
    return (service, number) if service is not None and number is not None else None


def controlled(seen: PayloadObserved) -> tuple[int, int | None] | None:
    """Style and action of the control request that a payload belongs to, None if not known."""
    header = seen.payload if seen.payload.kind is PayloadKind.CONTROL_HEADER else seen.other(PayloadKind.CONTROL_HEADER)
    if header is None:
        return None
    content = content_of(header.value)
    number = 255 if format_of(header.value) == 2 else style_of(header.value)
    return (number, getattr(content, "ric_control_action_id", None)) if number is not None else None


@rule(
    id="RC-ACTION-FORMAT",
    title="An action definition has the format of its service and style",
    clause="O-RAN.WG3.E2SM-RC 7.4, 7.5, 7.7, tables 7.9-1 to 7.9-3",
    hint="Use action definition format 1 for REPORT, 2 for POLICY, 3 for INSERT styles 1 to 7 and 4 for INSERT style "
    "255.",
    blames=RIC,
    of=(PayloadKind.ACTION_DEFINITION,),
    model="rc",
)
def action_format(seen: PayloadObserved) -> Iterator[Breach]:
    """The format of an action definition is one that its service and style have."""
    row, format_ = _row(seen), format_of(seen.value)
    if row is not None and format_ is not None and row.actions and format_ not in row.actions:
        yield _wrong(seen, f"{row.service.value} style {row.number}", "action definition", format_, row.actions)


@rule(
    id="RC-TRIGGER-FORMAT",
    title="The event trigger belongs to the style of the action",
    clause="O-RAN.WG3.E2SM-RC 7.3 to 7.7, table 7.9-1",
    hint="Send the event trigger format of the trigger style that the action's style goes with: report styles 1 to 4 "
    "have the trigger formats 1 to 4, INSERT has 2, POLICY 1 or 2 (style 9: 4).",
    blames=RIC,
    of=(PayloadKind.ACTION_DEFINITION,),
    model="rc",
)
def trigger_format(seen: PayloadObserved) -> Iterator[Breach]:
    """The subscription's event trigger has a format of a trigger style that goes with the action's style."""
    row = _row(seen)
    format_ = format_of(seen.trigger.value) if seen.trigger is not None else None
    allowed = frozenset(each for trigger in (row.triggers if row else ()) for each in TRIGGER_FORMATS.get(trigger, ()))
    if row is not None and format_ is not None and allowed and format_ not in allowed:
        yield _wrong(seen, f"{row.service.value} style {row.number}", "event trigger", format_, allowed)


@rule(
    id="RC-STYLE-UNDECLARED",
    title="Only styles that the function declares are used",
    clause="O-RAN.WG3.E2SM-RC 7.1, 9.2.2",
    level=Level.SHOULD,
    hint="Read the styles, and the actions of control styles, from the RAN Function Definition of the node, and use "
    "those alone; others will be refused.",
    blames=RIC,
    of=(PayloadKind.ACTION_DEFINITION, PayloadKind.CONTROL_HEADER, PayloadKind.QUERY_HEADER),
    model="rc",
)
def style_undeclared(seen: PayloadObserved) -> Iterator[Breach]:
    """Subscriptions, control and query name styles and actions of the RAN Function Definition."""
    function = offered(seen)
    if function is None:
        return
    action: int | None = None
    if seen.payload.kind is PayloadKind.ACTION_DEFINITION:
        used = subscribed(seen)
    elif seen.payload.kind is PayloadKind.CONTROL_HEADER:
        number, action = controlled(seen) or (None, None)
        used = (Service.CONTROL, number) if number is not None else None
    else:
        number = style_of(seen.value)
        used = (Service.QUERY, number) if number is not None else None
    if used is None:
        return
    items = function.offered(*used)
    what = f"{used[0].value} style {used[1]}"
    if items and (
        action is None or not any(item.actions for item in items) or any(item.action(action) for item in items)
    ):
        return
    if items:
        what += f", action {action},"
    yield Breach(
        blame=seen.role,
        message=f"{what} is used, which RAN function {function_id(seen)} does not declare",
        expected="a style and action of the RAN Function Definition",
        actual=what.rstrip(","),
        key=f"function {function_id(seen)} {what}",
    )


@rule(
    id="RC-PARAMETER-UNDECLARED",
    title="Only RAN parameters that the function declares are asked for",
    clause="O-RAN.WG3.E2SM-RC 9.2.1.2, 9.2.1.10",
    hint="Ask for RAN Parameter IDs that the definition lists for this very service and style (and INSERT "
    "indication): the same number means something else in another style.",
    blames=RIC,
    of=(PayloadKind.ACTION_DEFINITION, PayloadKind.QUERY_DEFINITION),
    model="rc",
)
def parameter_undeclared(seen: PayloadObserved) -> Iterator[Breach]:
    """A subscription or query asks for RAN parameters that the RAN Function Definition gives for its style."""
    function = offered(seen)
    if seen.payload.kind is PayloadKind.ACTION_DEFINITION:
        used = subscribed(seen)
    else:
        header = seen.other(PayloadKind.QUERY_HEADER)
        number = style_of(header.value) if header is not None else None
        used = (Service.QUERY, number) if number is not None else None
    items = function.offered(*used) if function is not None and used is not None else ()
    declared = {each.path for item in items for each in item.parameters}
    declared |= {each.path for item in items for action in item.actions for each in action.parameters}
    if used is None or not declared:
        return
    for each in requested(seen.value):
        outermost = each.path.split(".")[0]
        # Without members declared all members count as declared.
        if outermost in declared and (
            each.path in declared or not any(path.startswith(f"{outermost}.") for path in declared)
        ):
            continue
        yield Breach(
            blame=seen.role,
            message=f"RAN parameter {each.path} is asked for, which {used[0].value} style {used[1]} does not declare",
            expected="a RAN Parameter ID of the RAN Function Definition",
            actual=each.path,
            key=f"{used[0].value} {used[1]} {each.path}",
        )


@rule(
    id="RC-INDICATION-FORMAT",
    title="Indications have the formats of the subscribed service and style",
    clause="O-RAN.WG3.E2SM-RC 7.4, 7.5, tables 7.9-1 to 7.9-3",
    hint="REPORT answers with header format 1 and message format 1, 2, 3, 2 for styles 1, 2, 3, 4; INSERT with header "
    "2 and message 5, or header 3 and message 6 for style 255.",
    blames=NODE,
    of=(PayloadKind.INDICATION_HEADER, PayloadKind.INDICATION_MESSAGE),
    model="rc",
)
def indication_format(seen: PayloadObserved) -> Iterator[Breach]:
    """Header and message of an indication have formats that the style of its action has."""
    row, format_ = _row(seen), format_of(seen.value)
    if row is None or format_ is None:
        return
    is_header = seen.payload.kind is PayloadKind.INDICATION_HEADER
    allowed = row.headers if is_header else row.messages
    if allowed and format_ not in allowed:
        what = "indication header" if is_header else "indication message"
        yield _wrong(seen, f"{row.service.value} style {row.number}", what, format_, allowed)


@rule(
    id="RC-CONTROL-FORMAT",
    title="Control requests have the formats of their style and action",
    clause="O-RAN.WG3.E2SM-RC 7.6, table 7.9-2",
    hint="Control styles 1 to 7 take header 1 with message 1 (a group of UEs header 3 with message 3), style 8 "
    "depends on the action, style 255 takes header 2 with message 2.",
    blames=RIC,
    of=(PayloadKind.CONTROL_HEADER, PayloadKind.CONTROL_MESSAGE),
    model="rc",
)
def control_format(seen: PayloadObserved) -> Iterator[Breach]:
    """Header and message of a control request have formats that its style and action have."""
    used, format_ = controlled(seen), format_of(seen.value)
    formats = control_formats(*used) if used is not None else None
    if used is None or formats is None or format_ is None:
        return
    is_header = seen.payload.kind is PayloadKind.CONTROL_HEADER
    allowed = formats[0] if is_header else formats[1]
    if used[0] == 8 and not is_header:
        allowed |= UNSETTLED_CONTROL_MESSAGES
    if allowed and format_ not in allowed:
        yield _wrong(
            seen, f"control style {used[0]}", "control header" if is_header else "control message", format_, allowed
        )


@rule(
    id="RC-OUTCOME-FORMAT",
    title="Outcomes have the format of the request's style",
    clause="O-RAN.WG3.E2SM-RC 7.6, 7.8, tables 7.9-2, 7.9-3",
    hint="A control outcome has format 1 for styles 1 to 7, 3 for styles 8 and 9, 2 for style 255; a query outcome "
    "the number of its style.",
    blames=NODE,
    of=(PayloadKind.CONTROL_OUTCOME, PayloadKind.QUERY_OUTCOME),
    model="rc",
)
def outcome_format(seen: PayloadObserved) -> Iterator[Breach]:
    """The outcome in an answer has a format that the style of the request has."""
    if seen.payload.kind is PayloadKind.CONTROL_OUTCOME:
        used = controlled(seen)
        row = style(Service.CONTROL, used[0]) if used is not None else None
    else:
        header = seen.other(PayloadKind.QUERY_HEADER)
        number = style_of(header.value) if header is not None else None
        row = style(Service.QUERY, number) if number is not None else None
    format_ = format_of(seen.value)
    if row is not None and format_ is not None and row.outcomes and format_ not in row.outcomes:
        yield _wrong(seen, f"{row.service.value} style {row.number}", "outcome", format_, row.outcomes)


def _row(seen: PayloadObserved) -> Style | None:
    used = subscribed(seen)
    return style(*used) if used is not None else None


def _wrong(seen: PayloadObserved, what: str, which: str, actual: int, allowed: Formats) -> Breach:
    return Breach(
        blame=seen.role,
        message=f"{what} comes with {which} format {actual}",
        expected=f"{which} format {' or '.join(map(str, sorted(allowed)))}",
        actual=f"format {actual}",
        key=f"{what} {which} {actual}",
    )
