"""Causes, spelt as each edition has them."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.steps.causes import CAUSES, cause


@pytest.mark.parametrize("edition", editions())
def test_every_cause_fits_every_edition(edition: str) -> None:
    """Each name gives a value that the edition can encode; the newest has them all."""
    name = None if edition == "1.01" else 1
    for each in CAUSES:
        message = m.ResetRequest(name, cause(each, edition))
        assert codec(edition).read(codec(edition).encode(message)) == message
    if edition == "7.00":
        assert len({cause(each, edition) for each in CAUSES}) == len(CAUSES)


def test_values_have_one_group() -> None:
    """A name says its group, but for the one that four groups have."""
    assert cause("request-id-unknown", "3.01") == ("ricRequest", "request-id-unknown")
    assert cause("misc/unspecified", "3.01") == ("misc", "unspecified")
    assert cause("duplicate-ric-request-id", "2.03") == ("ricRequest", "unspecified")
    with pytest.raises(KeyError):
        cause("unspecified", "3.01")
