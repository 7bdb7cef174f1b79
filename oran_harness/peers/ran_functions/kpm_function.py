"""The KPM function of our E2 node: REPORT styles 1 to 5, and 255 from 5.00 on, over the radio model (KPM 7)."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from oran_harness.model.errors import UsageError
from oran_harness.peers.ran_functions.book import Book, Refusal, Subscription
from oran_harness.peers.ran_functions.kpm_action import FOREIGN, TOO_MUCH, UNSUPPORTED, KpmAction
from oran_harness.peers.ran_functions.kpm_jobs import KpmJobs, parts, read_action
from oran_harness.peers.ran_functions.kpm_report import MAXIMUM_RECORDS, MAXIMUM_VALUES, Report, records_of
from oran_harness.peers.ran_functions.radio import Radio
from oran_harness.peers.ran_functions.ran_function import (
    Answered,
    Controlled,
    Failed,
    Indication,
    Modified,
    RequestedAction,
    Subscribed,
)
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.service_models.formats import content_of
from oran_harness.service_models.kpm.build import function_definition, indication_header, names
from oran_harness.service_models.kpm.build.definition import STYLES
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.styles import REPORT_STYLES
from oran_harness.service_models.payload import PayloadKind
from oran_harness.steps.causes import cause

MOST_AT_ONCE = 8
"""How many missed reporting periods of a subscription are made up for; the rest is skipped."""
_REVISIONS = 4096
_ADDED_BY_REVISION = 4


@dataclass(frozen=True, slots=True)
class Trigger:
    """A periodic trigger: its reporting period in milliseconds."""

    period_ms: int

    @property
    def seconds(self) -> float:
        """The period in seconds."""
        return self.period_ms / 1000


class KpmFunction:
    """KPM as our node offers it.

    ``edition`` is KPM's, ``e2ap`` the E2AP edition that spells causes, ``unix_offset`` the Unix time at which ``now``
    is 0, in seconds. ``styles`` are the report styles that are offered, None for all of the edition. See
    ``RanFunction`` for the calls. Raises ``UsageError`` for a style that the edition does not have.
    """

    key = "kpm"

    def __init__(
        self,
        radio: Radio,
        *,
        edition: str = "3.00",
        e2ap: str = "3.01",
        unix_offset: float,
        styles: Sequence[int] | None = None,
    ) -> None:
        self.radio = radio
        self.edition = edition
        self.revision = 0
        self._e2ap = e2ap
        self._offset = unix_offset
        self._styles = _styles(edition, styles)
        self._definition: bytes | None = None
        self._offered: dict[int, tuple[str, ...]] = {}
        self._book: Book[Trigger, KpmAction | KpmJobs] = Book(e2ap, self._read_trigger, self._read_action)

    @property
    def oid(self) -> str:
        """The RAN Function OID."""
        return KPM.oid

    @property
    def short_name(self) -> str:
        """The RAN Function Short Name."""
        return KPM.short_name

    @property
    def definition(self) -> bytes:
        """The RAN Function Definition; each revision offers another measurement in its first style."""
        if self._definition is None:
            self._definition = _definition(self.edition, self._styles, tuple(self.offered.items()))
        return self._definition

    @property
    def offered(self) -> dict[int, tuple[str, ...]]:
        """The measurements of each fundamental level report style that is offered."""
        if not self._offered:
            listed = {style: names(self.radio.kind, style) for style in STYLES if style in self._styles}
            first = min(listed)
            more = [name for name in names(self.radio.kind, first, everything=True) if name not in listed[first]]
            listed[first] += tuple(more[: self.revision % _ADDED_BY_REVISION])
            self._offered = {style: found for style, found in listed.items() if found}
        return self._offered

    @property
    def subscriptions(self) -> tuple[RICrequestID, ...]:
        """The subscriptions that stand."""
        return tuple(self._book.standing)

    @property
    def wakes_at(self) -> float | None:
        """When the next reporting period ends."""
        return self._book.next_at

    def revise(self) -> None:
        """Offer something else, under the next revision."""
        self.revision = (self.revision + 1) % _REVISIONS
        self._definition = None
        self._offered = {}

    def subscribe(
        self, request_id: RICrequestID, event_trigger: bytes, actions: Sequence[RequestedAction], now: float
    ) -> Subscribed:
        """Set a subscription up; its first reporting period begins now."""
        self.radio.age(now)
        result = self._book.subscribe(request_id, event_trigger, actions, now)
        if result.admitted:
            subscription = self._book.standing[request_id]
            subscription.next_at = now + subscription.trigger.seconds
        return result

    def modify(
        self,
        request_id: RICrequestID,
        now: float,
        *,
        event_trigger: bytes | None = None,
        added: Sequence[RequestedAction] = (),
        modified: Sequence[RequestedAction] = (),
        removed: Sequence[int] = (),
    ) -> Modified:
        """Change a subscription; a new trigger begins its first period now."""
        result = self._book.modify(request_id, now, event_trigger, added, modified, removed)
        subscription = self._book.standing.get(request_id)
        if subscription is not None and event_trigger is not None and result.failure is None:
            subscription.next_at = now + subscription.trigger.seconds
        return result

    def unsubscribe(self, request_id: RICrequestID, now: float) -> bool:
        """End a subscription."""
        return self._book.drop(request_id) is not None

    def clear(self) -> None:
        """End all subscriptions."""
        self._book.standing.clear()

    def indications(self, now: float) -> tuple[Indication, ...]:
        """Those of each action whose reporting period has ended: none if it has nothing to report, one as a rule."""
        found: list[tuple[float, Indication]] = []
        for subscription in self._book.due(now):
            period = subscription.trigger.seconds
            end = subscription.next_at or now
            missed = int((now - end) / period)
            end += max(0, missed - MOST_AT_ONCE + 1) * period
            while end <= now:
                found += ((end, each) for each in self._of(subscription, end))
                end += period
            subscription.next_at = end
        return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))

    def report_now(self, now: float) -> tuple[Indication, ...]:
        """One for each action about the reporting period that would end now."""
        return tuple(each for one in self._book.standing.values() for each in self._of(one, now))

    def insert_now(self, now: float) -> tuple[Indication, ...]:
        """None: KPM has REPORT alone (KPM 7.5 to 7.7)."""
        return ()

    def control(self, header: bytes, message: bytes, call_process_id: bytes | None, now: float) -> Controlled | Failed:
        """Refused: KPM has REPORT alone."""
        return Failed(cause("action-not-supported", self._e2ap))

    def query(self, header: bytes, definition: bytes, now: float) -> Answered | Failed:
        """Refused: KPM has REPORT alone."""
        return Failed(cause("action-not-supported", self._e2ap))

    def _of(self, subscription: Subscription[Trigger, KpmAction | KpmJobs], end: float) -> list[Indication]:
        """The indications of one occurrence of a trigger."""
        report = Report(self.radio, end, subscription.trigger.period_ms, self.edition)
        actions = subscription.actions.items()
        messages = [(number, message) for number, action in actions for message in report.messages(action)]
        if not messages:
            return []
        header = indication_header(self._offset + report.start, self.edition)
        sn = subscription.take_sn()
        request_id = subscription.request_id
        return [Indication(request_id, number, "report", header, message, sn=sn) for number, message in messages]

    def _read_trigger(self, octets: bytes) -> Trigger | Refusal:
        decoded = KPM.decode(PayloadKind.EVENT_TRIGGER_DEFINITION, octets, self.edition)
        period = getattr(content_of(decoded.value), "reporting_period", None)
        if not decoded.conforms or not isinstance(period, int):
            return FOREIGN
        return Trigger(period)

    def _read_action(self, action: RequestedAction, trigger: Trigger, now: float) -> KpmAction | KpmJobs | Refusal:
        if action.type != "report":
            return UNSUPPORTED
        if action.definition is None:
            return Refusal("semantic-error")
        read = read_action(action.definition, self.edition, self.offered, self.radio, now)
        if isinstance(read, Refusal):
            return read
        asked = [(records_of(trigger.period_ms, each.granularity_ms), each) for each in parts(read)]
        values = sum(records * (len(each.columns) + len(each.matched)) for records, each in asked)
        return TOO_MUCH if max(records for records, _ in asked) > MAXIMUM_RECORDS or values > MAXIMUM_VALUES else read


@functools.lru_cache(maxsize=64)
def _definition(edition: str, styles: tuple[int, ...], offered: tuple[tuple[int, tuple[str, ...]], ...]) -> bytes:
    """A definition by what it offers: the same for many nodes, and each time that a node sets up."""
    return function_definition(edition, styles=styles, measurements=dict(offered))


def _styles(edition: str, wanted: Sequence[int] | None) -> tuple[int, ...]:
    known = tuple(row.number for row in REPORT_STYLES.values() if _number(row.since) <= _number(edition))
    if wanted is None:
        return known
    strange = [style for style in wanted if style not in known]
    if strange or not set(wanted) & set(STYLES):
        there = ", ".join(map(str, known))
        raise UsageError(f"E2SM-KPM {edition} has the report styles {there}; offer one from 1 to 5 at least.")
    return tuple(style for style in known if style in wanted)


def _number(edition: str) -> tuple[int, ...]:
    return tuple(map(int, edition.split(".")))
