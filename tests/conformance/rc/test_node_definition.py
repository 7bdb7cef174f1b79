"""What an E2 node may leave out of its RC function definition accuses it of nothing, and settles nothing else."""

from dataclasses import replace
from typing import Any

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.rc.build import function_definition
from oran_harness.service_models.rc.model import RC
from oran_harness.steps.offers import RC_FUNCTION
from tests.conformance.e2ap.misbehaving_ric import Misbehaviour, edits
from tests.conformance.e2ap.performing_node import perform


def without_triggers(*services: str) -> Misbehaviour:
    """A node with a definition of these services that lists no event trigger styles."""
    kind = PayloadKind.FUNCTION_DEFINITION
    value: Any = RC.decode(kind, function_definition("1.03", services=services)).value
    definition = RC.encode(kind, replace(value, ran_function_definition_event_trigger=None), "1.03")

    def of(request: Any) -> Any:
        items = tuple(
            replace(item, ran_function_definition=definition) if item.ran_function_id == RC_FUNCTION else item
            for item in request.ran_functions_added
        )
        return replace(request, ran_functions_added=items)

    return edits(m.E2setupRequest, of)


@pytest.mark.parametrize(("services", "verdict"), [(("control",), Verdict.PASS), (("report",), Verdict.INCONC)])
def test_no_event_trigger_styles(services: tuple[str, ...], verdict: Verdict) -> None:
    """The list is optional: of services that name none nothing is missing; of others it cannot be said."""
    told = perform("E2SM-RC-201", without_triggers(*services))
    assert told.judgement.verdict is verdict, str(told)
