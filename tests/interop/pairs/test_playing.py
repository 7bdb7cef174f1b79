"""Pairs from their start to their verdicts."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from oran_harness.adapters import AdapterError, BoundedAdapter, StimulusAnswer, StimulusStatus
from oran_harness.adapters.adapter import NOT_STARTED
from oran_harness.captures import read_recording
from oran_harness.interop.pairs import pair
from oran_harness.interop.pairs.scene import Scene
from oran_harness.interop.pairs.scenes import SCENES, kpm, link, rc, support
from oran_harness.interop.pairs.verdicts import HISTORY, Played
from oran_harness.model import CaseResult, EventKind, Role, Verdict
from oran_harness.peers.actor import Actor
from oran_harness.peers.peculiar import Peculiar, Peculiarities, procedure_code
from oran_harness.steps import Claims
from tests.interop.pairs.meeting import Product, a_node, a_ric, met, product
from tests.interop.pairs.meeting import kpm as claiming

NODE = Role.E2_NODE
RIC = Role.NEAR_RT_RIC


def verdicts(played: Played) -> dict[str, str]:
    """The verdict of each line."""
    return {result.id: result.verdict.value for result in played.results}


def line(played: Played, id: str) -> CaseResult:
    """One line."""
    return next(result for result in played.results if result.id == id)


def test_two_that_work_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All scenes pass that both can play, nobody is blamed, and what passed is on disk."""
    told: list[CaseResult] = []
    played = met(tmp_path, monkeypatch, SCENES, told=told.append)
    assert [result.id for result in told] == [scene.id for scene in SCENES]
    verdicts_by_id = verdicts(played)
    styles = {scene.id for scene in rc.STYLES}
    left_out = {id: verdict for id, verdict in verdicts_by_id.items() if verdict != "pass" and id not in styles}
    # RC 1.03 has no query, and the reference node does not offer NI.
    assert left_out == {"E2SM-RC-302": "skip", "E2SM-NI-301": "unsupported"}
    # It offers some of RC's styles: those pass.
    assert {verdicts_by_id[id] for id in styles} == {"pass", "unsupported"}
    assert verdicts_by_id["E2SM-RC-311"] == "pass"
    assert played.drift is None
    assert played.trouble == ()
    with read_recording(tmp_path / HISTORY) as recording:
        notes = [event.message for event in recording.events if event.kind is EventKind.NOTE]
    assert "scene: E2AP-LOSS-301: begins" in notes
    assert any(note is not None and note.startswith("claims: ") for note in notes)


def test_who_announces_one_edition_and_sends_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The drift names the vendor, the editions and the octets that show it."""
    node = product(NODE, a_node(kpm="2.03"), claims=claiming("3.00"))
    played = met(tmp_path, monkeypatch, (support.setup, kpm.STYLES[0]), node)
    assert played.drift is not None
    assert played.drift.startswith("alfa announces KPM 3.00 and sends 2.03 (time stamp of 4 octets")
    assert played.drift.endswith("; blame alfa")
    assert (line(played, "E2SM-EDITION-CLAIMED").verdict, line(played, "E2SM-EDITION-CLAIMED").blame) == (
        Verdict.FAIL,
        NODE.value,
    )


def test_a_flawed_node_is_blamed_in_the_scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the rules find in a scene is its failure, by the doing of whom they blame."""
    node = product(NODE, a_node("node-malformed-indication"))
    played = met(tmp_path, monkeypatch, (support.setup, kpm.STYLES[0], support.reset_by_ric), node)
    failed = line(played, "E2SM-KPM-301")
    assert (failed.verdict, failed.blame) == (Verdict.FAIL, NODE.value)
    findings = [finding for _, found in played.lines for finding in found if finding.blame == NODE.value]
    assert {finding.vendor for finding in findings} == {"alfa"}
    assert line(played, "E2AP-RESET-301").verdict is Verdict.PASS


def test_a_ric_that_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever owes an answer and gives none is blamed; a refusal alone blames nobody."""
    ric = product(RIC, a_ric("ric-reset-unanswered"))
    scenes = (support.setup, support.reset_by_node, support.reset_by_ric)
    played = met(tmp_path, monkeypatch, scenes, ric=ric, timeout=0.5)
    failed = line(played, "E2AP-RESET-302")
    assert (failed.verdict, failed.blame) == (Verdict.FAIL, RIC.value)
    assert failed.reason.startswith("bravo (near-rt-ric) sent no answer to the ResetRequest within 0.5 s")
    assert line(played, "E2AP-RESET-301").verdict is Verdict.PASS


def test_a_node_that_is_refused_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The two do not work together; that somebody refuses is nobody's fault, and what needs a Setup is not known."""
    ric = product(RIC, a_ric(refuse_setups=10_000))
    played = met(tmp_path, monkeypatch, (support.setup, support.service_query), ric=ric, timeout=0.5)
    failed = line(played, "E2AP-SETUP-301")
    assert (failed.verdict, failed.blame) == (Verdict.FAIL, None)
    assert "refused the E2setupRequest: cause " in failed.reason
    assert line(played, "E2AP-SERVQUERY-301").verdict is Verdict.INCONC


