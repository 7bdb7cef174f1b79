"""What the cases about editions let pass in an E2 node, and that nothing is said of a drift that is ours."""

from collections.abc import Sequence

import pytest

from oran_harness import conformance
from oran_harness.drivers.setting import Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Role, Verdict
from oran_harness.peers.actor import Command, End, Heard
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.runner.judgement import VERSION_DRIFT, audit
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import MisbehavingRic, Misbehaviour, complains, mute, unread
from tests.conformance.e2ap.performing_node import perform


def foreign(heard: Heard, edition: str) -> bool:
    """An answer to E2 Setup that is not of the node's edition."""
    decoded = codec(edition).decode(heard.octets)
    return decoded.name == m.E2setupResponse.NAME and not decoded.conforms


def on_a_foreign_response(*commands: str) -> Misbehaviour:
    """It closes the association, or reports, or does nothing."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not foreign(heard, ric.edition):
            return None
        why = cause("transfer-syntax-error", ric.edition)
        done: dict[str, Command] = {
            "reports": ric.say(heard.association, m.ErrorIndication(cause=why)),
            "closes": End(heard.association, "shutdown"),
        }
        return tuple(done[each] for each in commands)

    return Misbehaviour(hears)


FREEDOMS: tuple[tuple[str, Misbehaviour], ...] = (
    ("E2AP-VERSION-201", on_a_foreign_response()),
    ("E2AP-VERSION-201", on_a_foreign_response("reports")),
    ("E2AP-VERSION-201", on_a_foreign_response("closes")),
    ("E2AP-VERSION-202", mute(m.ErrorIndication)),
    ("E2AP-VERSION-202", complains(unread)),
)


@pytest.mark.parametrize(("case", "behaviour"), FREEDOMS)
def test_freedoms(case: str, behaviour: Misbehaviour) -> None:
    """What E2AP leaves to the node accuses no node."""
    told = perform(case, behaviour)
    assert told.judgement.verdict is Verdict.PASS, str(told)


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("case", ["E2AP-VERSION-201", "E2AP-VERSION-203", "E2AP-LOSS-201"])
def test_what_we_say_in_another_edition_is_no_drift(case: str, edition: str) -> None:
    """Neither is an association that we close before E2 Setup is answered: the two understand each other."""
    chosen = conformance.find(case)
    setting = Setting(role=Role.E2_NODE, edition=edition, stimuli=None)
    performed = perform_virtual(chosen, setting, lambda: E2Node(NodeConfig(edition=edition)))
    audited = audit(chosen.description, case, performed.header, performed.events)
    assert VERSION_DRIFT not in {finding.rule for finding in (*audited.of_case, *audited.of_run)}


def test_an_older_node_refuses_a_start_time() -> None:
    """IE 62 is unknown to it, with criticality reject."""
    told = perform("E2AP-VERSION-203", config=NodeConfig(edition="2.03"))
    assert told.judgement.verdict is Verdict.PASS, str(told)
    assert any(event.message == m.RICsubscriptionFailure.NAME for event in told.performed.events)
