"""Reports of KPM that are wrong, to a near-RT RIC under test: they may be dropped, and do no harm (KPM 9, E2AP 10)."""

from dataclasses import replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, send_all, unharmed
from oran_harness.conformance.kpm.ric_subscriber import START, plain_report, report, watched
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import RICindication
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.kpm.build import (
    NOT_SATISFIED,
    indication_header,
    indication_message,
    ue_indication_message,
)
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.rc import build as rc
from oran_harness.steps import Peer
from oran_harness.steps.offers import KPM_FUNCTION, model_edition

_CLAUSE = "O-RAN.WG3.E2SM-KPM 8.4.1, 9; O-RAN.WG3.E2AP 8.2.3.2"
_NEEDS = ("stimulus:subscribe", "procedure:RICindication", "service-model:KPM")
_TAGS = ("RICindication", "negative")
_NEWEST = "5.00"
_OTHER_LENGTH = {"2.03": "3.00"}
_TOO_MANY = 3
_UNKNOWN_ALTERNATIVE = bytes.fromhex("5f8003010203")
"""A CHOICE behind the SEQUENCE's extension bit: alternative 63 behind its extension marker, with three octets."""


@case(
    id="E2SM-KPM-141",
    title="Reports that end too early do no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "F29"),
)
async def outlives_truncation(node: Peer) -> None:
    """The message without its last octets, down to one; and the header without its time."""
    found, bystander = await watched(node)
    plain = plain_report(found, 1, 2)
    header, message = plain.ric_indication_header or b"", plain.ric_indication_message or b""
    broken = [replace(plain, ric_indication_message=message[:-cut]) for cut in (1, 2, len(message) - 1)]
    await send_all(node, found.association, [*broken, replace(plain, ric_indication_header=header[:1])])
    await unharmed(node, bystander, "reports that end too early")


@case(
    id="E2SM-KPM-142",
    title="Payloads of another service model in reports of KPM do no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "F4"),
)
async def outlives_foreign_payloads(node: Peer) -> None:
    """Header and message of E2SM-RC, alone and together."""
    found, bystander = await watched(node)
    plain = plain_report(found)
    edition = model_edition("rc", node.edition)
    header, message = rc.report_header(edition), rc.parameters_message(((1, rc.element(1)),), edition)
    broken = [
        replace(plain, ric_indication_header=header),
        replace(plain, ric_indication_message=message),
        replace(plain, ric_indication_header=header, ric_indication_message=message),
    ]
    await send_all(node, found.association, broken)
    await unharmed(node, bystander, "payloads of another service model")


@case(
    id="E2SM-KPM-143",
    title="A report in message format 3, where style 1 wants format 1, does no harm",
    clause="O-RAN.WG3.E2SM-KPM 7.4.2.4, table 7.8-2",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "F3"),
)
async def outlives_another_format(node: Peer) -> None:
    """It can be read, and is not what was asked for."""
    found, bystander = await watched(node)
    message = ue_indication_message([(ue_id("gnb", 1), [[1] * found.width])], found.edition)
    await send_all(node, found.association, [report(found, message)])
    await unharmed(node, bystander, "a report in the format of another style")


@case(
    id="E2SM-KPM-144",
    title="Records with more or fewer values than there are labels do no harm",
    clause="O-RAN.WG3.E2SM-KPM 7.4.2.4, 8.2.1.4.1",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_TAGS,
)
async def outlives_wrong_lengths(node: Peer) -> None:
    """A RIC that goes by its own list runs out of values, or leaves some over."""
    found, bystander = await watched(node)
    widths = (found.width + _TOO_MANY, max(found.width - 1, 0), 0)
    messages = [indication_message([[1] * width], found.edition) for width in widths if width]
    messages.append(indication_message([[1] * found.width, [1] * (found.width + 1)], found.edition))
    await send_all(node, found.association, [report(found, each) for each in messages])
    await unharmed(node, bystander, "records of a wrong length")


