"""Files of known verdicts to read, and the cases and rules that they are about."""

from pathlib import Path

from oran_harness.model import CaseDescription, CaseResult, Level, Role, Verdict
from oran_harness.runner.known import KnownVerdicts, read_known

RIC = tuple(CaseDescription(f"A-10{n}", "t", "1.2", Level.MUST, Role.NEAR_RT_RIC) for n in (1, 2, 3))
NODE = tuple(CaseDescription(f"A-20{n}", "t", "1.2", Level.MUST, Role.E2_NODE) for n in (1, 2))
RULES = ("E2-PPID", "E2-OTHER")
EDITIONS = ("2.03", "3.01")


def read(folder: Path, text: str) -> KnownVerdicts:
    """What a file of that text lists."""
    path = folder / "expected.toml"
    path.write_text(text)
    return read_known(path, (*RIC, *NODE), RULES, EDITIONS)


def result(id: str, verdict: Verdict = Verdict.PASS, reason: str = "") -> CaseResult:
    """What a case, or a rule, came to."""
    return CaseResult(id, "t", "1.2", Level.MUST, "e2", "e2ap", (), verdict, reason)
