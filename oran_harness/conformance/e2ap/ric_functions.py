"""RAN functions that our node offers beside the plain ones, and the account a RIC owes of each (E2AP 8.3.1, 8.3.4)."""

from collections.abc import Collection, Iterable
from typing import Any

from oran_harness.protocols.e2ap.elements import RANfunction_Item, RANfunctionID_Item, RANfunctionIDcause_Item
from oran_harness.service_models.kpm.build import function_definition
from oran_harness.steps import check
from oran_harness.steps.offers import function_item, model_edition

_IDS_SHOWN = 12


def kpm_function(edition: str, *, id: int, revision: int = 1, further: int = 0) -> RANfunction_Item:
    """A function of E2SM-KPM that lists ``further`` measurements beside a plain one, in its first report style."""
    names = ("DRB.UEThpDl", *(f"Vendor.Measurement.{number:05d}" for number in range(further)))
    definition = function_definition(model_edition("kpm", edition), styles=(1,), measurements=names)
    return function_item("kpm", edition, id=id, revision=revision, definition=definition)


def foreign_function(id: int, revision: int = 1) -> RANfunction_Item:
    """A function of a service model that nobody knows: its OID is of the arc for examples."""
    return RANfunction_Item(id, b"\x00\x01\x02\x03", revision, "2.999.1.2.3")


def check_functions(
    asked: Collection[int],
    accepted: Iterable[RANfunctionID_Item] | None,
    rejected: Iterable[RANfunctionIDcause_Item] | None,
    *,
    answer: str,
) -> None:
    """Each RAN function of a request is in exactly one list of the answer, and no other is."""
    taken, refused = ids(accepted), ids(rejected)
    check(
        sorted(taken + refused) == sorted(asked),
        f"{answer} names each RAN function of the request once, as accepted or as rejected, and no other",
        expected=f"RAN functions {_text(asked)}, each once",
        actual=f"accepted {_text(taken)}; rejected {_text(refused)}",
    )


def ids(items: Iterable[Any] | None) -> list[int]:
    """The RAN Function IDs of a list that may be absent."""
    return [item.ran_function_id for item in items or ()]


def _text(ids: Collection[int]) -> str:
    shown = sorted(ids)
    if len(shown) > _IDS_SHOWN:
        return f"{shown[0]} to {shown[-1]} ({len(shown)} of them)"
    return ", ".join(map(str, shown)) or "none"
