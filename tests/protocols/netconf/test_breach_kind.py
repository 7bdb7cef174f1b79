"""The kinds of breaches."""

from oran_harness.protocols.netconf.breach_kind import BreachKind


def test_each_kind_is_declared_whole() -> None:
    """No two kinds share a value, and each says its clause and what happened."""
    assert list(BreachKind.__members__) == [kind.name for kind in BreachKind]
    assert [kind for kind in BreachKind if not kind.clause or not kind.meaning or kind.meaning.endswith(".")] == []
    assert [kind for kind in BreachKind if kind.value != kind.name.lower().replace("_", "-")] == []


def test_limits_of_ours_accuse_nobody() -> None:
    """What no RFC limits is open, though nothing can be read after some of it."""
    assert BreachKind.OVERSIZE.level is BreachKind.TOO_DEEP.level is None
    assert BreachKind.OVERSIZE.fatal
    assert not BreachKind.NOT_IN_CHUNKS.fatal
