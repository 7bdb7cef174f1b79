"""What came of attempts is kept in terms of JSON, and read again."""

import json
from dataclasses import dataclass

import pytest

from oran_harness.steps.attempts import Attempt, AttemptError, Came


@dataclass(frozen=True)
class Found(Came):
    name: str = ""
    number: int | None = None
    times: tuple[float, ...] = ()
    octets: bytes = b""


def test_there_and_back() -> None:
    """Whatever a field holds comes back as it was."""
    for found in (Found(), Found("a", 7, (0.5, 1.0), b"\0\xff")):
        assert Found.from_json(json.loads(json.dumps(found.to_json()))) == found


@pytest.mark.parametrize(
    "change",
    [
        {"name": 7},
        {"number": "7"},
        {"times": [None]},
        {"octets": "no hex"},
        {"octets": 7},
        {"more": 1},
        {"number": True},
    ],
)
def test_what_cannot_have_come(change: dict[str, object]) -> None:
    """It is told, and not taken for something else."""
    with pytest.raises(AttemptError):
        Found.from_json({**Found("a", 7).to_json(), **change})


def test_an_attempt_says_what_it_tries() -> None:
    """One that does not is a mistake of ours."""
    with pytest.raises(AssertionError):
        _ = Attempt[Found]().text
