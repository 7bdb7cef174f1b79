"""KPM indication headers and messages."""

import pytest

from oran_harness.codec.asn1 import EncodeError
from oran_harness.service_models import PayloadKind, content_of
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.kpm.build import (
    NOT_SATISFIED,
    condition,
    indication_header,
    indication_message,
    matched_indication_message,
    no_label,
    slice_label,
    ue_indication_message,
)
from oran_harness.service_models.kpm.build.action import measurement_list
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.records import matched_values, record_faults, reports
from oran_harness.service_models.kpm.timestamps import collection_start, start_time
from tests.service_models.kpm.build.read import content, value

NOW = 1_767_225_600.25
"""2026-01-01 and a quarter of a second, in Unix time."""
HEADER, MESSAGE = PayloadKind.INDICATION_HEADER, PayloadKind.INDICATION_MESSAGE


@pytest.mark.parametrize("edition", KPM.editions)
def test_start_of_the_collection(edition: str) -> None:
    """The start has 8 octets by RFC 5905, and in 2.03 the first 4 of them."""
    octets = indication_header(NOW, edition)
    assert octets.hex() == ("00" + "ed003780" + ("" if edition == "2.03" else "40000000"))
    start = start_time(value("kpm", HEADER, octets, edition))
    assert start is not None
    assert collection_start(start) == (int(NOW) if edition == "2.03" else NOW)


def test_options_of_the_header() -> None:
    """Names of the sender are there where they are wanted."""
    octets = indication_header(NOW, "3.00", sender_name="one", sender_type="gNB", vendor_name="us")
    read = content("kpm", HEADER, octets, "3.00")
    assert (read.sender_name, read.sender_type, read.vendor_name, read.file_format_version) == (
        "one",
        "gNB",
        "us",
        None,
    )
    with pytest.raises(ValueError, match="outside the 32 bits"):
        indication_header(3e9, "3.00")


@pytest.mark.parametrize("edition", KPM.editions)
def test_records(edition: str) -> None:
    """Values keep their order and types; nothing is no value; repetitions of the subscription are there if wanted."""
    octets = indication_message([[5, 1.5, None], [0, 2.0, 3]], edition)
    read = content("kpm", MESSAGE, octets, edition)
    assert [item.meas_record for item in read.meas_data] == [
        (("integer", 5), ("real", 1.5), ("noValue", None)),
        (("integer", 0), ("real", 2.0), ("integer", 3)),
    ]
    assert (read.meas_info_list, read.granul_period) == (None, None)
    octets = indication_message([[5]], edition, measurements=["RRU.PrbTotDl"], granularity_ms=100)
    read = content("kpm", MESSAGE, octets, edition)
    assert (read.meas_info_list, read.granul_period) == (measurement_list(["RRU.PrbTotDl"]), 100)
    assert record_faults(read, None) == ()


def test_conditions_that_are_not_satisfied() -> None:
    """A value that fails its reporting condition says so, from 4.00 on."""
    read = content("kpm", MESSAGE, indication_message([[NOT_SATISFIED]], "4.00"), "4.00")
    assert read.meas_data[0].meas_record == (("notSatisfied", None),)
    with pytest.raises(EncodeError):
        indication_message([[NOT_SATISFIED]], "3.00")


@pytest.mark.parametrize("edition", KPM.editions)
def test_matched_ues(edition: str) -> None:
    """Message format 2 names the UEs that matched each measurement; one that none matched has no list."""
    ues = [ue_id("du", 1), ue_id("du", 2)]
    matched = [("DRB.UEThpDl", [no_label()], ues), ("RRU.PrbTotDl", [slice_label(1), condition("gBR")], [])]
    octets = matched_indication_message(matched, [[1.0, 2.0], [None, 3.0]], edition, granularity_ms=500)
    read = content("kpm", MESSAGE, octets, edition)
    assert [[one.ue_id for one in item.matching_ue_id_list or ()] for item in read.meas_cond_ue_id_list] == [ues, []]
    assert [matched_values(read, index) for index in (0, 1)] == [2, 2]
    assert read.granul_period == 500


@pytest.mark.parametrize("edition", KPM.editions)
def test_reports_of_ues(edition: str) -> None:
    """Message format 3 has a report for each UE."""
    ues = [ue_id("cu-up", 1), ue_id("cu-up", 2)]
    octets = ue_indication_message(
        [(ues[0], [[1]]), (ues[1], [[2]])], edition, measurements=["RRU.PrbTotDl"], granularity_ms=1000
    )
    read = value("kpm", MESSAGE, octets, edition)
    assert content_of(read) is not None
    assert [report.ue_id for report in reports(read)] == ues
    assert [report.content.meas_data[0].meas_record[0][1] for report in reports(read)] == [1, 2]
