"""One of two products that are to work together."""

from dataclasses import dataclass

from oran_harness.adapters import BoundedAdapter
from oran_harness.model import Role
from oran_harness.steps import Claims


@dataclass(frozen=True, slots=True)
class Party:
    """A product in one role: its ``vendor``, what that claims, and what drives it.

    ``startable`` tells that its adapter starts it. ``effect_timeout`` is how many seconds what a stimulus sets off may
    take, None for as long as any message. ``by_hand`` tells that its adapter asks a person.
    """

    role: Role
    vendor: str
    claims: Claims
    adapter: BoundedAdapter
    startable: bool
    effect_timeout: float | None = None
    by_hand: bool = False
