"""Jobs of report style 255."""

from typing import Any

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.service_models import PayloadKind, content_of
from oran_harness.service_models.common.build import TEST_PLMN, nr_cell, ue_id
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.jobs import approach, definitions, job_definitions, jobs, messages
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.records import subscribed_measurements
from oran_harness.service_models.kpm.ues import subscribed_ues

EDITION = "5.00"
CELL = nr_cell(TEST_PLMN, BitString(b"\x00\x00\x01\x00", 28), 1)
UES = tuple(ue_id("gnb", number) for number in (1, 2, 3, 4))
OWN = kpm.action_definition(1, edition=EDITION, measurements=("RRU.PrbTotDl",))
COMMON: dict[int, dict[str, Any]] = {
    1: {},
    2: {"ues": UES[:1]},
    3: {},
    4: {"conditions": (kpm.condition("sNSSAI", "equal", b"\x01"),)},
    5: {"ues": UES[:2]},
}


def read(octets: bytes, kind: PayloadKind = PayloadKind.ACTION_DEFINITION) -> Any:
    return KPM.decode(kind, octets).value


def action(*items: Any, common: bytes | None = None, **how: Any) -> Any:
    return read(kpm.multiple_action_definition(items, EDITION, common=common, **how))


def test_own_and_common_definitions() -> None:
    """A job goes by its own definition, else by the common one; where there is neither, by none."""
    common = kpm.action_definition(1, edition=EDITION)
    whole = action(kpm.job(1, OWN), kpm.job(65_535), common=common)
    assert [(job.job_id, job.own) for job in jobs(whole)] == [(1, True), (65_535, False)]
    assert job_definitions(whole) == {1: read(OWN), 65_535: read(common)}
    assert definitions(whole) == (read(OWN), read(common))
    assert [job.definition for job in jobs(action(kpm.job(3)))] == [None]
    assert subscribed_measurements(whole) is None


def test_other_formats_have_no_jobs() -> None:
    """A fundamental level action is its own definition."""
    assert (jobs(read(OWN)), job_definitions(read(OWN)), approach(read(OWN))) == ((), {}, None)
    assert definitions(read(OWN)) == (read(OWN),)
    assert definitions(None) == ()


def test_the_first_of_two_jobs_of_one_id() -> None:
    """Reports cannot tell them apart; the first one counts."""
    twice = action(kpm.job(1, OWN), kpm.job(1), common=kpm.action_definition(1, edition=EDITION))
    assert job_definitions(twice) == {1: read(OWN)}


@pytest.mark.parametrize("style", COMMON)
def test_the_cell_of_a_job(style: int) -> None:
    """It takes the place of the common one in the formats of all styles (KPM 7.4.7.2)."""
    common = kpm.action_definition(style, edition=EDITION, **COMMON[style])
    (job,) = jobs(action(kpm.job(1, cell=CELL), common=common))
    assert job.definition == read(kpm.action_definition(style, edition=EDITION, cell=CELL, **COMMON[style]))


def test_the_ues_of_a_job() -> None:
    """One UE in style 2, several in style 5; elsewhere there is no place for them."""
    of_one = kpm.action_definition(2, edition=EDITION, ues=UES[:1])
    of_several = kpm.action_definition(5, edition=EDITION, ues=UES[:2])
    (one,) = jobs(action(kpm.job(1, ue=UES[2]), common=of_one))
    (several,) = jobs(action(kpm.job(1, ues=UES[2:]), common=of_several))
    assert subscribed_ues(one.definition) == UES[2:3]
    assert subscribed_ues(several.definition) == UES[2:]
    (plain,) = jobs(action(kpm.job(1, ue=UES[2], ues=UES[2:]), common=OWN))
    assert plain.definition == read(OWN)


def test_messages_of_jobs() -> None:
    """Those of format 255 with their Job IDs, or the message itself with the one that it names."""
    kind = PayloadKind.INDICATION_MESSAGE
    first, second = kpm.indication_message([[1]], EDITION), kpm.indication_message([[2]], EDITION)
    together = kpm.multiple_indication_message([(7, first), (8, second)], EDITION)
    assert messages(read(together, kind)) == ((7, read(first, kind)), (8, read(second, kind)))
    alone = read(kpm.job_message(7, first, EDITION), kind)
    assert messages(alone) == ((7, alone),)
    assert content_of(alone) == content_of(read(first, kind))
    assert messages(read(first, kind)) == ((None, read(first, kind)),)
    assert messages(None) == ((None, None),)


def test_the_approach() -> None:
    """Together or one by one."""
    assert [approach(action(kpm.job(1, OWN), approach=each)) for each in ("single", "multiple")] == [
        "single",
        "multiple",
    ]
