"""Findings, as results.json and check --json write them."""

import json

import pytest

from oran_harness.model.finding import HARNESS, Finding
from oran_harness.model.level import Level
from oran_harness.model.role import Role

# The keys of FINDING in the contract, and the two that check --json adds.
CONTRACT = ("rule", "clause", "level", "blame", "message", "expected", "actual", "hint", "case", "history", "event")
OF_CHECK = ("frame", "association")


@pytest.mark.parametrize(
    ("blame", "written"),
    [(Role.E2_NODE, "e2-node"), ("near-rt-ric", "near-rt-ric"), (HARNESS, "harness"), (None, None)],
)
def test_a_finding_has_the_keys_of_the_contract(blame: str | None, written: str | None) -> None:
    """Each key of the contract is written, unknown ones as null; blame is a role, "harness" or null."""
    finding = Finding("SOME-RULE", "clause", Level.MUST, blame, "message", "expected", "actual", "hint")
    line = json.loads(json.dumps(finding.to_json()))
    assert set(CONTRACT + OF_CHECK) <= set(line)
    assert (line["blame"], line["level"], line["event"], line["frame"]) == (written, "must", None, None)


@pytest.mark.parametrize("vendor", [None, "alfa"])
def test_a_finding_is_read_as_it_was_written(vendor: str | None) -> None:
    """All that is known of it."""
    finding = Finding(
        "R", "c", Level.SHOULD, "e2-node", "m", "e", "a", "h", 3, 7, "a1", "1.2.3.4", 2, "C-001", "h.jsonl", vendor
    )
    assert Finding.from_json(json.loads(json.dumps(finding.to_json()))) == finding
