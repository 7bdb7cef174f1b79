"""What E2SM-NI leaves to a near-RT RIC accuses no near-RT RIC."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import RANfunctionID_Item, RANfunctionIDcause_Item
from oran_harness.service_models.common.build import TEST_PLMN
from oran_harness.service_models.ni.build import action_definition, event_trigger, interface_identifier
from oran_harness.steps import ClaimedModel, Claims
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import NI_FUNCTION
from tests.conformance.e2ap.misbehaving_ric import Misbehaviour, edits
from tests.conformance.e2ap.performing_ric import EDITION, perform, ric_cases

CASES = [case.id for case in ric_cases() if case.description.suite == "ni"]
OWN = interface_identifier(TEST_PLMN, BitString(bytes(4), 28))


def asking(trigger: bytes | None = None, definition: Callable[[bytes], bytes | None] | None = None) -> Misbehaviour:
    """NI is asked for otherwise."""

    def changed(request: Any) -> Any:
        details = request.ric_subscription_details
        if request.ran_function_id != NI_FUNCTION:
            return request
        actions = details.ric_action_to_be_setup_list
        if definition is not None:
            actions = tuple(replace(each, ric_action_definition=definition(b"")) for each in actions)
        details = replace(
            details,
            ric_event_trigger_definition=trigger or details.ric_event_trigger_definition,
            ric_action_to_be_setup_list=actions,
        )
        return replace(request, ric_subscription_details=details)

    return edits(m.RICsubscriptionRequest, changed)


def rejecting(response: Any) -> Any:
    """The NI function is not one that the RIC knows."""
    listed = response.ran_functions_accepted or ()
    if all(each.ran_function_id != NI_FUNCTION for each in listed):
        return response
    rejected = (RANfunctionIDcause_Item(NI_FUNCTION, cause("ran-function-not-supported", EDITION)),)
    accepted = tuple(
        RANfunctionID_Item(each.ran_function_id, each.ran_function_revision)
        for each in listed
        if each.ran_function_id != NI_FUNCTION
    )
    return replace(response, ran_functions_accepted=accepted, ran_functions_rejected=rejected)


FREEDOMS = {
    "another message of the interface": asking(event_trigger("ng", OWN, 15, "1.00")),
    "the answer to NG Setup": asking(event_trigger("ng", OWN, 21, "1.00", outcome="successful-outcome")),
    "incoming messages only": asking(event_trigger("ng", OWN, 21, "1.00", direction="incoming")),
    "any message of a procedure": asking(event_trigger("ng", OWN, 21, "1.00", outcome="nothing")),
    "no action definition": asking(definition=lambda _: None),
    "no time stamp": asking(definition=lambda _: action_definition("1.00", timestamp=False)),
    "nothing on time stamps": asking(definition=lambda _: action_definition("1.00")),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("freedom", FREEDOMS)
def test_what_the_text_leaves_open_passes(case: str, freedom: str) -> None:
    """Whichever message it asks for, and whether or not it gives an action definition (NI 8.2.1.2)."""
    told = perform(case, FREEDOMS[freedom])
    assert told.judgement.verdict is Verdict.PASS, str(told)
    assert not told.judgement.findings, str(told)


@pytest.mark.parametrize("case", CASES)
def test_a_ric_without_ni_is_unsupported(case: str) -> None:
    """One that does not know the function rejects it, which nobody may hold against it unless NI is claimed."""
    told = perform(case, edits(m.E2setupResponse, rejecting))
    assert told.judgement.verdict is Verdict.UNSUPPORTED, str(told)
    claims = Claims(made=True, procedures=("RICsubscription", "RICindication"), service_models=(ClaimedModel("NI"),))
    told = perform(case, edits(m.E2setupResponse, rejecting), claims=claims)
    assert (told.judgement.verdict, told.judgement.blame) == (Verdict.FAIL, Role.NEAR_RT_RIC), str(told)
