"""A note of a history: what a vendor claims of the product at one end."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from oran_harness.model import Role

_BEGINS = ("claims: ", "setting: ")
"""What such a note begins with: one of its own, or that of a case's setting, which has the same members and more."""
_LONGEST = 65536
"""Characters of a note that are looked at."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """The E2AP editions that a vendor claims, and those of each service model, by its short name (``"KPM"``).

    Both are empty where none is claimed. ``vendor`` is its name, None where it is not told.
    """

    e2ap: tuple[str, ...] = ()
    revisions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    vendor: str | None = None


def claims_note(role: Role, vendor: str, e2ap: Sequence[str], models: Sequence[tuple[str, str | None]]) -> str:
    """The text of the note; ``models`` are short names of service models, each with the edition that is claimed."""
    claims = {"e2ap": list(e2ap), "service_models": [{"name": name, "revision": edition} for name, edition in models]}
    return _BEGINS[0] + json.dumps({"role": role.value, "vendor": vendor, "claims": claims}, separators=(",", ":"))


def claimed_by(note: str | None) -> tuple[Role, Claimed] | None:
    """Whose claims a note tells, and which; None for any other note, and for one that claims nothing."""
    if note is None or len(note) > _LONGEST:
        return None
    begins = next((each for each in _BEGINS if note.startswith(each)), None)
    if begins is None:
        return None
    try:
        told = json.loads(note[len(begins) :])
        return Role(told["role"]), _claimed(told)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None  # somebody else's note


def met_at(note: str | None) -> str | None:
    """The URI at which a case's setting says that the two ends met; None of any other note."""
    if note is None or len(note) > _LONGEST or not note.startswith(_BEGINS[1]):
        return None
    try:
        address = json.loads(note[len(_BEGINS[1]) :])["address"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None  # somebody else's note
    return address if isinstance(address, str) else None


def _claimed(told: Mapping[str, Any]) -> Claimed:
    claims = told["claims"]
    revisions: dict[str, tuple[str, ...]] = {}
    for model in claims["service_models"]:
        if model["revision"] is not None:
            name = str(model["name"])
            revisions[name] = (*revisions.get(name, ()), str(model["revision"]))
    vendor = told.get("vendor")
    return Claimed(tuple(map(str, claims["e2ap"])), revisions, None if vendor is None else str(vendor))


def unsettled(claims: Mapping[Role, Claimed], of: Callable[[Claimed], Sequence[str]]) -> str:
    """For the end of a message about ends that speak different editions: what is claimed, or what is missing.

    ``of`` gives the editions in question that a vendor claims. Who speaks another than it claims is blamed by the
    rules about claims.
    """
    named = {role: tuple(of(claims[role])) for role in claims}
    without = [role.value for role in Role.ends_of("e2") if not named.get(role)]
    if without:
        return f"; what the vendor of the {' and that of the '.join(without)} announces would settle who is wrong"
    told = (f"{', '.join(named[role])} by the {role.value}" for role in Role.ends_of("e2"))
    return "; announced are " + " and ".join(told)
