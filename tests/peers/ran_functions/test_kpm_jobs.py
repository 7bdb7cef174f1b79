"""Actions of KPM report style 255 as our E2 node reads and reports them."""

from typing import Any

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.peers.ran_functions import Radio
from oran_harness.peers.ran_functions.book import Refusal
from oran_harness.peers.ran_functions.kpm_action import CONTRADICTORY, FOREIGN, UNAVAILABLE, UNSUPPORTED, KpmAction
from oran_harness.peers.ran_functions.kpm_jobs import KpmJobs, parts, read_action
from oran_harness.service_models import PayloadKind, format_of
from oran_harness.service_models.common.build import TEST_PLMN, nr_cell
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.build import names
from oran_harness.service_models.kpm.jobs import messages
from oran_harness.service_models.kpm.model import KPM
from tests.peers.ran_functions.talk import Talk, action

EDITION = "6.00"
OFFERED = {style: names("gnb", style) for style in (1, 2, 3, 4, 5)}
ELSEWHERE = nr_cell(TEST_PLMN, BitString(b"\xff\xff\xff\xf0", 28), 1)


def definition(style: int = 1, **more: Any) -> bytes:
    return kpm.action_definition(style, edition=EDITION, granularity_ms=500, **more)


def jobs(*items: Any, common: bytes | None = None, **how: Any) -> bytes:
    return kpm.multiple_action_definition(items, EDITION, common=common, **how)


def read(octets: bytes, edition: str = EDITION) -> KpmAction | KpmJobs | Refusal:
    radio = Radio()
    radio.age(0.0)
    return read_action(octets, edition, OFFERED, radio, 0.0)


def test_jobs_are_read() -> None:
    """Each by its own definition or the common one with its overrides."""
    radio = Radio()
    items = (kpm.job(5, definition()), kpm.job(9, cell=radio.cells[1]))
    found = read(jobs(*items, common=definition(), approach="multiple"))
    assert isinstance(found, KpmJobs)
    assert found.multiple
    assert [(number, each.style, each.cell) for number, each in found.jobs] == [(5, 1, None), (9, 1, 1)]
    assert [each.cell for each in parts(found)] == [None, 1]
    plain = read(definition())
    assert isinstance(plain, KpmAction)
    assert parts(plain) == (plain,)


@pytest.mark.parametrize(
    ("octets", "why"),
    [
        (jobs(kpm.job(1, definition()), kpm.job(2, definition(measurements=("No.Such",)))), UNAVAILABLE),
        (jobs(kpm.job(1, definition()), kpm.job(2, cell=ELSEWHERE), common=definition()), UNAVAILABLE),
        (jobs(kpm.job(1, definition()), kpm.job(1, definition())), CONTRADICTORY),
        (jobs(kpm.job(1, definition()), kpm.job(2)), CONTRADICTORY),
        (jobs(kpm.job(1, jobs(kpm.job(1, definition())))), UNSUPPORTED),
    ],
    ids=["measurement", "cell", "twice", "nothing", "nested"],
)
def test_one_job_fails_them_all(octets: bytes, why: Refusal) -> None:
    """What cannot be served is refused as a whole (KPM 7.4.7.1)."""
    assert read(octets) == why


def test_earlier_editions_have_no_jobs() -> None:
    """Their reader does not know the format."""
    assert read(jobs(kpm.job(1, definition())), "4.00") == FOREIGN


def subscribed(approach: Any) -> Talk:
    """Jobs of all styles in one action, in a subscription that stands."""
    talk = Talk(kpm=EDITION)
    ues = [talk.radio.ue_id(1), talk.radio.ue_id(2)]
    given: dict[int, dict[str, Any]] = {
        1: {},
        2: {"ues": ues[:1]},
        3: {},
        4: {"conditions": (kpm.condition("rSRP", "present"),)},
        5: {"ues": ues},
    }
    items = [kpm.job(style, definition(style, measurements=talk.kpm.offered[style], **given[style])) for style in given]
    trigger = kpm.event_trigger(1000, EDITION)
    assert talk.subscribe(talk.kpm, trigger, action(jobs(*items, approach=approach), 1)).admitted == (1,)
    return talk


def test_jobs_report_together() -> None:
    """One indication each second in format 255, each job in the format of its style; no rule objects."""
    talk = subscribed("single")
    told = talk.run(talk.kpm, 3.5)
    assert len(told) == 3
    for one in told:
        message = KPM.decode(PayloadKind.INDICATION_MESSAGE, one.message).value
        assert {number: format_of(each) for number, each in messages(message)} == {1: 1, 2: 1, 3: 2, 4: 3, 5: 3}
    assert talk.findings() == []


def test_jobs_report_one_by_one() -> None:
    """Five indications each second of one SN, each with its Job ID; no rule objects."""
    talk = subscribed("multiple")
    told = talk.run(talk.kpm, 3.5)
    assert [one.sn for one in told] == [0] * 5 + [1] * 5 + [2] * 5
    values = [KPM.decode(PayloadKind.INDICATION_MESSAGE, one.message).value for one in told]
    assert [value.job_id for value in values] == [1, 2, 3, 4, 5] * 3
    assert talk.findings() == []


def test_the_definition_offers_them() -> None:
    """From 5.00 on."""
    kind = PayloadKind.FUNCTION_DEFINITION
    accepting = {each: KPM.decode(kind, Talk(kpm=each).kpm.definition).accepting for each in ("4.00", "5.00", "6.00")}
    assert accepting == {
        "4.00": ("2.03", "3.00", "4.00", "5.00", "6.00"),
        "5.00": ("5.00", "6.00"),
        "6.00": ("5.00", "6.00"),
    }
