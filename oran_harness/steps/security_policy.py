"""What is asked of SSH, TLS and passwords, as data that anybody can replace: which names are allowed, and which not."""

import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from oran_harness import resources
from oran_harness.model.errors import UsageError

SCHEMA = "oran-harness/security-policy/1"
"""What a policy says of its own form."""
POLICIES = ("o1", "m-plane")
"""The policies that come with the harness."""
_PARTS = (
    "tls.versions",
    "tls.suites",
    "tls.groups",
    "ssh.host-keys",
    "ssh.ciphers",
    "ssh.key-exchange",
    "ssh.macs",
)
_WIRE = "@openssh.com"


@dataclass(frozen=True, slots=True)
class Names:
    """What is asked of one kind of names. ``source`` is the clause; ``*`` stands for any characters."""

    source: str
    required: tuple[str, ...]
    listed: tuple[str, ...]
    forbidden: tuple[str, ...]

    def forbids(self, found: Iterable[str]) -> tuple[str, ...]:
        """Those names that must not be there."""
        return tuple(name for name in found if _in(name, self.forbidden))

    def unlisted(self, found: Iterable[str]) -> tuple[str, ...]:
        """Those names of which nothing is said."""
        return tuple(name for name in found if not _in(name, (*self.required, *self.listed, *self.forbidden)))

    def lacks(self, found: Iterable[str]) -> tuple[str, ...]:
        """What is required and not found."""
        there = {_plain(name) for name in found}
        return tuple(name for name in self.required if name not in there)


@dataclass(frozen=True, slots=True)
class SecurityPolicy:
    """A whole policy. ``attempts`` is how many wrong passwords there may be before it shows."""

    title: str
    parts: Mapping[str, Names]
    keys_source: str
    rsa_bits: int
    group_bits: int
    passwords_source: str
    attempts: int

    def part(self, name: str) -> Names:
        """What is asked of ``"tls.versions"``, ``"ssh.macs"`` and so on."""
        return self.parts[name]

    def to_json(self) -> dict[str, Any]:
        """As a history keeps it; ``policy_of`` reads it."""
        table: dict[str, Any] = {
            "schema": SCHEMA,
            "title": self.title,
            "keys": {"source": self.keys_source, "rsa_bits": self.rsa_bits, "group_bits": self.group_bits},
            "passwords": {"source": self.passwords_source, "attempts": self.attempts},
        }
        for name, names in self.parts.items():
            above, _, below = name.partition(".")
            table.setdefault(above, {})[below] = {
                "source": names.source,
                "required": list(names.required),
                "listed": list(names.listed),
                "forbidden": list(names.forbidden),
            }
        return table


@functools.cache
def default_policy() -> SecurityPolicy:
    """The policy of O1. Raises ``UsageError`` if the installation lacks it."""
    return read_policy(POLICIES[0])


def read_policy(name: str) -> SecurityPolicy:
    """The policy of that name, or that file. Raises ``UsageError``, which says what is wrong with it."""
    file = resources.specs() / "security" / f"{name}.toml" if name in POLICIES else Path(name)
    try:
        return policy_of(tomllib.loads(file.read_text("utf-8")))
    except OSError as error:
        known = " or ".join(POLICIES)
        raise UsageError(
            f"There is no policy {name} ({error.strerror or error}); give {known}, or a TOML file that can be read."
        ) from None
    except (ValueError, KeyError, TypeError) as error:
        why = f"{error.args[0]} is missing" if isinstance(error, KeyError) else error
        raise UsageError(f"{name} is no security policy ({why}); take specs/security/o1.toml as an example.") from None


def policy_of(table: Mapping[str, Any]) -> SecurityPolicy:
    """The policy that a table says. Raises ``ValueError``, ``KeyError`` or ``TypeError``."""
    if table["schema"] != SCHEMA:
        raise ValueError(f"its schema is not {SCHEMA}")
    parts = {}
    for name in _PARTS:
        above, _, below = name.partition(".")
        part = table[above][below]
        parts[name] = Names(
            _text(part["source"]), *(_texts(part[each]) for each in ("required", "listed", "forbidden"))
        )
    keys, passwords = table["keys"], table["passwords"]
    return SecurityPolicy(
        _text(table["title"]),
        parts,
        _text(keys["source"]),
        _number(keys["rsa_bits"]),
        _number(keys["group_bits"]),
        _text(passwords["source"]),
        _number(passwords["attempts"]),
    )


@functools.cache
def suites() -> Mapping[str, int]:
    """The cipher suites of TLS, by name: their numbers. Raises ``UsageError`` if the installation lacks them."""
    return tomllib.loads((resources.specs() / "security" / "tls-suites.toml").read_text("utf-8"))


def suite_name(number: int) -> str:
    """A cipher suite's name, or its number where it has none here."""
    return next((name for name, each in suites().items() if each == number), f"suite {number:#06x}")


def _plain(name: str) -> str:
    return name.removesuffix(_WIRE)


def _in(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(each, pattern) for pattern in patterns for each in (name, _plain(name)))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r:.40} is no text")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r:.40} is no list of names")
    return tuple(map(_text, value))


def _number(value: Any) -> int:
    if type(value) is not int or value < 1:
        raise TypeError(f"{value!r:.40} is no number above 0")
    return value
