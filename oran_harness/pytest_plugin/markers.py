"""What items are marked with, to be chosen by ``pytest -m``."""

import re
from collections.abc import Iterator

import pytest

from oran_harness.model import Known, Level, Role, Verdict

MARKERS = (
    "oran_role(name): conformance cases for a SUT of this role: near-rt-ric or e2-node",
    "oran_level(name): conformance cases of this level: must or should",
    "oran_clause(number): conformance cases of this clause or one within, as number='8.3.1'",
    "oran_suite(name): conformance cases of this suite: e2ap, kpm, rc, ni; rules are what counts for a whole run",
    "oran_tag(name): conformance cases with this tag, as slow, negative or property",
)
_GROUP = "xdist_group"


class AsListed(Exception):
    """A verdict that is known beforehand."""


def register(config: pytest.Config) -> None:
    """Tell pytest of all of them; of that of pytest-xdist where that is not there."""
    for line in MARKERS:
        config.addinivalue_line("markers", line)
    if not config.pluginmanager.hasplugin("xdist"):
        config.addinivalue_line("markers", f"{_GROUP}(name): one product is tested by one worker")


def marks(
    role: Role, level: Level, clause: str, suite: str, tags: tuple[str, ...], group: str
) -> Iterator[pytest.MarkDecorator]:
    """The markers of one item."""
    yield pytest.mark.oran_role(name=role.value)
    yield pytest.mark.oran_level(name=level.value)
    for number in clause_numbers(clause):
        yield pytest.mark.oran_clause(number=number)
    yield pytest.mark.oran_suite(name=suite)
    for tag in tags:
        yield pytest.mark.oran_tag(name=tag)
    yield pytest.mark.xdist_group(name=group)


def clause_numbers(clause: str) -> list[str]:
    """The clauses that a text names, and those that they are within: 8.3.1 is in 8.3 and in 8."""
    found: dict[str, None] = {}
    for part in clause.split(";"):
        # The name of a document may end in numbers: "3GPP TS 36.413 10.3.5".
        text = re.sub(r"\b(?:TS|TR) \d+\.\d+", "", part)
        for number in re.findall(r"(?<![\w.])\d+(?:\.\d+)*(?![\w])", text):
            steps = number.split(".")
            found.update(dict.fromkeys(".".join(steps[: end + 1]) for end in range(len(steps))))
    return list(found)


def expected_failure(known: Known) -> pytest.MarkDecorator:
    """What is listed, as pytest knows expected failures: one that passes is named, unless it may do either."""
    reason = f"{' or '.join(known.verdicts)}: {known.reason}" + (f" ({known.link})" if known.link is not None else "")
    return pytest.mark.xfail(reason=reason, strict=Verdict.PASS not in known.verdicts, raises=AsListed)
