"""What ``tap`` makes of its result."""

from dataclasses import replace
from pathlib import Path

import pytest

from oran_harness.checkers import AuditResult
from oran_harness.checkers.claimed import Claimed, claimed_by
from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.tapping import TapOptions, Tapping, claims_of, exit_code_of, vendors_of
from oran_harness.interop import TapResult
from oran_harness.model import Finding, InputError, Level, Role, UsageError


def result(broken: str | None) -> TapResult:
    """A tap that came to nothing in particular."""
    return TapResult(AuditResult(1, 1, (), ()), (Path("a"),), {}, 1, 0, 1, 0, broken)


@pytest.mark.parametrize(
    ("code", "broken", "told"),
    [
        (ExitCode.FINE, None, ExitCode.FINE),
        (ExitCode.FINE, "disk full", ExitCode.NOTHING_JUDGED),
        (ExitCode.FAILED, "disk full", ExitCode.FAILED),
        (ExitCode.FAILED, None, ExitCode.FAILED),
    ],
)
def test_what_was_not_judged_is_no_success(code: ExitCode, broken: str | None, told: ExitCode) -> None:
    """A must-level finding stays one; else a record that is not whole is 3."""
    assert exit_code_of(code, result(broken)) is told


def test_what_was_told_before_judging_broke_is_a_failure() -> None:
    """A must-level finding that came live stays one, although nobody counts messages any more."""
    must = Finding("E2-PPID", "a clause", Level.MUST, "e2-node", "wrong", "this", "that", "a hint", 1)
    for level, told in ((Level.MUST, ExitCode.FAILED), (Level.SHOULD, ExitCode.NOTHING_JUDGED)):
        audit = AuditResult(0, 0, (), (replace(must, level=level),))
        assert exit_code_of(ExitCode.NOTHING_JUDGED, replace(result("it has ended"), audit=audit)) is told


def test_a_record_that_was_not_judged_is_not_called_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody says that there was no E2AP where nobody has looked."""
    for broken in (None, "it has ended"):
        tapping = Tapping(TapOptions("memory://node", "memory://ric", tmp_path))
        ended = replace(result(broken), audit=AuditResult(0, 0, (), ()))

        async def perform(ended: TapResult = ended) -> TapResult:
            return ended

        monkeypatch.setattr(tapping, "_perform", perform)
        assert tapping.run() is ExitCode.NOTHING_JUDGED
        out = capsys.readouterr().out
        assert ("no E2AP in it" in out) is (broken is None)
        assert ("Not all could be judged" in out) is (broken is not None)


def test_vendors() -> None:
    """One for each role, by role."""
    assert vendors_of(["e2-node=alfa", "near-rt-ric=b=c"]) == {Role.E2_NODE: "alfa", Role.NEAR_RT_RIC: "b=c"}
    for text in ("alfa", "e2-node=", "o1-manager=alfa"):
        with pytest.raises(UsageError, match="names no vendor"):
            vendors_of([text])


def test_the_claims_of_a_vendor_are_those_of_its_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the role that is named; a name without a profile claims nothing, and a profile that is wrong is told."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "vendors" / "alfa"
    folder.mkdir(parents=True)
    text = """
[vendor]
name = "alfa"
product = "a product"
[roles.e2-node]
listen = "tcp://127.0.0.1:0"
[roles.e2-node.claims]
e2ap = ["2.03"]
"""
    (folder / "profile.toml").write_text(text)
    (note,) = claims_of({Role.E2_NODE: "alfa", Role.NEAR_RT_RIC: "alfa"})
    assert claimed_by(note) == (Role.E2_NODE, Claimed(("2.03",), {}, "alfa"))
    assert claims_of({Role.E2_NODE: "somebody"}) == ()
    (folder / "profile.toml").write_text(text.replace("product =", "produce ="))
    with pytest.raises(InputError, match="produce"):
        claims_of({Role.E2_NODE: "alfa"})
