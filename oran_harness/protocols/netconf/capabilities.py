"""Capabilities: URIs with parameters, and what two lists of them agree on (RFC 6241 8)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from urllib.parse import unquote

BASE_1_0 = "urn:ietf:params:netconf:base:1.0"
BASE_1_1 = "urn:ietf:params:netconf:base:1.1"
_BASE = "urn:ietf:params:netconf:base:"


@dataclass(frozen=True, slots=True)
class Capability:
    """One capability: the ``uri`` as it was named, its ``base`` before any ``?``, and its parameters."""

    uri: str
    base: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def module(self) -> str | None:
        """The YANG module that the capability announces; its namespace is ``base`` (RFC 6020 5.6.4)."""
        return self.parameters.get("module")

    @property
    def revision(self) -> str | None:
        """The revision of the announced module."""
        return self.parameters.get("revision")

    def names(self, parameter: str) -> tuple[str, ...]:
        """The names in a parameter that is a list, such as ``features``, ``deviations`` and ``also-supported``."""
        return tuple(name for name in self.parameters.get(parameter, "").split(",") if name)


@lru_cache(maxsize=4096)
def capability(uri: str) -> Capability:
    """A capability out of its URI."""
    base, mark, query = uri.partition("?")
    if not mark:
        return Capability(uri, base)
    # Some products write the ampersand of XML twice.
    pairs = (pair.partition("=") for pair in query.replace("&amp;", "&").split("&") if pair)
    return Capability(uri, base, {unquote(name): unquote(value) for name, _, value in pairs})


@dataclass(frozen=True)
class Capabilities:
    """The capabilities of one side, in the order of its hello."""

    uris: tuple[str, ...]

    @cached_property
    def all(self) -> tuple[Capability, ...]:
        """Each capability, in order."""
        return tuple(map(capability, self.uris))

    @cached_property
    def by_base(self) -> Mapping[str, Capability]:
        """Each capability by its URI without parameters; of two with the same, the first."""
        return {each.base: each for each in reversed(self.all)}

    @property
    def modules(self) -> tuple[Capability, ...]:
        """The capabilities that announce a YANG module."""
        return tuple(each for each in self.all if each.module)

    @property
    def versions(self) -> frozenset[str]:
        """The versions of the base protocol; parameters of the URI do not count (RFC 6241 8.1)."""
        return frozenset(base for base in self.by_base if base.startswith(_BASE))

    def __contains__(self, uri: str) -> bool:
        """Whether a capability is named, whatever its parameters."""
        return uri in self.by_base


def common_version(one: Iterable[str], other: Iterable[str]) -> str | None:
    """The newest version of the base protocol that both lists of capabilities name, None if there is none."""
    common = Capabilities(tuple(one)).versions & Capabilities(tuple(other)).versions
    return next((version for version in (BASE_1_1, BASE_1_0) if version in common), None)
