"""Reports of KPM to a near-RT RIC under test: whatever a node may send is taken (KPM 7.4, 8.2.1.3, 8.2.1.4)."""

from dataclasses import replace
from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, our_offer, set_up_or_not, stands, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import stands_still
from oran_harness.conformance.kpm.ric_subscriber import BREATH_S, ONE, START, TWO, plain_report, report, standing
from oran_harness.model import Level
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.kpm.build import indication_header, matched_indication_message, ue_indication_message
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_IndicationMessage,
    E2SM_KPM_IndicationMessage_Format1,
    MeasurementDataItem,
)
from oran_harness.service_models.kpm.model import KPM
from oran_harness.steps import Peer

_NEEDS = ("stimulus:subscribe", "procedure:RICindication", "service-model:KPM")
_KIND = (*_NEEDS, "association.fresh")
_TAGS = ("RICindication", "positive")
_KPM = "O-RAN.WG3.E2SM-KPM"
_E2TS = "O-RAN.WG3.E2TS 5.2.3"
_REPORTS = 5
_RECORDS = 10
_UES = 200
_LARGEST = 4_294_967_295


@case(
    id="E2SM-KPM-121",
    title="A report of style 1 in header format 1 and message format 1 is taken",
    clause=f"{_KPM} 7.4.2.3, 7.4.2.4; {_E2TS}.2.1",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.3.2.1"),
)
async def takes_style_1(node: Peer) -> None:
    """One measurement, with its name in the report."""
    await _taken(node, 1, ONE)


@case(
    id="E2SM-KPM-122",
    title="A report of style 2 in header format 1 and message format 1 is taken",
    clause=f"{_KPM} 7.4.3.3, 7.4.3.4; {_E2TS}.2.2",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.3.2.2"),
)
async def takes_style_2(node: Peer) -> None:
    """One measurement of the UE that was named; the report does not name it again."""
    await _taken(node, 2, ONE)


@case(
    id="E2SM-KPM-123",
    title="Reports of style 1 with several measurements come one after the other, and are taken",
    clause=f"{_KPM} 7.4.2.4, 8.2.1.4.1; {_E2TS}.1.7",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.3.1.7"),
)
async def takes_several_of_style_1(node: Peer) -> None:
    """Values in the order of the measurement list, which is in the report."""
    await _taken(node, 1, TWO, reports=_REPORTS)


@case(
    id="E2SM-KPM-124",
    title="Reports of style 2 with several measurements come one after the other, and are taken",
    clause=f"{_KPM} 7.4.3.4, 8.2.1.4.1; {_E2TS}.1.8",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.3.1.8"),
)
async def takes_several_of_style_2(node: Peer) -> None:
    """Values in the order of the measurement list, which is in the report."""
    await _taken(node, 2, TWO, reports=_REPORTS)


