"""What is said of a text that is refused."""

from oran_harness.codec.xml.error import XmlError, XmlErrorKind
from oran_harness.model.errors import HarnessError


def test_one_sentence() -> None:
    """An error is one sentence with the place, and one that the command line can show."""
    error = XmlError(XmlErrorKind.TOO_DEEP, "more than 3 elements are within each other", 7, 9)
    assert str(error) == "Line 7, column 9: more than 3 elements are within each other."
    assert (error.kind, error.line, error.column) == (XmlErrorKind.TOO_DEEP, 7, 9)
    assert isinstance(error, HarnessError)
