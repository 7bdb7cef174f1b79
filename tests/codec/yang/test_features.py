"""Whether feature expressions hold."""

import pytest

from oran_harness.codec.yang.features import feature_holds


@pytest.mark.parametrize(
    ("expression", "holds"),
    [("a", True), ("b", False), ("not b", True), ("a and b", False), ("b or a and not b", True),
     ("not (a or b)", False),
     ("(a", False), ("a b", False), ("", False)],
)  # fmt: skip
def test_feature_expressions(expression: str, holds: bool) -> None:
    """RFC 7950, 7.20.2: not binds closest, then and, then or."""
    assert feature_holds(expression, lambda name: name == "a") is holds
