"""A run reads its specifications before it begins."""

import pytest

from oran_harness.model import Role
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.runner.warming import warm
from oran_harness.service_models import service_model
from oran_harness.steps.offers import model_edition


@pytest.mark.parametrize("edition", editions())
def test_what_the_first_setup_needs_is_loaded(edition: str) -> None:
    """Afterwards the codecs of the service models that go with the edition are there, for each edition of E2AP."""
    warm(Role.NEAR_RT_RIC, edition)
    for model in ("kpm", "rc"):
        assert model_edition(model, edition) in service_model(model)._codecs


def test_o1_needs_nothing_of_e2ap() -> None:
    """What it needs is loaded instead, whatever the version is called."""
    warm(Role.O1_PROVIDER, "1.1")
