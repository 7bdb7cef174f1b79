"""A run reads its specifications before it begins."""

import pytest

from oran_harness.protocols.e2ap.tables import editions
from oran_harness.runner.warming import warm
from oran_harness.service_models import service_model
from oran_harness.steps.offers import model_edition


@pytest.mark.parametrize("edition", editions())
def test_what_the_first_setup_needs_is_loaded(edition: str) -> None:
    """Afterwards the codecs of the service models that go with the edition are there, for each edition of E2AP."""
    warm(edition)
    for model in ("kpm", "rc"):
        assert model_edition(model, edition) in service_model(model)._codecs
