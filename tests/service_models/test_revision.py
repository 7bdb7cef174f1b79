"""Which edition of a service model an end speaks."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.service_models.common.elements import RANfunction_Name
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.elements import (
    E2SM_RC_RANFunctionDefinition,
    RANFunctionDefinition_Query,
    RANFunctionDefinition_Query_Item,
)
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.registry import identify
from oran_harness.service_models.revision import RevisionTracker, tell
from tests.service_models.recorded import captured
from tests.service_models.samples import RC_OID, header

HEADER = PayloadKind.INDICATION_HEADER


def test_an_end_may_speak_any_edition_at_first() -> None:
    """Before the first payload nothing is known; the newest reads most."""
    tracker = RevisionTracker(KPM)
    assert tracker.candidates == KPM.editions
    assert (tracker.settled, tracker.contradiction, tracker.unreadable) == (None, None, 0)
    assert tracker.best == "6.00"


def test_candidates_are_what_accepts_everything() -> None:
    """Each payload leaves the editions that accept it too, until one is left."""
    tracker = RevisionTracker(KPM)
    tracker.see(("3.00", "4.00", "5.00", "6.00"))
    assert tracker.candidates == ("3.00", "4.00", "5.00", "6.00")
    tracker.see(("4.00", "6.00"))
    tracker.see(KPM.editions)
    assert (tracker.candidates, tracker.best) == (("4.00", "6.00"), "6.00")
    tracker.see(("4.00",))
    assert tracker.settled == "4.00"
    assert tracker.seen[KPM.editions] == 1


def test_a_contradiction_is_kept() -> None:
    """Payloads that no one edition accepts together contradict each other; the first pair stays known."""
    tracker = RevisionTracker(KPM)
    tracker.see(("2.03",))
    tracker.see(("3.00", "4.00"))
    tracker.see(("6.00",))
    assert tracker.contradiction == (("2.03",), ("3.00", "4.00"))
    assert tracker.settled is None
    assert tracker.candidates == ("2.03",)


def test_what_no_edition_accepts_narrows_nothing() -> None:
    """A faulty payload is a fault, and no sign of another edition."""
    tracker = RevisionTracker(KPM)
    tracker.see(())
    assert (tracker.candidates, tracker.unreadable, tracker.contradiction) == (KPM.editions, 1, None)


@given(st.lists(st.sets(st.sampled_from(KPM.editions)), max_size=8))
@settings(max_examples=100, database=None, deadline=None)
def test_candidates_only_shrink_and_never_vanish(sightings: list[set[str]]) -> None:
    """At any time at least one edition is left, and all that are left accept everything before a contradiction."""
    tracker = RevisionTracker(KPM)
    before = tracker.candidates
    for accepting in sightings:
        tracker.see(edition for edition in KPM.editions if edition in accepting)
        assert tracker.candidates
        assert set(tracker.candidates) <= set(before)
        before = tracker.candidates
    if tracker.contradiction is None:
        assert all(set(tracker.candidates) <= accepting for accepting in sightings if accepting)


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (bytes(5), "time stamp of 4 octets, as in 2.03"),
        (bytes(9), "time stamp of 8 octets, as from 3.00 on"),
        (bytes(7), "has 7 octets; it has 5 in 2.03 and 9 from 3.00 on"),
    ],
)
def test_the_length_of_a_header_tells(octets: bytes, words: str) -> None:
    """Without options the length of a KPM header shows the length of its time stamp."""
    told = tell(KPM, HEADER, octets)
    assert told is not None
    assert words in told


def test_a_header_with_options_does_not_tell() -> None:
    """An optional name makes the header longer, and nothing is said about it, nor about no octets."""
    octets = KPM.encode(HEADER, header(bytes(8), vendor_name="v"), "6.00")
    assert tell(KPM, HEADER, octets) is None
    assert tell(KPM, HEADER, b"") is None
    assert tell(KPM, PayloadKind.INDICATION_MESSAGE, bytes(5)) is None


def test_a_query_part_is_newer_than_1_03() -> None:
    """An RC definition with QUERY styles comes from an edition after 1.03, which alone accept it."""
    query = RANFunctionDefinition_Query((RANFunctionDefinition_Query_Item(1, "E2 Node Information", 1, 1, 1),))
    name = RANfunction_Name("ORAN-E2SM-RC", RC_OID, "RAN Control")
    kind = PayloadKind.FUNCTION_DEFINITION
    octets = RC.encode(kind, E2SM_RC_RANFunctionDefinition(name, ran_function_definition_query=query), "7.00")
    assert RC.accepting(kind, octets) == ("5.00", "7.00")
    assert tell(RC, kind, octets) == "the definition has a QUERY part, which editions after 1.03 alone have"
    assert tell(RC, kind, RC.encode(kind, E2SM_RC_RANFunctionDefinition(name), "7.00")) is None


def test_who_speaks_what_in_the_captures(reference: Path) -> None:
    """FlexRIC's nodes settle on KPM 2.03 with their first indication; its RIC could speak any edition."""
    functions = {(one.file, one.function): identify(one.oid, one.octets) for one in captured(reference) if one.oid}
    trackers: dict[tuple[str, str], RevisionTracker] = {}
    for one in captured(reference):
        model = functions[one.file, one.function]
        if model is KPM and one.file.startswith("flexric-e2ap"):
            role = "ric" if one.sender.endswith(":36421") else "node"
            tracker = trackers.setdefault((one.sender, role), RevisionTracker(model))
            tracker.see_payload(model.decode(one.kind, one.octets))
    assert all(tracker.contradiction is None and not tracker.unreadable for tracker in trackers.values())
    assert {tracker.settled for (_, role), tracker in trackers.items() if role == "node"} == {"2.03"}
    assert {tracker.candidates for (_, role), tracker in trackers.items() if role == "ric"} == {KPM.editions}