@case(
    id="E2SM-KPM-125",
    title="A report of style 3 in message format 2 is taken, with UEs that matched and with none",
    clause=f"{_KPM} 7.4.4.4, 8.2.1.4.2",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_style_3(node: Peer) -> None:
    """Where nobody matched, the list of UEs is left out and the record has no value to show."""
    association = node.here
    found = await standing(node, 3)
    await node.send(plain_report(found, 7, 1.5))
    await unmoved(node, association, "a report of KPM style 3")
    if not stands_still(node, found):
        return
    # Whether a report about nobody should be sent at all is open: it may be complained of.
    nobody = [(item.meas_type[1], item.matching_cond, ()) for item in found.measurements]
    await node.send(
        report(found, matched_indication_message(nobody, [[None] * len(nobody)], found.edition)),
        association=association,
    )
    await stands(node, association, "a report of KPM style 3 about no UE", within=BREATH_S)


@case(
    id="E2SM-KPM-126",
    title="A report of style 4 in message format 3 is taken",
    clause=f"{_KPM} 7.4.5.4, 8.2.1.4.3",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_style_4(node: Peer) -> None:
    """Each UE that met the conditions with records of its own."""
    await _taken(node, 4, ONE)


@case(
    id="E2SM-KPM-127",
    title="A report of style 5 in message format 3 is taken, also when one of the UEs has gone",
    clause=f"{_KPM} 7.4.6.4, 8.2.1.4.3",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_style_5(node: Peer) -> None:
    """A UE that is gone has noValue to the end of the period, and then is left out."""
    association = node.here
    found = await standing(node, 5)
    whole = plain_report(found, 7, None)
    await node.send(whole)
    message = KPM.decode(PayloadKind.INDICATION_MESSAGE, whole.ric_indication_message or b"").value
    name, content = message.indication_message_formats
    left = replace(content, ue_meas_report_list=content.ue_meas_report_list[:1])
    fewer = KPM.encode(PayloadKind.INDICATION_MESSAGE, E2SM_KPM_IndicationMessage((name, left)), found.edition)
    await node.send(report(found, fewer))
    await unmoved(node, association, "a report of KPM style 5")


@case(
    id="E2SM-KPM-128",
    title="Integers, reals and noValue are taken, and records that are marked incomplete",
    clause=f"{_KPM} 7.4.2.4, 8.2.1.4.1",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_any_value(node: Peer) -> None:
    """From 0 to the largest integer, small and large reals; which of them a measurement has is not KPM's to say."""
    association = node.here
    found = await standing(node, 1)
    await node.send(plain_report(found, 0, _LARGEST, 0.0, 1e-3, 123456.75, -1.5, None))
    record: Any = tuple(("integer", 3) for _ in range(found.width))
    data = (MeasurementDataItem(record, "true"), MeasurementDataItem(record))
    content = E2SM_KPM_IndicationMessage(("indicationMessage-Format1", E2SM_KPM_IndicationMessage_Format1(data)))
    await node.send(report(found, KPM.encode(PayloadKind.INDICATION_MESSAGE, content, found.edition)))
    await unmoved(node, association, "values of every kind")


@case(
    id="E2SM-KPM-129",
    title="A header with all its optional fields is taken, of any length",
    clause=f"{_KPM} 7.4.2.3, 8.2.1.3.1",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "limits"),
)
async def takes_a_full_header(node: Peer) -> None:
    """The strings have room for extension: a sender's name of 500 characters is legal, too."""
    association = node.here
    found = await standing(node, 1)
    for name in ("N", "Sender of reports", "N" * 400, "N" * 500):
        header = indication_header(
            START,
            found.edition,
            file_format_version="1.0",
            sender_name=name,
            sender_type="gNB-DU",
            vendor_name="Vendor",
        )
        await node.send(replace(plain_report(found), ric_indication_header=header))
    await unmoved(node, association, "an indication header with all optional fields")


@case(
    id="E2SM-KPM-130",
    title="A report without measurement list and granularity period goes by the subscription",
    clause=f"{_KPM} 7.4.2.4, 8.2.1.4.1",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_bare_reports(node: Peer) -> None:
    """Both may be there or not, in one report and the next."""
    association = node.here
    found = await standing(node, 1)
    for echoed in (False, True, False):
        await node.send(plain_report(found, *range(_RECORDS), echoed=echoed))
    await unmoved(node, association, "a report without a measurement list")


@case(
    id="E2SM-KPM-131",
    title="A report about 200 UEs is taken",
    clause=f"{_KPM} 7.4.5.4, 8.2.1.4.3",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "limits"),
)
async def takes_many_ues(node: Peer) -> None:
    """As many as a busy cell has; the list may hold 65,535."""
    association = node.here
    found = await standing(node, 4)
    reports = [(ue_id("gnb", number), [[number] * found.width]) for number in range(1, _UES + 1)]
    await node.send(report(found, ue_indication_message(reports, found.edition)))
    await unmoved(node, association, f"a report about {_UES} UEs")


@case(
    id="E2SM-KPM-132",
    title="A gNB-DU names UEs by gNB-DU UE IDs",
    clause=f"{_KPM} 8.2.1.4.3; O-RAN.WG3.E2SM 6.2.2.6",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_KIND,
    tags=(*_TAGS, "F32"),
)
async def takes_ues_of_a_du(node: Peer) -> None:
    """A RIC that knows the ids of a whole gNB alone cannot read them."""
    await _of_kind(node, "du")


@case(
    id="E2SM-KPM-133",
    title="A gNB-CU-UP names UEs by gNB-CU-UP UE IDs",
    clause=f"{_KPM} 8.2.1.4.3; O-RAN.WG3.E2SM 6.2.2.6",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_KIND,
    tags=(*_TAGS, "F32"),
)
async def takes_ues_of_a_cu_up(node: Peer) -> None:
    """A RIC that knows the ids of a whole gNB alone cannot read them."""
    await _of_kind(node, "cu-up")


@case(
    id="E2SM-KPM-134",
    title="An eNB names UEs by eNB UE IDs",
    clause=f"{_KPM} 8.2.1.4.3; O-RAN.WG3.E2SM 6.2.2.6",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_KIND,
    tags=(*_TAGS, "F32"),
)
async def takes_ues_of_an_enb(node: Peer) -> None:
    """A RIC that knows the ids of a whole gNB alone cannot read them."""
    await _of_kind(node, "enb")


@case(
    id="E2SM-KPM-135",
    title="A gNB-CU-CP names UEs with the F1AP and E1AP ids that they have",
    clause=f"{_KPM} 8.2.1.4.3; O-RAN.WG3.E2SM 6.2.2.6",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_KIND,
    tags=(*_TAGS, "F32"),
)
async def takes_ues_of_a_cu_cp(node: Peer) -> None:
    """Where the gNB is split these ids have to be there; a whole gNB has none."""
    await _of_kind(node, "cu-cp")


async def _taken(node: Peer, style: int, measurements: tuple[str, ...], *, reports: int = 1) -> None:
    association = node.here
    found = await standing(node, style, measurements=measurements)
    for number in range(reports):
        await node.send(plain_report(found, number, echoed=True))
    await unmoved(node, association, f"a report of KPM style {style}")


async def _of_kind(node: Peer, kind: str) -> None:
    association = node.here
    await set_up_or_not(node, our_offer(node, kind))
    found = await standing(node, 4)
    await node.send(plain_report(found, 3, kind=kind), association=found.association)
    await unmoved(node, association, f"a report of a node of kind {kind}")
