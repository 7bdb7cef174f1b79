"""A near-RT RIC of each edition against nodes of each edition: what the cases find, and what they let pass."""

from collections.abc import Sequence

import pytest

from oran_harness import conformance
from oran_harness.conformance.e2ap.ric_versions import EDITIONS, PROCEDURES
from oran_harness.drivers.setting import Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Role, Verdict
from oran_harness.peers.actor import Command, Heard, Say
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.runner.judgement import audit, judge
from oran_harness.steps.answers import setup_response
from tests.conformance.e2ap.misbehaving_ric import (
    MisbehavingRic,
    Misbehaviour,
    complains,
    dies,
    ends,
    ignores,
    mute,
    of,
    refuses_setup,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

FAULTS: tuple[Fault, ...] = (
    ("E2AP-VERSION-102", mute(m.E2setupResponse, nth=2)),
    ("E2AP-VERSION-105", mute(m.RICserviceUpdateAcknowledge)),
    ("E2AP-VERSION-108", mute(m.ResetResponse)),
    ("E2AP-VERSION-109", complains(of(m.RICsubscriptionDeleteRequired))),
    ("E2AP-VERSION-111", mute(m.E2RemovalResponse)),
    ("E2AP-VERSION-113", mute(m.ErrorIndication)),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("ric", editions())
@pytest.mark.parametrize("case", [each.id for each in EDITIONS])
def test_each_edition_meets_each(case: str, ric: str) -> None:
    """The reference RIC of each edition passes with nodes of each edition, and nobody is blamed."""
    told = perform(case, edition=ric)
    assert told.judgement.verdict is Verdict.PASS, str(told)
    assert {finding.blame for finding in told.judgement.findings} <= {None}, str(told)


def test_there_is_a_case_for_each_edition() -> None:
    """Nodes of every edition that the harness speaks."""
    assert tuple(each.edition for each in EDITIONS) == tuple(editions())


def first(message: Message | None, octets: bytes) -> bool:
    return isinstance(message, m.E2setupRequest) and message.transaction_id is None


@pytest.mark.parametrize("misbehaviour", [ignores(first), ends(first), ends(first, how="abort"), complains(first)])
def test_a_node_of_the_first_edition_need_not_be_served(misbehaviour: Misbehaviour) -> None:
    """Silence, an Error Indication and closing do no harm."""
    assert perform("E2AP-VERSION-101", misbehaviour).judgement.verdict is Verdict.PASS


def test_a_crash_on_the_first_edition_is_found() -> None:
    """Which is what happens in the field."""
    told = perform("E2AP-VERSION-101", dies(first))
    assert (told.judgement.verdict, told.judgement.blame) == (Verdict.FAIL, Role.NEAR_RT_RIC), str(told)


def speaks_both() -> Misbehaviour:
    """It answers nodes of the first edition in that."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        old = codec("1.01").decode(heard.octets)
        if not first(message, heard.octets) or not isinstance(old.message, m.E2setupRequest) or not old.conforms:
            return None
        response = setup_response(old.message, edition="1.01")
        assert response is not None
        return (Say(heard.association, codec("1.01").encode(response), 0),)

    return Misbehaviour(hears)


def test_a_ric_may_speak_several_editions() -> None:
    """Who answers a node of the first edition in that edition is accused of nothing."""
    told = perform("E2AP-VERSION-101", speaks_both())
    assert told.judgement.verdict is Verdict.PASS, str(told)
    assert Role.NEAR_RT_RIC not in {finding.blame for finding in told.judgement.findings}, str(told)


@pytest.mark.parametrize("case", [each.id for each in PROCEDURES])
@pytest.mark.parametrize("ric", editions())
def test_a_ric_may_know_more_than_is_spoken(case: str, ric: str) -> None:
    """Whether it knows a procedure of a later edition or not: it answers, or reports."""
    setting = Setting(role=Role.NEAR_RT_RIC, edition="3.01" if ric != "1.01" else ric, stimuli=None)
    found = conformance.find(case)
    performed = perform_virtual(found, setting, lambda: NearRtRic(RicConfig(edition=ric)))
    audited = audit(found.description, found.id, performed.header, performed.events)
    judged = judge(found.description, performed.outcome, audited.of_case)
    assert judged.verdict is Verdict.PASS, str(judged)


@pytest.mark.parametrize("case", [*(each.id for each in EDITIONS), "E2AP-VERSION-106", "E2AP-VERSION-107"])
def test_a_node_may_be_refused(case: str) -> None:
    """E2 SETUP FAILURE is an answer."""
    assert perform(case, refuses_setup(nth=2)).judgement.verdict is Verdict.PASS
