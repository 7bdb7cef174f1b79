"""Rules about the collection start time."""

import pytest

from oran_harness.service_models.common import timestamp
from tests.checkers.payloads_of import NOW, kpm_indication, kpm_subscribed
from tests.checkers.scene import EPOCH, NODE, Case, Scene, case, check_broken, check_kept

MICROSECONDS = int(EPOCH * 1_000_000)
BIG = MICROSECONDS.to_bytes(8, "big")
SHORT_NOW = NOW[:4]


def short(scene: Scene, *times: bytes) -> None:
    """Reports of KPM 2.03."""
    kpm_subscribed(scene, edition="2.03").node(*(kpm_indication(time=time, edition="2.03") for time in times))


def clean(scene: Scene) -> None:
    """Reports with the time stamps of now."""
    kpm_subscribed(scene).node(kpm_indication(), kpm_indication(time=timestamp.timestamp(EPOCH + 1)))


CASES = (
    case("KPM-START-TIME", NODE, lambda s: kpm_subscribed(s).node(kpm_indication(time=BIG[4:] + BIG[:4])), clean),
    case(
        "KPM-START-TIME-SHORT",
        None,
        lambda s: short(s, (MICROSECONDS & 0xFFFFFFFF).to_bytes(4, "little")),
        lambda s: short(s, SHORT_NOW),
    ),
    case(
        "KPM-START-DATE", None, lambda s: kpm_subscribed(s).node(kpm_indication(time=timestamp.timestamp(0.0))), clean
    ),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (BIG, "microseconds since 1970"),
        (BIG[4:] + BIG[:4], "halves swapped"),
        (int(EPOCH * 1000).to_bytes(8, "big"), "milliseconds since 1970"),
        (b"20260101", "text"),
    ],
)
def test_the_finding_says_what_the_octets_are(octets: bytes, words: str) -> None:
    """Whoever reads the finding learns which number was copied into the field."""
    (found,) = kpm_subscribed(Scene()).node(kpm_indication(time=octets)).findings()
    assert found.rule == "KPM-START-TIME"
    assert words in found.message


def test_many_wrong_times_are_one_finding() -> None:
    """The same mistake in each indication is reported once, however the times differ."""
    times = [(MICROSECONDS + step).to_bytes(8, "big") for step in range(5)]
    scene = kpm_subscribed(Scene()).node(*(kpm_indication(time=time) for time in times))
    assert [found.count for found in scene.findings()] == [5]
