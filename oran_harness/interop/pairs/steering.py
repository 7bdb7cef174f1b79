"""How a pair is brought together."""

from dataclasses import dataclass

from oran_harness.interop.pairs.pair import COMING_BACK_S
from oran_harness.interop.pairs.scene import Scene


@dataclass(frozen=True, slots=True)
class Steering:
    """The E2AP edition, seconds that an answer may take, seconds until the two are set up again, and a seed.

    ``keywords`` are texts that must all stand in a scene's id, title or clause, whatever their case.
    """

    edition: str
    timeout: float = 5.0
    patience: float = COMING_BACK_S
    seed: int = 0
    keywords: tuple[str, ...] = ()

    def takes(self, scene: Scene) -> bool:
        """Whether a scene is to be played."""
        text = f"{scene.id} {scene.title} {scene.clause}".casefold()
        return all(keyword.casefold() in text for keyword in self.keywords)
