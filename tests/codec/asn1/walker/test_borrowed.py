"""Types that asn1tools decodes, by decisions."""

import pytest

from oran_harness.codec.asn1.nodes.borrowed import Borrowed
from oran_harness.codec.asn1.walker import Walker
from oran_harness.model.errors import UsageError
from tests.codec.asn1.walker.making import made


@pytest.mark.parametrize(
    "kind",
    ["OBJECT IDENTIFIER", "UTCTime", "GeneralizedTime", "DATE", "TIME-OF-DAY", "DATE-TIME"],
)
def test_values_come_back(kind: str) -> None:
    """Each can be written and read, and they differ."""
    assert len(set(made(f"T ::= {kind}", 60))) > 20


def test_others_are_refused() -> None:
    """Of a type that nobody knows no value is made, and that is said."""
    with pytest.raises(UsageError, match="no values of EXTERNAL are made"):
        Walker().maker(Borrowed("EXTERNAL", object()))
