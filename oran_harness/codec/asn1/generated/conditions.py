"""Constraints as conditions in generated text."""

from oran_harness.codec.asn1.nodes.size import Bounds


def allowed(bounds: Bounds, name: str) -> str:
    """That a number lies in the root; empty where any does."""
    parts = bounds.parts if len(bounds.parts) > 1 else ((bounds.minimum, bounds.maximum),)
    conditions = [_within(name, low, high) for low, high in parts]
    if "" in conditions:
        return ""
    return conditions[0] if len(conditions) == 1 else f"({' or '.join(conditions)})"


def refused(bounds: Bounds, name: str) -> str:
    """That it does not; empty where none can."""
    condition = allowed(bounds, name)
    return f"not {condition}" if condition else ""


def _within(name: str, low: int | None, high: int | None) -> str:
    if low is None:
        return "" if high is None else f"{name} <= {high}"
    if high is None:
        return f"{name} >= {low}"
    return f"{name} == {low}" if low == high else f"{low} <= {name} <= {high}"
