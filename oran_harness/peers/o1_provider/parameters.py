"""The parameters of an operation, with the error for each way to get them wrong."""

from collections.abc import Collection

from oran_harness.codec.xml import Element, local_name, namespace
from oran_harness.peers.o1_provider.datastore.refusal import Refusal, protocol


class Parameters:
    """The children of an operation. ``known`` are the names in its own namespace, ``also`` tags of others.

    Raises ``Refusal`` for an unknown or repeated parameter.
    """

    def __init__(self, operation: Element, known: Collection[str], also: Collection[str] = ()) -> None:
        self._space = namespace(operation.tag)
        self._name = local_name(operation.tag)
        self._found: dict[str, Element] = {}
        for child in operation.iterchildren("*"):
            local, space = local_name(child.tag), namespace(child.tag)
            if child.tag not in also and not (space == self._space and local in known):
                raise self._unknown(local, space, {namespace(each) for each in also})
            if child.tag in self._found:
                raise Refusal(protocol("bad-element", None, f"{local} is given twice.", bad_element=local))
            self._found[child.tag] = child

    def _unknown(self, local: str, space: str, others: Collection[str]) -> Refusal:
        if space == self._space or space in others:
            return Refusal(
                protocol("unknown-element", None, f"{self._name} has no parameter {local}.", bad_element=local)
            )
        message = f"{self._name} has no parameter of the namespace {space or 'that is none'}."
        return Refusal(protocol("unknown-namespace", None, message, bad_element=local, bad_namespace=space))

    def get(self, name: str, space: str | None = None) -> Element | None:
        """A parameter, None if it is not given."""
        return self._found.get(f"{{{self._space if space is None else space}}}{name}")

    def need(self, name: str) -> Element:
        """A parameter; raises ``Refusal`` if it is not given."""
        found = self.get(name)
        if found is None:
            raise missing(name, self._name)
        return found

    def text(self, name: str, default: str = "", space: str | None = None) -> str:
        """The text of a parameter."""
        found = self.get(name, space)
        return default if found is None else (found.text or "").strip()

    def choice(self, name: str, among: Collection[str], default: str) -> str:
        """The text of a parameter that is one of several; raises ``Refusal`` for another."""
        text = self.text(name, default)
        if text not in among:
            raise invalid(name, text, f"it is one of {', '.join(among)}")
        return text

    def number(self, name: str, default: int, least: int = 1, most: int = 2**32 - 1) -> int:
        """The number that a parameter is; raises ``Refusal`` for what is none, or out of range."""
        found = self.get(name)
        if found is None:
            return default
        text = (found.text or "").strip()
        # Python reads no number of very many digits, though all but a few may be leading zeros.
        digits = (text.lstrip("0") or text[-1:])[: len(str(most)) + 1]
        if not (text.isascii() and text.isdigit()) or not least <= int(digits) <= most:
            raise invalid(name, text, f"it is a number from {least} to {most}")
        return int(digits)

    def flag(self, name: str) -> bool:
        """Whether an empty parameter is given."""
        return self.get(name) is not None

    def datastore(self, name: str, *, config: bool = False) -> "str | Element":
        """The datastore that a parameter names; its element config if that is allowed. Raises ``Refusal``."""
        inside = list(self.need(name).iterchildren("*"))
        if not inside:
            raise missing("config" if config else "running", name)
        chosen = inside[0]
        local = local_name(chosen.tag)
        if len(inside) > 1:
            also = local_name(inside[1].tag)
            raise Refusal(protocol("bad-element", None, f"{name} names more than one.", bad_element=also))
        if namespace(chosen.tag) == self._space:
            if local == "config" and config:
                return chosen
            if local in ("running", "candidate", "startup"):
                return local
            if local == "url":
                raise Refusal(protocol("operation-not-supported", None, "Files at a URL are not supported."))
        raise Refusal(protocol("bad-element", None, f"{name} cannot be {local}.", bad_element=local))


def missing(name: str, holder: str) -> Refusal:
    """The refusal of what lacks a parameter."""
    return Refusal(protocol("missing-element", None, f"{holder} lacks {name}.", bad_element=name))


def invalid(name: str, text: str, rule: str) -> Refusal:
    """The refusal of a parameter's value."""
    return Refusal(protocol("invalid-value", None, f"{name} cannot be {text[:80]!r}: {rule}."))