def test_nobody_is_blamed_for_being_slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No clause says how soon an answer has to come: one that comes after all was late, and that is said."""
    node = product(NODE, lambda: Peculiar(a_node()(), "3.01", Peculiarities(answer_after=0.6)))
    scenes = (support.setup, support.reset_by_ric, support.removal_by_ric)
    late = line(met(tmp_path, monkeypatch, scenes, node, timeout=0.3), "E2AP-RESET-301")
    assert (late.verdict, late.blame) == (Verdict.FAIL, None)
    assert "sent no answer to the ResetRequest within 0.3 s; it came after 0." in late.reason


def test_a_product_that_cannot_be_started_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is known of the two, which is more than that something was left out."""
    ric = product(RIC, a_ric())
    monkeypatch.setattr(ric.adapter, "start", _refuse)
    played = met(tmp_path, monkeypatch, (support.setup, support.reset_by_ric), ric=ric)
    assert verdicts(played) == {"E2AP-SETUP-301": "inconc", "E2AP-RESET-301": "skip"}
    assert line(played, "E2AP-SETUP-301").reason == "bravo cannot be started: no bench"


async def _refuse(addresses: object) -> None:
    raise AdapterError("no bench.")


def test_a_node_that_reports_after_a_delete(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the stream of its answer: then nothing can have been on its way."""
    node = product(NODE, a_node("node-reports-after-delete"))
    failed = line(met(tmp_path, monkeypatch, (support.setup, kpm.deleted), node), "E2AP-SUBDEL-301")
    assert (failed.verdict, failed.blame) == (Verdict.FAIL, NODE.value)
    assert failed.reason.startswith("E2AP-INDICATION-AFTER-DELETE: ")


@pytest.mark.parametrize("flaw", [None, "ric-drops-broken-messages"])
def test_a_ric_that_may_not_read_a_setup(flaw: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it refuses it or drops it: what its vendor announces is missing to say who is wrong."""
    node = product(NODE, a_node(edition="1.01"))
    ric = product(RIC, a_ric(flaw, edition="3.01"))
    played = met(tmp_path, monkeypatch, (support.setup,), node, ric, timeout=0.5)
    failed = line(played, "E2AP-SETUP-301")
    assert (failed.verdict, failed.blame) == (Verdict.FAIL, None)
    assert played.drift == (
        "alfa speaks E2AP 1.01, which an end of 2.03 to 7.00 cannot read; what bravo speaks is not known, and what its "
        "vendor announces would settle it; nobody to blame"
    )


@pytest.mark.parametrize(("e2ap", "blame"), [((), None), (("5.00",), RIC.value), (("1.01",), None)])
def test_a_ric_that_does_not_answer_a_setup(
    e2ap: tuple[str, ...], blame: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It owes an answer where it claims an edition in which it has been asked."""
    node = product(NODE, a_node(kind="enb"))
    ric = product(RIC, a_ric("ric-knows-gnbs-only"), claims=Claims(bool(e2ap), e2ap=e2ap))
    failed = line(met(tmp_path, monkeypatch, (support.setup,), node, ric, timeout=0.5), "E2AP-SETUP-301")
    assert (failed.verdict, failed.blame) == (Verdict.FAIL, blame)


def test_what_cannot_be_asked_for_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A product without a stimulus, or one that is not started here, costs its scene and nothing else."""
    ric = product(RIC, a_ric(), refused=("control",))
    node = product(NODE, a_node(), startable=False)
    played = met(
        tmp_path, monkeypatch, (support.setup, rc.control, link.node_restarts, support.reset_by_ric), node, ric
    )
    assert line(played, "E2SM-RC-301").reason == "no stimulus: control (bravo)"
    assert line(played, "E2AP-RESTART-301").reason == "no stimulus: restart (alfa)"
    assert line(played, "E2AP-RESET-301").verdict is Verdict.PASS


def test_what_is_not_claimed_is_unsupported_and_what_is_claimed_has_to_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A RIC that claims other styles is not asked; a node that claims a model that it does not offer has failed."""
    ric = product(RIC, a_ric(), claims=claiming("3.00", 1, 2))
    node = product(NODE, a_node(service_models=("rc",)), claims=claiming("3.00"))
    played = met(tmp_path, monkeypatch, (support.setup, kpm.STYLES[0], kpm.STYLES[2], rc.control), node, ric)
    assert (line(played, "E2SM-KPM-301").verdict, line(played, "E2SM-KPM-301").blame) == (Verdict.FAIL, NODE.value)
    assert line(played, "E2SM-KPM-303").verdict is Verdict.UNSUPPORTED
    assert line(played, "E2SM-RC-301").reason == "bravo (near-rt-ric) claims no RC"
    assert Claims().made is False


def _leaving_out(*names: str) -> Callable[[], Actor]:
    """A node that does not serve some procedures."""
    codes = frozenset(map(procedure_code, names))
    return lambda: Peculiar(a_node()(), "3.01", Peculiarities(without=codes))


REFUSED = (
    (rc.control, "RICcontrol", "RICcontrolRequest: cause ricRequest: action-not-supported"),
    (support.reset_by_ric, "Reset", "ResetRequest by ErrorIndication: cause misc: unspecified"),
    (support.service_query, "RICserviceQuery", "RICserviceQuery by ErrorIndication: cause misc: unspecified"),
)


@pytest.mark.parametrize(("scene", "procedure", "how"), REFUSED)
def test_a_refusal_of_what_is_not_claimed(
    scene: Scene, procedure: str, how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the procedure's failure, or an Error Indication where it has none: unsupported, and nobody is blamed."""
    node = product(NODE, _leaving_out(procedure), claims=Claims(True, procedures=("E2setup",)))
    refused = line(met(tmp_path, monkeypatch, (support.setup, scene), node), scene.id)
    assert (refused.verdict, refused.blame) == (Verdict.UNSUPPORTED, None)
    assert f"alfa (e2-node) refused the {how}; it does not claim " in refused.reason


@pytest.mark.parametrize(("scene", "procedure", "how"), REFUSED)
def test_a_refusal_of_what_is_claimed(
    scene: Scene, procedure: str, how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The two do not work together in it; it has been answered, so that nobody owes anything."""
    node = product(NODE, _leaving_out(procedure), claims=Claims(True, procedures=("E2setup", procedure)))
    refused = line(met(tmp_path, monkeypatch, (support.setup, scene), node), scene.id)
    assert (refused.verdict, refused.blame) == (Verdict.FAIL, None)
    assert refused.reason.startswith(f"alfa (e2-node) refused the {how}")


def test_a_node_that_never_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is known of the two: that is waited for once, and nobody has failed."""
    node = product(NODE, a_node(connects=False), startable=False)
    began = time.monotonic()
    played = met(tmp_path, monkeypatch, SCENES, node)
    assert time.monotonic() - began < 15
    assert line(played, "E2AP-SETUP-301").verdict is Verdict.INCONC
    assert line(played, "E2AP-RESET-301").verdict is Verdict.SKIP
    assert line(played, "E2AP-SETUP-301").reason.startswith("alfa has not connected: no association of the two ")
    assert line(played, "E2AP-RESET-301").reason == "alfa has not connected"


def test_a_ric_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same where the RIC is the one that is missing; the reason says where it was looked for."""
    ric = product(RIC, a_ric(), startable=False)
    monkeypatch.setattr(ric.adapter, "start", _nothing)
    played = met(tmp_path, monkeypatch, SCENES, ric=ric)
    assert line(played, "E2AP-SETUP-301").verdict is Verdict.INCONC
    assert line(played, "E2AP-RESET-301").reason == f"bravo does not take associations at {ric.wire.uri}"


def test_a_product_that_somebody_else_stops_has_not_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two harnesses at one adapter: an error of the scene, which tells of it, and no accusation of the product."""
    adapter = Product(a_ric())
    ric = replace(product(RIC, a_ric()), adapter=BoundedAdapter(adapter))

    async def stopped_by_others(pair: pair.Pair) -> None:
        await adapter.die(NOT_STARTED)

    stops = replace(support.service_query, body=stopped_by_others)
    played = met(tmp_path, monkeypatch, (support.setup, stops, support.reset_by_ric), ric=ric)
    assert verdicts(played) == {"E2AP-SETUP-301": "pass", stops.id: "error", "E2AP-RESET-301": "skip"}
    assert line(played, stops.id).blame == "harness"
    assert "does another oran-harness drive it, too?" in line(played, stops.id).reason


async def _nothing(addresses: object) -> None:
    """Somebody else would have to start it."""


def test_a_setup_that_has_not_arrived_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes by is seen here before it is read there: a product that is not ready that soon is asked again."""
    asked: list[str] = []

    class Slow(Product):
        async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
            asked.append(name)
            if asked.count(name) == 1:
                return StimulusAnswer(StimulusStatus.FAILED, {"reason": "no association is set up"})
            return await super().stimulate(name, **arguments)

    # Between the two scenes the first findings are waited for, which takes its time.
    monkeypatch.setattr(pair, "_ARRIVING_S", 60.0)
    node = replace(product(NODE, a_node()), adapter=BoundedAdapter(Slow(a_node())))
    played = met(tmp_path, monkeypatch, (support.setup, support.reset_by_node), node)
    assert line(played, "E2AP-RESET-302").verdict is Verdict.PASS
    assert asked.count("reset") == 2
