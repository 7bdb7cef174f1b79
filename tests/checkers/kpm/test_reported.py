"""What an indication message reports, for all rules that ask."""

from typing import Any

import pytest

from oran_harness.checkers.follow import Follower
from oran_harness.checkers.kpm import reported as module
from oran_harness.checkers.kpm.reported import reported, surveyed, told
from oran_harness.checkers.observation import PayloadObserved
from oran_harness.model import HistoryHeader
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.kpm.elements import E2SM_KPM_IndicationMessage
from oran_harness.service_models.kpm.measurement_list import MeasurementList, survey
from tests.checkers.kpm.test_records import of_jobs
from tests.checkers.payloads_of import kpm_indication, kpm_subscribed
from tests.checkers.scene import EPOCH, Scene
from tests.service_models.samples import measurement, message_1


def indicated(message: E2SM_KPM_IndicationMessage) -> PayloadObserved:
    """An indication message as rules see it."""
    scene = kpm_subscribed(Scene()).node(kpm_indication(message, edition="5.00"))
    follower = Follower(HistoryHeader(EPOCH))
    seen = [each for event in scene.events for each in follower.follow(event)]
    (found,) = [
        each
        for each in seen
        if isinstance(each, PayloadObserved) and each.payload.kind is PayloadKind.INDICATION_MESSAGE
    ]
    return found


def test_reports_and_their_lists() -> None:
    """A list of the report's own is surveyed; one without goes by that of its action."""
    own = indicated(message_1(1, items=(measurement("A"),)))
    assert [each.job_id for each in reported(own)] == [None]
    (found,) = surveyed(own)
    assert found is not None
    assert found.named == [("measName", "A")]
    assert surveyed(indicated(message_1(1))) == (None,)


def test_messages_of_jobs() -> None:
    """Each job's message is told with its Job ID."""
    assert [number for number, _ in told(indicated(of_jobs(1, 2)))] == [1, 2]


def test_a_message_is_walked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """All rules together survey each list once, however many they are."""
    calls: list[object] = []

    def counted(items: Any) -> MeasurementList:
        calls.append(items)
        return survey(items)

    monkeypatch.setattr(module, "survey", counted)
    items = (measurement("A"), measurement("B"))
    kpm_subscribed(scene := Scene()).node(kpm_indication(message_1(2, 2, items=items)))
    scene.findings()
    assert calls == [items]
