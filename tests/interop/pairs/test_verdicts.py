"""From scenes and findings to verdicts and blame."""

from dataclasses import replace

import pytest

from oran_harness.checkers import AuditResult
from oran_harness.interop import TapResult
from oran_harness.interop.pairs.outcome import Death, SceneOver
from oran_harness.interop.pairs.scenes import SCENES, support
from oran_harness.interop.pairs.verdicts import HISTORY, Seen, drift, judge
from oran_harness.model import HARNESS, Finding, Level, Role, Verdict

NODE, RIC = Role.E2_NODE, Role.NEAR_RT_RIC
SEEN = Seen(SCENES[0], None, (), 10, 20, 0.5)
VENDORS = {NODE: "alfa", RIC: "bravo"}


def finding(blame: str | None, rule: str = "E2AP-UNDECODABLE", level: Level = Level.MUST, event: int = 15) -> Finding:
    """A finding of a scene."""
    return Finding(rule, "a clause", level, blame, f"{rule} happened", "right", "wrong", "mend it", event)


def verdict(seen: Seen) -> tuple[Verdict, str | None]:
    """What it comes to."""
    result = seen.result(HISTORY)
    assert result.history == HISTORY
    return result.verdict, result.blame


FAILED = SceneOver(Verdict.FAIL, "no answer", NODE)
REFUSED = SceneOver(Verdict.FAIL, "refused")
BROKEN = SceneOver(Verdict.ERROR, "it broke")


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (SEEN, (Verdict.PASS, None)),
        (replace(SEEN, over=FAILED), (Verdict.FAIL, "e2-node")),
        (replace(SEEN, over=REFUSED), (Verdict.FAIL, None)),
        (replace(SEEN, over=SceneOver(Verdict.SKIP, "no stimulus")), (Verdict.SKIP, None)),
        (replace(SEEN, found=(finding("e2-node"),)), (Verdict.FAIL, "e2-node")),
        (replace(SEEN, found=(finding("e2-node", level=Level.SHOULD),)), (Verdict.PASS, None)),
        (replace(SEEN, found=(finding("e2-node", rule="E2-PPID"),)), (Verdict.PASS, None)),
        (replace(SEEN, found=(finding(None),)), (Verdict.PASS, None)),
        (replace(SEEN, over=REFUSED, found=(finding("near-rt-ric"),)), (Verdict.FAIL, "near-rt-ric")),
        (replace(SEEN, over=FAILED, found=(finding("near-rt-ric"),)), (Verdict.FAIL, None)),
        (replace(SEEN, found=(finding("e2-node"), finding("near-rt-ric"))), (Verdict.FAIL, None)),
        (replace(SEEN, died={RIC: Death("signal 6")}), (Verdict.FAIL, "near-rt-ric")),
        (replace(SEEN, died={RIC: Death("SIGSEGV", -11)}), (Verdict.FAIL, "near-rt-ric")),
        (replace(SEEN, died={RIC: Death("SIGKILL", -9)}), (Verdict.FAIL, None)),
        (replace(SEEN, died={RIC: Death("exit status 137", 137)}), (Verdict.FAIL, None)),
        (replace(SEEN, died={RIC: Death("SIGKILL", -9)}, over=FAILED), (Verdict.FAIL, None)),
        (replace(SEEN, died={RIC: Death("exit status 0", 0)}), (Verdict.FAIL, "near-rt-ric")),
        (replace(SEEN, died={RIC: Death("exit status 0", 0)}, scene=support.removal_by_ric), (Verdict.PASS, None)),
        (
            replace(SEEN, died={RIC: Death("exit status 1", 1)}, scene=support.removal_by_ric),
            (Verdict.FAIL, "near-rt-ric"),
        ),
        (replace(SEEN, errors=("alfa: cause",)), (Verdict.FAIL, None)),
        (
            replace(SEEN, over=SceneOver(Verdict.ERROR, "it broke"), found=(finding("e2-node"),)),
            (Verdict.ERROR, HARNESS),
        ),
    ],
)
def test_somebody_is_blamed_where_all_speaks_against_the_same(seen: Seen, expected: tuple[Verdict, str | None]) -> None:
    """A must-level finding of the scene, an answer that is owed, a death; else nobody."""
    assert verdict(seen) == expected


def test_a_death_that_blames_somebody_is_told_first() -> None:
    """The reason is that of the blame, whoever else was killed."""
    both = replace(SEEN, died={NODE: Death("SIGKILL", -9), RIC: Death("SIGSEGV", -11)}).result(HISTORY)
    assert (both.blame, both.reason) == ("near-rt-ric", "the near-rt-ric died: SIGSEGV")


@pytest.mark.parametrize(("died", "told"), [({}, "nobody to blame"), ({RIC: Death("SIGSEGV", -11)}, None)])
def test_what_two_may_speak_is_no_excuse_for_a_crash(died: dict[Role, Death], told: str | None) -> None:
    """Drift is said where it may be why, and nobody is blamed for the scene."""
    seen = replace(SEEN, over=replace(REFUSED, drift="nobody to blame"), died=died)
    result = TapResult(AuditResult(1, 1, (), ()), (), VENDORS, 1, 0, 1, 0)
    assert judge((seen,), result, (), VENDORS).drift == told


def test_findings_belong_to_the_scene_in_whose_time_they_were_made() -> None:
    """Those of rules that count for the whole are lines of their own, and all name the vendor."""
    other = replace(SEEN, scene=SCENES[1], first=20, last=30)
    findings = (finding("e2-node", event=20), finding("near-rt-ric", rule="E2-PPID", event=25), finding(None, event=99))
    result = TapResult(AuditResult(1, 1, (), findings), (), VENDORS, 1, 0, 1, 0, "the disk was full")
    played = judge((SEEN, other), result, ("bravo does not stop",), VENDORS)
    assert [(each.id, each.verdict) for each in played.results] == [
        (SCENES[0].id, Verdict.FAIL),
        (SCENES[1].id, Verdict.PASS),
        ("E2-PPID", Verdict.FAIL),
        ("E2AP-UNDECODABLE", Verdict.INCONC),
    ]
    ((_, (first,)), _, (_, (ppid,)), _) = played.lines
    assert (first.vendor, first.case, ppid.vendor) == ("alfa", SCENES[0].id, "bravo")
    assert played.trouble == ("bravo does not stop", "the disk was full")
    assert played.drift is None


def test_the_most_telling_drift_is_told() -> None:
    """Who breaks its word says more than that two do not understand each other."""
    found = [
        finding(None, rule="E2SM-VERSION-DRIFT"),
        replace(finding("e2-node", rule="E2SM-EDITION-CLAIMED"), vendor="alfa"),
    ]
    assert drift(found) == "E2SM-EDITION-CLAIMED happened; blame alfa"
    assert drift(found[:1]) == "E2SM-VERSION-DRIFT happened; nobody to blame"
    assert drift([finding("e2-node")]) is None
