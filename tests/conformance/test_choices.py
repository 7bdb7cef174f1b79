"""What is asked of a node is what that node offers."""

from typing import Any

import pytest

from oran_harness.conformance.choices import controlling, missing_function, node_kind, reporting
from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap.engine import Association
from oran_harness.service_models import PayloadKind, service_model
from oran_harness.service_models.common.build import NodeType
from oran_harness.service_models.kpm import build as kpm
from oran_harness.steps import CaseOutcome, Peer
from oran_harness.steps.answers import setup_response
from oran_harness.steps.offers import node_offer, setup_request

KINDS = {
    "gnb": NodeType.GNB, "cu-cp": NodeType.GNB, "cu-up": NodeType.CU_UP, "du": NodeType.DU, "enb": NodeType.ENB,
}  # fmt: skip


def ric(kind: str = "gnb", models: tuple[str, ...] = ("kpm", "rc"), **more: Any) -> Peer:
    """A near-RT RIC that a node has set up with."""
    peer = Peer(Role.NEAR_RT_RIC, "3.01")
    association = Association()
    request = setup_request(node_offer(kind=kind, service_models=models, **more), 1)
    response = setup_response(request, edition="3.01")
    assert response is not None
    association.step(Role.E2_NODE, request, 0.0, 1)
    association.step(Role.NEAR_RT_RIC, response, 0.1, 2)
    peer.associations["1"], peer.here = association, "1"
    return peer


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_is_one_that_the_node_declares(kind: str) -> None:
    """Its measurement stands in the function definition, and its payloads conform."""
    peer = ric(kind)
    report = reporting(peer)
    announced = peer.function("KPM").announced
    assert report.measurement in announced.style(1).names  # type: ignore[union-attr]
    for payload, octets in (
        (PayloadKind.EVENT_TRIGGER_DEFINITION, report.trigger),
        (PayloadKind.ACTION_DEFINITION, report.definition),
    ):
        assert report.edition in service_model("kpm").accepting(payload, octets)
    assert report.request(peer.new_request_id()).ran_function_id in peer.functions


@pytest.mark.parametrize(("styles", "chosen"), [((1, 3, 4), 1), ((2, 3, 4, 5), 4), ((2, 3, 5), 3), ((2, 5), None)])
def test_a_node_need_not_offer_reports_of_its_own_level(styles: tuple[int, ...], chosen: int | None) -> None:
    """Then a condition selects UEs, of whom there may be none; styles that name UEs cannot be asked for."""
    peer = ric(definitions={"kpm": kpm.function_definition("3.00", styles=styles)})
    if chosen is None:
        with pytest.raises(CaseOutcome) as none:
            reporting(peer)
        assert "none of the report styles 1, 4, 3" in none.value.reason
        return
    report = reporting(peer)
    definition: Any = service_model("kpm").decode(PayloadKind.ACTION_DEFINITION, report.definition, "3.00").value
    assert (definition.ric_style_type, report.steady) == (chosen, chosen == 1)
    assert report.measurement in peer.function("KPM").announced.style(chosen).names  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", KINDS)
def test_a_control_names_a_ue_as_that_kind_of_node_does(kind: str) -> None:
    """The UE-ID variant follows from the Global E2 Node ID (COM 6.2.2.6)."""
    peer = ric(kind)
    assert node_kind(peer) is KINDS[kind]
    control = controlling(peer)
    assert service_model("rc").accepting(PayloadKind.CONTROL_HEADER, control.header)
    assert service_model("rc").accepting(PayloadKind.CONTROL_MESSAGE, control.message)


def test_what_the_node_does_not_offer_is_not_asked() -> None:
    """The case is then unsupported, not failed."""
    with pytest.raises(CaseOutcome) as no_kpm:
        reporting(ric(models=("rc",)))
    with pytest.raises(CaseOutcome) as no_rc:
        controlling(ric(models=("kpm",)))
    assert {no_kpm.value.verdict, no_rc.value.verdict} == {Verdict.UNSUPPORTED}


def test_a_missing_function_is_missing() -> None:
    """And its id is legal."""
    peer = ric()
    assert 0 < missing_function(peer) < 4096
    assert missing_function(peer) not in peer.functions
