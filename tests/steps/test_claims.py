"""What a profile claims decides whether a refusal is a fail."""

from oran_harness.steps import ClaimedModel, Claims

CLAIMS = Claims(True, ("3.01",), ("RICcontrol",), (ClaimedModel("KPM", styles=(1,)),))


def test_a_claim_covers_what_a_case_needs() -> None:
    """All procedures and service models that the case needs have to be claimed."""
    assert CLAIMS.covers(("procedure:RICcontrol", "service-model:KPM"))
    assert not CLAIMS.covers(("procedure:RICquery", "service-model:KPM"))
    assert not CLAIMS.covers(("service-model:RC",))


def test_what_every_product_must_do_is_covered() -> None:
    """Needs that are no claims of the SUT change nothing."""
    assert Claims().covers(("association.fresh", "stimulus:reset", "e2ap:3.01"))


def test_without_claims_nothing_is_claimed() -> None:
    """A raw wire: a proper refusal is in order."""
    assert not Claims().covers(("procedure:RICcontrol",))
