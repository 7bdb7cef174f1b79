"""Finds survive on disk; what is no find is passed over."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.conformance import load
from oran_harness.conformance.properties import PROPERTIES
from oran_harness.drivers.setting import Setting
from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.deviation import Deviation, DeviationKind
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.runner.finds import Find, Finds
from oran_harness.steps import CaseOutcome

DEVIATIONS = (Deviation(DeviationKind.DROP, 0), Deviation(DeviationKind.UNKNOWN, 1, 2))
OUTCOME = CaseOutcome(Verdict.FAIL, requirement="It serves on.", expected="an answer", actual="silence")


def find() -> Find:
    load()
    return Find.of(PROPERTIES["E2AP-PROP-104"], Setting(role=Role.NEAR_RT_RIC), DEVIATIONS, OUTCOME)


def test_a_find_is_read_back(tmp_path: Path) -> None:
    """By its property; the same find is kept once."""
    finds = Finds(tmp_path)
    first = finds.keep(find())
    assert first is not None
    assert finds.keep(find()) == first
    assert finds.known("E2AP-PROP-104") == (DEVIATIONS,)
    assert finds.known("E2AP-PROP-101") == ()


@pytest.mark.parametrize("edition", editions())
def test_each_property_has_a_message_without_a_sut(edition: str) -> None:
    """A find shows what was sent, with ids of its own: that takes no association."""
    load()
    for property in PROPERTIES.values():
        needed = [need.removeprefix("e2ap:") for need in property.description.needs if need.startswith("e2ap:")]
        if all(float(edition) >= float(each) for each in needed):
            setting = Setting(role=property.description.under_test, edition=edition)
            assert Find.of(property, setting, (), OUTCOME).octets


def test_its_page_says_what_and_why(tmp_path: Path) -> None:
    """What was sent, what was expected, and how to look at it; the octets are those."""
    folder = Finds(tmp_path).keep(find())
    assert folder is not None
    page = (folder / "why.md").read_text()
    assert all(
        part in page for part in ("TransactionID is left out", "It serves on.", "silence", "oran-harness decode")
    )
    octets = bytes.fromhex((folder / "input.hex").read_text())
    assert codec("3.01").decode(octets).name == "ResetRequest"


def test_the_first_place_that_can_be_written_takes_it(tmp_path: Path) -> None:
    """A folder that cannot be made is passed over; without any there is none."""
    (tmp_path / "file").write_text("")
    assert Finds(tmp_path / "file", tmp_path / "free").keep(find()) is not None
    assert (tmp_path / "free" / "e2ap").is_dir()
    assert Finds(tmp_path / "file").keep(find()) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"schema": "other"}', '{"schema": "oran-harness/find/1"}'])
def test_what_is_no_find_is_passed_over(tmp_path: Path, text: str) -> None:
    """Somebody's file in the folder is no reason to stop a run."""
    folder = tmp_path / "e2ap" / "find-x"
    folder.mkdir(parents=True)
    (folder / "deviations.json").write_text(text)
    assert Finds(tmp_path).known("E2AP-PROP-104") == ()


JSON = st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=4))


@given(deviations=JSON)
def test_any_deviations_can_be_read(tmp_path_factory: pytest.TempPathFactory, deviations: object) -> None:
    """Either they are some, or they are passed over."""
    root = tmp_path_factory.mktemp("finds")
    folder = root / "e2ap" / "find-x"
    folder.mkdir(parents=True)
    told = {"schema": "oran-harness/find/1", "property": "E2AP-PROP-104", "deviations": deviations}
    (folder / "deviations.json").write_text(json.dumps(told))
    for each in Finds(root).known("E2AP-PROP-104"):
        assert all(isinstance(deviation, Deviation) for deviation in each)
