"""What is wrong with octets that should be an XML text."""

from enum import StrEnum

from oran_harness.model.errors import InputError


class XmlErrorKind(StrEnum):
    """The ways in which octets are refused."""

    TOO_LARGE = "too-large"
    """More octets than the reader takes."""
    TOO_DEEP = "too-deep"
    """Elements within elements, more than the reader takes."""
    TOO_MUCH = "too-much"
    """More elements than the reader takes, or a name longer than libxml2 takes."""
    NOT_UTF_8 = "not-utf-8"
    """Octets that are no UTF-8, or a text that names another character encoding."""
    DOCUMENT_TYPE = "document-type"
    """A document type declaration, where entities would be declared."""
    NOT_WELL_FORMED = "not-well-formed"
    """Not what XML 1.0 and its namespaces provide for."""


class XmlError(InputError):
    """Octets that are refused: one sentence, with ``line`` and ``column`` (both from 1) of the place.

    ``detail`` is what is wrong, without the place.
    """

    def __init__(self, kind: XmlErrorKind, detail: str, line: int, column: int) -> None:
        super().__init__(f"Line {line}, column {column}: {detail}.")
        self.kind = kind
        self.detail = detail
        self.line = line
        self.column = column
