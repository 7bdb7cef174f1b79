"""The arguments of a stimulus, read with suspicion: they come from outside as JSON."""

from collections.abc import Mapping, Sequence
from typing import Any


class Unfit(Exception):
    """A stimulus that cannot be carried out; the text says why, ``status`` is what it is answered with."""

    def __init__(self, reason: str, status: str = "failed") -> None:
        super().__init__(reason)
        self.status = status


class Arguments:
    """The arguments of one stimulus. Everything raises ``Unfit`` for a value of another kind."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self.given = dict(given)

    def __contains__(self, name: str) -> bool:
        return self.given.get(name) is not None

    def refuse_unknown(self, known: Sequence[str]) -> None:
        """Refuse arguments of other names, so that a slip of the pen is noticed."""
        unknown = [str(name) for name in self.given if name not in known]
        if unknown:
            raise Unfit(f"there is no argument {unknown[0]!r} here; there are {', '.join(known)}")

    def integer(self, name: str, default: int, least: int = 0, most: int = 4_294_967_295) -> int:
        """A whole number within bounds."""
        value = self.given.get(name)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise Unfit(f"{name} must be a whole number from {least} to {most}")
        return value

    def flag(self, name: str, default: bool) -> bool:
        """True or false."""
        value = self.given.get(name, default)
        if not isinstance(value, bool):
            raise Unfit(f"{name} must be true or false")
        return value

    def word(self, name: str, default: str, among: Sequence[str] = ()) -> str:
        """A text, one of ``among`` if there are any."""
        value = self.given.get(name)
        if value is None:
            return default
        if not isinstance(value, str) or (among and value not in among):
            raise Unfit(f"{name} must be {'one of ' + ', '.join(among) if among else 'a text'}")
        return value

    def integers(self, name: str, most: int = 65535) -> tuple[int, ...]:
        """A list of whole numbers, empty if it is not given."""
        value = self.given.get(name)
        if value is None:
            return ()
        if not isinstance(value, list | tuple) or any(
            isinstance(each, bool) or not isinstance(each, int) or not 0 <= each <= most for each in value
        ):
            raise Unfit(f"{name} must be a list of whole numbers from 0 to {most}")
        return tuple(value)

    def words(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty if it is not given."""
        value = self.given.get(name)
        if value is None:
            return ()
        if not isinstance(value, list | tuple) or any(not isinstance(each, str) for each in value):
            raise Unfit(f"{name} must be a list of texts")
        return tuple(value)

    def octets(self, name: str) -> bytes | None:
        """Octets in hex, None if they are not given."""
        value = self.given.get(name)
        if value is None:
            return None
        try:
            return bytes.fromhex(value)
        except (TypeError, ValueError):
            raise Unfit(f"{name} must be octets in hex") from None
