"""What the recorded captures of real stacks must yield: these findings, this blame, and nothing else."""

from pathlib import Path

import pytest

from oran_harness.captures import read_recording
from oran_harness.checkers import Audit, AuditResult

FIXTURES = Path(__file__).parent.parent / "captures" / "fixtures"
NODE, RIC = "e2-node", "near-rt-ric"

# FlexRIC with three emulated nodes: gNB, CU and DU, all of PLMN 505/01.
FLEXRIC = "flexric-e2ap-v2.03-kpm-rc.pcap"
# O-RAN SC e2sim, whose PLMN is the text "747", against FlexRIC's RIC.
E2SIM = "e2sim-node_flexric-ric-v2.03.pcap"
# A FlexRIC node of E2AP 1.01 against its RIC of 2.03, which dies of the Setup request.
DRIFT = "flexric-node-v1.01_ric-v2.03-aborts.pcap"

# Which rules fire, and whom each blames. None accuses nobody: the text leaves it open, or the evidence does.
FINDINGS: dict[str, set[tuple[str, str | None]]] = {
    FLEXRIC: {
        ("E2-PPID", NODE),
        ("E2-PPID", RIC),
        ("E2AP-IE-CRITICALITY", NODE),  # RANfunction-Item is sent with reject
        ("E2AP-IE-CRITICALITY", RIC),  # RICaction-ToBeSetup-Item too
        ("E2AP-ACCEPTED-REVISION", None),  # always 0
        ("E2AP-RIC-PLMN-COPIED", None),  # each node gets its own PLMN back, but all have the same
        ("E2-STREAMS-SHARED", None),  # everything on stream 0
        ("KPM-START-TIME-SHORT", None),  # microseconds, least significant octet first
        ("E2AP-DELETE-REPEATED-CONFIRMED", None),  # two subscriptions are deleted twice
        ("RC-DEFINITION-FORMATS", None),  # format numbers counted from 0
    },
    E2SIM: {
        ("E2-PPID", NODE),
        ("E2-PPID", RIC),
        ("E2AP-IE-CRITICALITY", NODE),
        ("E2AP-PLMN-TEXT", NODE),
        ("E2AP-ACCEPTED-REVISION", None),
        ("E2AP-RIC-PLMN-COPIED", RIC),  # as the text that its node sends
        ("E2SM-OID-FORM", None),  # OID123
    },
    DRIFT: {
        ("E2-PPID", NODE),
        ("E2AP-IE-CRITICALITY", NODE),
        ("E2AP-VERSION-DRIFT", None),
        ("E2AP-CLOSED-UNREAD", RIC),
        ("RC-DEFINITION-FORMATS", None),
    },
}
# Messages on E2AP associations, and those of another protocol (FlexRIC's E42 on port 36422).
MESSAGES = {FLEXRIC: (37, 20), E2SIM: (2, 0), DRIFT: (1, 0)}
VERSIONS = {FLEXRIC: {"2.03"}, E2SIM: {"2.03"}, DRIFT: {"1.01"}}
MODELS = {FLEXRIC: {"KPM 2.03", "RC 1.03"}, E2SIM: {"KPM 2.03"}, DRIFT: {"KPM 2.03", "RC 1.03"}}
IDENTITIES = {
    FLEXRIC: {"gNB 505/01 0x00000001", "gNB 505/01 0x00000002", "gNB 505/01 0x00000002 DU 22", "RIC 505/01 0x00019"},
    E2SIM: {"gNB 734/373 0x16B8CEF1", "RIC 734/373 0x00019"},
    DRIFT: {"gNB 505/01 0x00000001", None},
}


def audited(name: str) -> AuditResult:
    """What the audit makes of a capture."""
    recording = read_recording(FIXTURES / name)
    audit = Audit(recording.header)
    for event in recording.events:
        audit.feed(event)
    return audit.finish()


@pytest.mark.parametrize("name", FINDINGS)
def test_findings(name: str) -> None:
    """Each capture yields what is known of its stacks, with the right blame, and accuses nobody of anything else."""
    assert {(found.rule, found.blame) for found in audited(name).findings} == FINDINGS[name]


@pytest.mark.parametrize("name", FINDINGS)
def test_every_message_is_decoded(name: str) -> None:
    """Every E2AP message is read; what belongs to another protocol is counted and left alone."""
    result = audited(name)
    assert (result.messages, result.ignored) == MESSAGES[name]
    assert result.decoded == result.messages


@pytest.mark.parametrize("name", FINDINGS)
def test_associations(name: str) -> None:
    """Each association is told with its ends, the E2AP edition spoken, and its service models."""
    associations = audited(name).associations
    assert {each.version for each in associations} == VERSIONS[name]
    assert {model for each in associations for model in each.service_models} == MODELS[name]
    assert {end.id for each in associations for end in each.ends} == IDENTITIES[name]
    assert {tuple(end.role for end in each.ends) for each in associations} == {(NODE, RIC)}


@pytest.mark.parametrize("name", FINDINGS)
def test_findings_can_be_looked_up(name: str) -> None:
    """Each finding names its frame and association, and each accusation the very end."""
    for found in audited(name).findings:
        assert found.frame is not None
        assert found.association is not None
        assert found.hint
        assert (found.blamed_end is None) == (found.blame is None)


def test_the_drift_is_explained() -> None:
    """The finding about the RIC that dies tells both editions, what one lacks for the other, and how fast it went."""
    findings = {found.rule: found for found in audited(DRIFT).findings}
    drift = findings["E2AP-VERSION-DRIFT"]
    assert "1.01" in drift.message
    assert "2.03" in drift.message
    assert "TransactionID (IE 49)" in drift.message
    assert "3.7 ms" in findings["E2AP-CLOSED-UNREAD"].message


def test_what_recurs_is_counted() -> None:
    """Eight functions with a wrong criticality in one Setup are one finding."""
    counts = [found.count for found in audited(DRIFT).findings if found.rule == "E2AP-IE-CRITICALITY"]
    assert counts == [8]
