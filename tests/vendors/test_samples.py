"""Sample vendors: each meets the reference peer of the other role, and all meet each other, as their READMEs say."""

from pathlib import Path

import pytest
from sample_matrix import CELLS, differences

from oran_harness.captures import read_recording
from oran_harness.interop.matrix.cell import Cell
from oran_harness.interop.pairs.scenes import kpm, rc, support
from oran_harness.interop.pairs.verdicts import HISTORY, Played
from oran_harness.model import Role
from oran_harness.protocols.e2ap.codec import codec
from tests.interop.pairs.meeting import met
from tests.vendors.samples import reference, sample

NODE, RIC = Role.E2_NODE, Role.NEAR_RT_RIC
SCENES = (
    support.setup,
    support.service_query,
    support.configuration_update,
    *kpm.STYLES,
    kpm.modification,
    rc.control,
    support.reset_by_ric,
)


def of(played: Played, *verdicts: str) -> set[str]:
    """The lines with one of these verdicts."""
    return {result.id for result in played.results if result.verdict.value in verdicts}


def with_reference(vendor: str, role: Role, edition: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Played:
    """A sample vendor and the reference peer of the other role."""
    one, other = sample(vendor, edition), reference(role.other, edition)
    node, ric = (one, other) if role is NODE else (other, one)
    return met(folder, monkeypatch, SCENES, node, ric, edition=edition)


def test_alfa(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All works with KPM styles 1 and 4, there is no RC; it announces KPM 3.00 and sends 2.03."""
    played = with_reference("alfa", NODE, "3.01", tmp_path, monkeypatch)
    assert of(played, "fail", "inconc", "error") == {"E2SM-EDITION-CLAIMED"}
    assert of(played, "unsupported") == {"E2SM-KPM-302", "E2SM-KPM-303", "E2SM-KPM-305", "E2SM-RC-301"}
    assert played.drift is not None
    assert played.drift.startswith("alfa announces KPM 3.00 and sends 2.03 (time stamp of 4 octets")
    assert played.drift.endswith("; blame alfa")
    assert _gnb_id_bits(tmp_path) == 22


def test_bravo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All works with E2AP 1.01 and KPM styles 1 to 3, at its pace; its PPID is 0."""
    played = with_reference("bravo", NODE, "1.01", tmp_path, monkeypatch)
    assert of(played, "fail", "inconc", "error") == {"E2-PPID"}
    assert of(played, "unsupported") == {"E2SM-KPM-304", "E2SM-KPM-305", "E2SM-RC-301"}
    assert played.drift is None


def test_charlie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All works in all five styles; it does not claim RIC Subscription Modification, and refuses it properly."""
    played = with_reference("charlie", NODE, "3.01", tmp_path, monkeypatch)
    assert of(played, "fail", "inconc", "error") == set()
    assert of(played, "unsupported") == {"E2AP-SUBMOD-301"}
    assert _gnb_id_bits(tmp_path) == 32


def test_delta(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Style 1 works; styles 2 and 4 it asks for in the wrong format, for which it is blamed."""
    played = with_reference("delta", RIC, "3.01", tmp_path, monkeypatch)
    assert of(played, "fail", "inconc", "error") == {"E2SM-KPM-302", "E2SM-KPM-304"}
    assert {result.blame for result in played.results if result.verdict.value == "fail"} == {RIC.value}
    assert {"E2SM-KPM-303", "E2SM-KPM-305"} <= of(played, "unsupported")
    assert {"E2SM-KPM-301", "E2SM-RC-301"} <= of(played, "pass")


@pytest.mark.parametrize("edition", ["1.01", "3.01"])
def test_echo(edition: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Styles 1 to 3 work; RC it rejects, and a modification it has no means for."""
    played = with_reference("echo", RIC, edition, tmp_path, monkeypatch)
    assert of(played, "fail", "inconc", "error") == set()
    assert of(played, "unsupported") == {"E2SM-KPM-304", "E2SM-KPM-305", "E2SM-RC-301"}
    assert of(played, "skip") == {"E2AP-SUBMOD-301"}
    assert "rejects the RAN functions 3" in next(each.reason for each in played.results if each.id == "E2AP-SETUP-301")


@pytest.mark.parametrize(("node", "ric"), [pair for pair, known in CELLS.items() if not known.reason])
def test_what_they_come_to_together(node: str, ric: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Verdict, blame and drift are those that the matrix of samples is known to have."""
    edition = "1.01" if node == "bravo" else "3.01"
    played = met(tmp_path, monkeypatch, SCENES, sample(node, edition), sample(ric, edition), edition=edition)
    assert differences([Cell.of(node, ric, played, "results.json").to_json()]) == []


def _gnb_id_bits(folder: Path) -> int:
    with read_recording(folder / HISTORY) as recording:
        octets = next(event.octets for event in recording.events if event.octets is not None)
    request = codec("3.01").decode(octets).message
    identity = getattr(request, "global_e2_node_id")  # noqa: B009 - any message may be the first
    bits: int = identity[1].global_gnb_id.gnb_id[1].length
    return bits
