"""Records made without their constructors."""

import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from oran_harness.codec.asn1.generated.twin import maker, twin
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.messages import RICindication


@dataclass(frozen=True, slots=True)
class Checked:
    a: int

    def __post_init__(self) -> None:
        raise ValueError("looked at")


@dataclass(frozen=True, slots=True)
class Keeping:
    a: int
    kept: dict[str, int] = field(default_factory=dict, init=False)


@dataclass
class Plain:
    a: int


def test_they_are_as_if_constructed() -> None:
    """Equal, of the same class, as frozen as others, and copied and kept as others."""
    made = maker(RICrequestID)(1, 2)
    assert made == RICrequestID(ric_requestor_id=1, ric_instance_id=2)
    assert type(made) is RICrequestID
    assert hash(made) == hash(RICrequestID(1, 2))
    assert replace(made, ric_instance_id=3) == RICrequestID(1, 3)
    assert pickle.loads(pickle.dumps(made)) == made
    with pytest.raises(FrozenInstanceError):
        made.ric_instance_id = 5  # type: ignore[misc]


def test_classes_with_a_base() -> None:
    """The messages have one, without slots of its own."""
    assert twin(RICindication) is not None


def test_members_that_the_constructor_makes_itself() -> None:
    """Each record gets its own."""
    one, other = maker(Keeping)(1), maker(Keeping)(1)
    assert one == Keeping(1)
    assert one.kept == {}
    assert one.kept is not other.kept
    assert twin(Keeping) is None


def test_others_keep_their_constructors() -> None:
    """A class that looks at its values, or has no slots, is called."""
    assert twin(Checked) is None
    assert twin(Plain) is None
    assert twin(int) is None
    with pytest.raises(ValueError, match="looked at"):
        maker(Checked)(1)
