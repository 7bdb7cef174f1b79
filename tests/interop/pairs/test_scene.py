"""How scenes are declared."""

from oran_harness.interop.pairs.pair import Pair
from oran_harness.interop.pairs.scene import scene
from oran_harness.interop.pairs.scenes import SCENES


def test_the_docstring_is_the_purpose() -> None:
    """On one line, for people."""

    @scene(id="TEST-301", title="A title", clause="no clause", tags=("a",))
    async def body(pair: Pair) -> None:
        """The two do
        something.
        """

    assert (body.id, body.purpose, body.tags) == ("TEST-301", "The two do something.", ("a",))


def test_ids_are_unique_and_everything_is_told() -> None:
    """Each scene has an id of its own, a title, a clause and a purpose."""
    assert len({each.id for each in SCENES}) == len(SCENES) >= 20
    assert all(each.title and each.clause and each.purpose for each in SCENES)
    assert SCENES[0].id == "E2AP-SETUP-301"
