"""How a scene ends before its last line."""

from dataclasses import dataclass

from oran_harness.model import Role, Verdict


@dataclass(frozen=False)
class SceneOver(Exception):
    """The scene is over: what it came to, and why.

    ``blame`` is the role whose doing it is, None where what was seen does not settle that; ``expected`` and ``actual``
    are for people.
    """

    verdict: Verdict
    reason: str
    blame: Role | None = None
    expected: str = ""
    actual: str = ""
