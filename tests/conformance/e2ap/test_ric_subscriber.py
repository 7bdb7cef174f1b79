"""How cases get a RIC to subscribe, and answer it."""

from dataclasses import replace

import pytest

from oran_harness.conformance.e2ap import ric_subscriber as subscriber
from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.service_models import PayloadKind, service_model
from oran_harness.service_models.kpm.build import action_definition
from oran_harness.steps import CaseOutcome, Peer, Stimulated
from oran_harness.steps.offers import model_edition

ID = e.RICrequestID(3, 4)


def subscription(definition: bytes | None) -> m.RICsubscriptionRequest:
    action = e.RICaction_ToBeSetup_Item(6, "report", definition)
    return m.RICsubscriptionRequest(ID, 2, e.RICsubscriptionDetails(b"", (action,)))


@pytest.mark.parametrize("told", [0.5, 5, 60])
def test_a_timer_that_is_told_is_held_against_the_ric(told: float) -> None:
    """With a margin for the way."""
    within, otherwise = subscriber.patience(Stimulated("control", {"timer_s": told}))
    assert told < within < told + 5
    assert otherwise is Verdict.FAIL


@pytest.mark.parametrize("details", [{}, {"timer_s": None}, {"timer_s": "5"}, {"timer_s": -1}, {"timer_s": 3600}])
def test_a_timer_that_is_not_told_accuses_nobody(details: dict[str, object]) -> None:
    """Nor does one that makes no sense, or is longer than anyone waits."""
    assert subscriber.patience(Stimulated("control", details)) == (60.0, Verdict.INCONC)


@pytest.mark.parametrize("edition", editions())
def test_indications_fit_their_subscription(edition: str) -> None:
    """As many values in a record as the action asks for, in the edition of KPM that our node speaks."""
    spoken = model_edition("kpm", edition)
    asked = action_definition(1, edition=spoken, measurements=("DRB.UEThpDl", "DRB.UEThpUl"))
    indication = subscriber.kpm_indication(Peer(Role.E2_NODE, edition), subscription(asked), number=9, values=3)
    assert (indication.ric_request_id, indication.ran_function_id, indication.ric_action_id) == (ID, 2, 6)
    reading = service_model("kpm").decode(PayloadKind.INDICATION_MESSAGE, indication.ric_indication_message or b"")
    assert spoken in reading.accepting
    records = reading.value.indication_message_formats[1].meas_data
    assert [len(record.meas_record) for record in records] == [2, 2, 2]


@pytest.mark.parametrize("definition", [None, b"", b"\xff" * 9])
def test_what_cannot_be_reported_on_is_inconclusive(definition: bytes | None) -> None:
    """A RIC that subscribes to something else is not judged by it."""
    with pytest.raises(CaseOutcome) as caught:
        subscriber.kpm_indication(Peer(Role.E2_NODE, "3.01"), subscription(definition))
    assert caught.value.verdict is Verdict.INCONC


def test_a_report_of_another_style_is_inconclusive() -> None:
    """Also where its action definition has the format of style 1: which of the two is meant is the RIC's affair."""
    asked = action_definition(1, edition="3.00")
    style = service_model("kpm").decode(PayloadKind.ACTION_DEFINITION, asked).value
    misnamed = service_model("kpm").encode(PayloadKind.ACTION_DEFINITION, replace(style, ric_style_type=4), "3.00")
    with pytest.raises(CaseOutcome) as caught:
        subscriber.kpm_indication(Peer(Role.E2_NODE, "3.01"), subscription(misnamed))
    assert caught.value.verdict is Verdict.INCONC


def test_ids_that_cannot_be_read_are_inconclusive() -> None:
    """The rules tell what is wrong with such a request."""
    assert subscriber.ids_of(subscription(None)) == (ID, 2)
    with pytest.raises(CaseOutcome) as caught:
        subscriber.ids_of(m.RICsubscriptionRequest(None, 2))
    assert caught.value.verdict is Verdict.INCONC
