"""What an E2 node under test declares of KPM: its RAN Function Definition (KPM 7.1, 8.2.2.1)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE
from oran_harness.conformance.kpm.node_scenery import NEEDS, claimed_editions, claimed_styles
from oran_harness.model import Complaint, ComplaintKind, Level
from oran_harness.service_models.kpm.definition import AnnouncedFunction
from oran_harness.service_models.kpm.styles import REPORT_STYLES
from oran_harness.steps import Peer, check, inconclusive

_CLAUSE = "O-RAN.WG3.E2SM-KPM 8.2.2.1"
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
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-KPM 7.4, table 7.8-2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F10"),
    suite="kpm",
)
async def styles_have_their_formats(ric: Peer) -> None:
    """Action, header and message format of each known style; and the styles that the profile claims are there."""
    announced = ric.function("KPM").announced
    if not isinstance(announced, AnnouncedFunction):
        raise inconclusive("the KPM function's definition cannot be read; the rules say what is wrong with it")
    for style in announced.styles:
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
            announced.style(number) is not None,
            "An E2 node offers the KPM report styles that are claimed for it (KPM 8.2.2.1)",
            expected=f"report style {number}",
            actual=f"report styles {', '.join(str(style.style) for style in announced.styles) or 'none'}",
        )


def _forgiven(complaint: Complaint) -> bool:
    """Whether a newer edition may have that, or it is but a character of a string, which another rule is about."""
    newer = complaint.kind is ComplaintKind.UNKNOWN_ALTERNATIVE and complaint.actual.startswith("extension")
    return newer or complaint.message.startswith("character ")
