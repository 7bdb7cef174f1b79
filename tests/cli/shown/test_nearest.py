"""What a person may have meant."""

from oran_harness.cli.shown.nearest import nearest


def test_near_names_are_named() -> None:
    """The nearest names, whatever the capitals, in their own spelling."""
    assert nearest("RICSUBSCRIBTION", ["RICsubscription", "E2setup"]) == "did you mean RICsubscription?"


def test_without_a_near_name_all_are_named_where_they_are_few() -> None:
    """A short list is shown whole; of a long one, where to find it."""
    assert nearest("xyz", ["one", "two"]) == "choose one of one, two."
    assert "list rules" in nearest("xyz", [f"name{n}" for n in range(50)])
