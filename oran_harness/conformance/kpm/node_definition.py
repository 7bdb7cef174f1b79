"""What an E2 node under test declares of KPM: its RAN Function Definition (KPM 7.1, 8.2.2.1)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, says
from oran_harness.conformance.kpm.node_scenery import (
    COMMON_STYLE,
    NEEDS,
    NODE_STYLE,
    Offer,
    attempt,
    claimed_editions,
    claimed_styles,
)
from oran_harness.model import Complaint, ComplaintKind, Level
from oran_harness.protocols.e2ap.messages import RICserviceUpdate
from oran_harness.service_models.kpm.definition import AnnouncedFunction, announced
from oran_harness.service_models.kpm.jobs import JOBS_STYLE
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.styles import REPORT_STYLES
from oran_harness.service_models.payload import PayloadKind
from oran_harness.steps import Peer, check, inconclusive, not_applicable, unsupported
from oran_harness.steps.answers import answer

_CLAUSE = "O-RAN.WG3.E2SM-KPM 8.2.2.1"
_POWER = "PEE."
"""What the names of the measurements of power, energy and environment begin with (TS 28.552 5.1.1.19)."""
_TAGS = ("E2setup", "KPM", "positive")


@case(
    id="E2SM-KPM-201",
    title="The KPM function's definition can be read, in the edition that is claimed",
    clause=f"{_CLAUSE}, 8.4.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F2", "F16"),
    suite="kpm",
)
async def definition_is_readable(ric: Peer) -> None:
    """Every octet of it is accounted for by an edition of KPM: the claimed one where the profile claims one."""
    function = ric.function("KPM")
    accepting = function.payload.accepting
    if not accepting and all(map(_forgiven, function.payload.complaints)):
        return
    check(
        bool(accepting),
        "The RAN Function Definition of a KPM function conforms to an edition of KPM (KPM 8.4.1)",
        expected="a RAN Function Definition of KPM",
        actual=f"{len(function.payload.octets)} octets that no edition accepts",
    )
    for claimed in claimed_editions(ric):
        check(
            claimed in accepting,
            "The RAN Function Definition conforms to the edition of KPM that is claimed (KPM 8.4.1)",
            expected=f"a RAN Function Definition of KPM {claimed}",
            actual=f"one of {', '.join(accepting)}",
        )


@case(
    id="E2SM-KPM-202",
    title="Report styles are declared with the formats that belong to them",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-KPM 7.4, 7.8, table 7.8-2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F10"),
    suite="kpm",
)
async def styles_have_their_formats(ric: Peer) -> None:
    """Action, header and message format of each known style; and the styles that the profile claims are there."""
    offered = _offered(ric)
    for style in offered.styles:
        row = REPORT_STYLES.get(style.style)
        if row is not None:
            check(
                (style.action_format, style.header_format, style.message_format)
                == (row.action_format, row.header_format, row.message_format),
                f"Report style {style.style} has the formats of KPM table 7.8-2",
                expected=f"action {row.action_format}, header {row.header_format}, message {row.message_format}",
                actual=f"action {style.action_format}, header {style.header_format}, message {style.message_format}",
            )
    for number in sorted(claimed_styles(ric)):
        check(
            offered.style(number) is not None,
            "An E2 node offers the KPM report styles that are claimed for it (KPM 8.2.2.1)",
            expected=f"report style {number}",
            actual=f"report styles {', '.join(str(style.style) for style in offered.styles) or 'none'}",
        )


@case(
    id="E2SM-KPM-203",
    title="Style 255 is declared with jobs of styles that are declared themselves",
    clause=_CLAUSE,
    level=Level.SHOULD,
    under_test=NODE,
    needs=(*NEEDS, "kpm:5.00"),
    tags=_TAGS,
    suite="kpm",
)
async def jobs_are_of_declared_styles(ric: Peer) -> None:
    """What a job can measure stands with its own style in the definition: with no other there is nothing to ask for."""
    offered = _offered(ric)
    integrated = offered.style(JOBS_STYLE)
    if integrated is None:
        raise unsupported(f"the E2 node does not offer report style {JOBS_STYLE}")
    declared = {style.style for style in offered.styles} - {JOBS_STYLE}
    check(
        integrated.jobs <= declared,
        f"The styles of the jobs of report style {JOBS_STYLE} are declared in the list of report styles (KPM 8.2.2.1)",
        expected=f"jobs of the styles {_listed(declared)}",
        actual=f"jobs of the styles {_listed(integrated.jobs)}",
    )


@case(
    id="E2SM-KPM-204",
    title="The definition in a Service Update is whole: what it lacks is not served any more",
    clause="O-RAN.WG3.E2SM-KPM 7.1; O-RAN.WG3.E2AP 8.3.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=(*NEEDS, "procedure:RICserviceUpdate", "stimulus:service-update"),
    tags=("RICserviceUpdate", "KPM", "positive"),
    suite="kpm",
)
async def updates_are_whole(ric: Peer) -> None:
    """The node modifies its KPM function. Styles that only the definition before had must not be there still."""
    function, before = ric.function("KPM"), _offered(ric)
    await ric.stimulate("service-update", change="modify", function=function.id)
    update = await ric.expect(RICserviceUpdate, requirement="Told to change, the E2 node starts RIC Service Update")
    items = [item for item in update.ran_functions_modified or () if item.ran_function_id == function.id]
    acknowledge = answer(update, by=ric.role, engine=ric.engine, edition=ric.edition)
    if not items or acknowledge is None:
        raise not_applicable("the E2 node modifies another function than that of KPM")
    await ric.send(acknowledge)
    after = announced(KPM.decode(PayloadKind.FUNCTION_DEFINITION, items[0].ran_function_definition))
    if after is None or not after.complete:
        raise inconclusive("the KPM function's new definition cannot be read; the rules say what is wrong with it")
    for number in (NODE_STYLE, COMMON_STYLE):
        style = before.style(number)
        if style is None or not style.names or after.style(number) is not None:
            continue
        offered = Offer(function.id, function.edition, style)
        found = await attempt(ric, offered.request(ric), f"report style {number}, which is gone", illegal=True)
        check(
            not found.admitted,
            "The definition in a RIC SERVICE UPDATE lists all styles, those that have not changed too (KPM 7.1)",
            expected=f"report style {number} in the new definition, or no subscription to it",
            actual=f"it is not listed, and {says(found.answer)}: actions {list(found.admitted)} admitted",
        )


@case(
    id="E2SM-KPM-205",
    title="The function has the name that KPM gives it",
    clause="O-RAN.WG3.E2SM-KPM 7.2; O-RAN.WG3.E2SM 6.2.2.1",
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def has_its_name(ric: Peer) -> None:
    """The short name, by which a RIC may look for it; how the description is spelt is nobody's business."""
    offered = _offered(ric)
    check(
        offered.short_name == KPM.short_name,
        "The RAN Function Short Name of a KPM function is that of KPM (KPM 7.2)",
        expected=KPM.short_name,
        actual=str(offered.short_name),
    )


