"""JSON that is not what a type needs."""

from oran_harness.model.errors import UsageError


class JsonMismatch(UsageError):
    """A place in a JSON document, and what should stand there.

    ``path`` names the place, members joined by dots, list elements as ``[3]``; ``message`` says what is wrong.
    """

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}." if path else f"{message}.")
        self.path = path
        self.message = message


def kind_of(document: object) -> str:
    """What a piece of JSON is, for people."""
    if document is None:
        return "null"
    if isinstance(document, bool):
        return "true" if document else "false"
    if isinstance(document, int | float):
        return "a number"
    if isinstance(document, str):
        return "a text"
    return "a list" if isinstance(document, list) else "an object"


def member(path: str, name: str) -> str:
    """The path of a member, or of a list element (``[3]``)."""
    return f"{path}{name}" if not path or name.startswith("[") else f"{path}.{name}"