@case(
    id="E2SM-KPM-145",
    title="A collection start time of another edition's length does no harm",
    clause="O-RAN.WG3.E2SM-KPM 8.2.1.3.1, 8.3.12",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "F1"),
)
async def outlives_another_time_stamp(node: Peer) -> None:
    """Four octets in 2.03, eight from 3.00 on: read as the other, the header ends too early or too late."""
    found, bystander = await watched(node)
    header = indication_header(START, _OTHER_LENGTH.get(found.edition, "2.03"))
    await send_all(node, found.association, [replace(plain_report(found), ric_indication_header=header)])
    await unharmed(node, bystander, "a time stamp of another edition's length")


@case(
    id="E2SM-KPM-146",
    title="Alternatives that the edition does not know do no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "F4"),
)
async def outlives_unknown_alternatives(node: Peer) -> None:
    """Header and message formats of a CHOICE index that no edition has, and the value notSatisfied of newer ones."""
    found, bystander = await watched(node)
    plain = plain_report(found)
    newer = indication_message([[NOT_SATISFIED] * found.width], _NEWEST)
    broken = [
        replace(plain, ric_indication_message=_UNKNOWN_ALTERNATIVE),
        replace(plain, ric_indication_header=_UNKNOWN_ALTERNATIVE),
        replace(plain, ric_indication_message=newer),
    ]
    await send_all(node, found.association, broken)
    await unharmed(node, bystander, "alternatives that the edition does not know")


@case(
    id="E2SM-KPM-147",
    title="Octets behind the end of a report do no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_TAGS,
)
async def outlives_trailing_octets(node: Peer) -> None:
    """A few, and as many as a receive buffer may hold."""
    found, bystander = await watched(node)
    plain = plain_report(found)
    header, message = plain.ric_indication_header or b"", plain.ric_indication_message or b""
    broken = [replace(plain, ric_indication_message=message + bytes(more)) for more in (1, 64, 12_000)]
    await send_all(node, found.association, [*broken, replace(plain, ric_indication_header=header + b"\x00")])
    await unharmed(node, bystander, "octets behind the end of a report")


@case(
    id="E2SM-KPM-148",
    title="A report of a job, which nobody subscribed to, does no harm",
    clause="O-RAN.WG3.E2SM-KPM 7.4.7.4, 8.2.1.4",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_TAGS,
)
async def outlives_a_job(node: Peer) -> None:
    """The Job ID of 5.00 is an extension: who does not know it passes over it, and no job of that ID was asked for."""
    found, bystander = await watched(node)
    plain = plain_report(found)
    value = KPM.decode(PayloadKind.INDICATION_MESSAGE, plain.ric_indication_message or b"").value
    octets = KPM.encode(PayloadKind.INDICATION_MESSAGE, replace(value, job_id=7), _NEWEST)
    await send_all(node, found.association, [replace(plain, ric_indication_message=octets)])
    await unharmed(node, bystander, "a report of a job")


@case(
    id="E2SM-KPM-149",
    title="Reports of KPM that nobody subscribed to do no harm",
    clause="O-RAN.WG3.E2AP 8.2.3.2, 10",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=("procedure:RICindication", "service-model:KPM"),
    tags=_TAGS,
)
async def outlives_the_unasked(node: Peer) -> None:
    """Whole reports in two formats under a RIC Request ID that names nothing: as after a RIC has restarted."""
    bystander = node.here
    edition = model_edition("kpm", node.edition)
    header = indication_header(START, edition)
    messages = (
        indication_message([[1, 2.5, None]], edition),
        ue_indication_message([(ue_id("gnb", number), [[number]]) for number in (1, 2)], edition),
    )
    request_id = node.new_request_id()
    stray = [RICindication(request_id, KPM_FUNCTION, 1, None, "report", header, each) for each in messages]
    await send_all(node, bystander, stray)
    await unharmed(node, bystander, "reports that nobody subscribed to")