@case(
    id="E2SM-KPM-206",
    title="Power, energy and environment are not measured of single UEs",
    clause="O-RAN.WG3.E2SM-KPM 7.9",
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def measures_no_power_of_ues(ric: Peer) -> None:
    """For the PEE measurements of TS 28.552 KPM has no conversion to one UE: styles 2 to 5 have none."""
    for style in _offered(ric).styles:
        power = sorted(name for name in style.names if name.startswith(_POWER))
        check(
            style.style == NODE_STYLE or style.style not in REPORT_STYLES or not power,
            "The report styles about UEs offer measurements that KPM has for UEs (KPM 7.9)",
            expected=f"no PEE measurement in report style {style.style}",
            actual=", ".join(power),
        )


def _offered(ric: Peer) -> AnnouncedFunction:
    """What the KPM function announces; inconclusive where that cannot be read."""
    found = ric.function("KPM").announced
    if not isinstance(found, AnnouncedFunction):
        raise inconclusive("the KPM function's definition cannot be read; the rules say what is wrong with it")
    return found


def _listed(numbers: set[int] | frozenset[int]) -> str:
    return ", ".join(map(str, sorted(numbers))) or "none"


def _forgiven(complaint: Complaint) -> bool:
    """Whether a newer edition may have that, or it is but a character of a string, which another rule is about."""
    newer = complaint.kind is ComplaintKind.UNKNOWN_ALTERNATIVE and complaint.actual.startswith("extension")
    return newer or complaint.message.startswith("character ")
