"""The near-RT RIC that subscribes to KPM reports of an E2 node: what that offers, is asked for, and reports."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from oran_harness.conformance.choices import PERIOD_MS
from oran_harness.conformance.e2ap.node_scenery import about, of, says
from oran_harness.conformance.expectations import check_echo
from oran_harness.conformance.periods import USUAL_MS, period_ms, slower
from oran_harness.model import Verdict
from oran_harness.protocols.e2ap.elements import RICaction_ToBeSetup_Item, RICsubscriptionDetails
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICindication,
    RICsubscriptionFailure,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.formats import content_of, format_of
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.build.conditions import Condition
from oran_harness.service_models.kpm.definition import AnnouncedFunction, AnnouncedStyle
from oran_harness.service_models.kpm.elements import E2SM_KPM_IndicationMessage_Format2
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.records import reports
from oran_harness.service_models.payload import PayloadKind
from oran_harness.steps import CaseOutcome, Peer, check, inconclusive, unsupported

NEEDS = ("service-model:KPM",)
NODE_STYLE, UE_STYLE, MATCHING_STYLE, COMMON_STYLE, UES_STYLE = 1, 2, 3, 4, 5
"""The report styles of KPM (KPM 7.4.1)."""
USUAL_SLICE = kpm.condition("sNSSAI", "equal", b"\x01")
"""What most UEs of most networks meet: they have the slice of SST 1."""
_CONDITIONS: dict[int, tuple[Condition, ...]] = {MATCHING_STYLE: (kpm.no_label(),), COMMON_STYLE: (USUAL_SLICE,)}
_PERIODS = 3
_LEAST_PATIENCE_S = 1.0


@dataclass(frozen=True, slots=True)
class Offer:
    """A report style as the node under test offers it, and the edition in which to ask for it."""

    function_id: int
    edition: str
    style: AnnouncedStyle

    def measurements(self, count: int = 1) -> tuple[str, ...]:
        """So many of its measurements, or as many as there are: known ones first, those of no single cell before.

        For others an action should name a cell (KPM 7.4.2.2), and a RIC may know none.
        """
        listed = self.style.names | set(self.style.ids.values())
        known = [name for name in kpm.CATALOGUE if name in listed]
        known.sort(key=lambda name: kpm.CATALOGUE[name].of_cell)
        return (*known, *sorted(listed - set(known)))[:count]

    def split_by(self, label: str) -> str | None:
        """One of its measurements that can be split by a label (a field of MeasurementLabel), if there is one."""
        listed = self.measurements(len(self.style.names))
        return next((name for name in listed if name in kpm.CATALOGUE and label in kpm.CATALOGUE[name].labels), None)

    def definition(
        self,
        *,
        measurements: Sequence[Any] = (),
        granularity_ms: int = PERIOD_MS,
        conditions: Sequence[Condition] = (),
        **more: Any,
    ) -> bytes:
        """An action definition of the style: of one measurement and usual conditions, where nothing else is given."""
        return kpm.action_definition(
            self.style.style,
            edition=self.edition,
            measurements=measurements or self.measurements(),
            granularity_ms=granularity_ms,
            conditions=conditions or _CONDITIONS.get(self.style.style, ()),
            **more,
        )

    def request(
        self, ric: Peer, *definitions: bytes | None, reporting_ms: int = PERIOD_MS, trigger: bytes | None = None
    ) -> RICsubscriptionRequest:
        """A subscription with these action definitions, whose actions count from 1; the usual one without any."""
        chosen = definitions or (self.definition(),)
        actions = tuple(RICaction_ToBeSetup_Item(number, "report", each) for number, each in enumerate(chosen, start=1))
        event = kpm.event_trigger(reporting_ms, self.edition) if trigger is None else trigger
        return RICsubscriptionRequest(ric.new_request_id(), self.function_id, RICsubscriptionDetails(event, actions))


def offer(ric: Peer, style: int = NODE_STYLE) -> Offer:
    """A report style of the node's KPM function.

    Raises ``CaseOutcome`` if it is not offered: ``fail`` where the profile claims it, else ``unsupported``.
    """
    function = ric.function("KPM")
    announced = function.announced
    found = announced.style(style) if isinstance(announced, AnnouncedFunction) else None
    if found is not None and (found.names or found.ids):
        return Offer(function.id, function.edition, found)
    raise not_offered(ric, function.id, style)


def not_offered(ric: Peer, function_id: int, style: int) -> CaseOutcome:
    """What it makes of a case that the node's KPM function does not offer a report style."""
    if style in claimed_styles(ric):
        return CaseOutcome(
            Verdict.FAIL,
            requirement="An E2 node offers the KPM report styles that are claimed for it (KPM 8.2.2.1)",
            expected=f"report style {style} in the RAN Function Definition",
            actual="not among its report styles",
        )
    return unsupported(f"RAN function {function_id} (E2SM-KPM) does not offer report style {style}")


def claimed_styles(ric: Peer) -> frozenset[int]:
    """The KPM report styles that the profile claims; none where it names none."""
    return frozenset(style for model in ric.claims.service_models if model.name == "KPM" for style in model.styles)


def claimed_editions(ric: Peer) -> list[str]:
    """The editions of KPM that the profile claims, as far as they are known here; ``v03.00`` is 3.00."""
    claimed = []
    for model in ric.claims.service_models:
        major, _, minor = (model.revision or "").lower().lstrip("v").partition(".")
        if model.name == "KPM" and major.isdecimal():
            claimed.append(f"{int(major)}.{minor}")
    return [edition for edition in claimed if edition in KPM.editions]


def simple_offer(ric: Peer) -> Offer:
    """A report style that needs no UE-ID, for what is about subscriptions as such: of the node, else by conditions."""
    announced = ric.function("KPM").announced
    styles = [style.style for style in announced.styles] if isinstance(announced, AnnouncedFunction) else []
    simple = [style for style in (NODE_STYLE, COMMON_STYLE, MATCHING_STYLE) if style in styles]
    return offer(ric, simple[0] if simple else NODE_STYLE)


# Asking for what may be refused


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of a subscription that a node is free to refuse."""

    request: RICsubscriptionRequest
    answer: Message
    admitted: tuple[int, ...]


async def attempt(ric: Peer, request: RICsubscriptionRequest, what: str, *, illegal: bool = False) -> Attempt:
    """Ask for ``what``, which the node admits or refuses, but has to answer.

    A refused request is made once more with the usual reporting period, as a shorter one may have been too short.
    ``illegal`` tells that a RIC must not send it.
    """
    found = await _attempt(ric, request, what, illegal)
    longer = None if found.admitted else slower(request)
    if longer is not None:
        found = await _attempt(ric, replace(longer, ric_request_id=ric.new_request_id()), what, illegal)
    return found


async def _attempt(ric: Peer, request: RICsubscriptionRequest, what: str, illegal: bool) -> Attempt:
    await ric.send(request, injected=illegal or None)
    answer: Any = await ric.expect(
        RICsubscriptionResponse,
        RICsubscriptionFailure,
        ErrorIndication,
        where=about(request),
        requirement=f"A RIC SUBSCRIPTION REQUEST with {what} is answered (E2AP 8.2.1)",
    )
    if not isinstance(answer, RICsubscriptionResponse):
        return Attempt(request, answer, ())
    check_echo(request, answer)
    admitted = tuple(item.ric_action_id for item in answer.ric_actions_admitted or ())
    return Attempt(request, answer, admitted)


async def open_to(ric: Peer, request: RICsubscriptionRequest, what: str) -> RICsubscriptionRequest:
    """Subscribe to ``what``, which no clause says that a node has to serve: ``unsupported`` where it is refused."""
    found = await attempt(ric, request, what)
    if not found.admitted:
        raise unsupported(f"the E2 node admits no subscription with {what}: {says(found.answer)}")
    return found.request


# What is reported


@dataclass(frozen=True, slots=True)
class Told:
    """A KPM report, read: the RIC INDICATION, its header and its message."""

    indication: RICindication
    header: Any
    message: Any

    @property
    def records(self) -> list[tuple[Any, ...]]:
        """The values of each record, of all UEs, as pairs of alternative and value."""
        content = content_of(self.message)
        parts = [each.content for each in reports(self.message)]
        if isinstance(content, E2SM_KPM_IndicationMessage_Format2):
            parts = [content]  # type: ignore[list-item]
        return [tuple(item.meas_record) for part in parts for item in part.meas_data]

    @property
    def ues(self) -> tuple[UEID, ...]:
        """The UEs that it names, in their order; in format 2 each once for each measurement."""
        content = content_of(self.message)
        if isinstance(content, E2SM_KPM_IndicationMessage_Format2):
            items = content.meas_cond_ue_id_list
            return tuple(one.ue_id for item in items for one in item.matching_ue_id_list or ()) + tuple(
                one.ue_id
                for item in items
                for period in item.matching_ue_id_per_gp or ()
                if period.matched_per_gp[0] != "noUEmatched"
                for one in period.matched_per_gp[1]
            )
        return tuple(each.ue_id for each in reports(self.message) if each.ue_id is not None)


def patience(request: RICsubscriptionRequest) -> float:
    """How long a few reports of a subscription take, in seconds."""
    return _PERIODS * (period_ms(request) or PERIOD_MS) / 1000


async def report(
    ric: Peer,
    request: RICsubscriptionRequest,
    *,
    action: int = 1,
    otherwise: Verdict = Verdict.FAIL,
    requirement: str = "A periodic report that was admitted is sent (E2AP 8.2.3.2, KPM 7.3)",
) -> Told:
    """The next report of an action, which has to come."""
    # The usual limit is too short for long periods alone.
    within = patience(request) if (period_ms(request) or 0) >= USUAL_MS else None
    indication: RICindication = await ric.expect(
        RICindication, where=_of_action(request, action), within=within, otherwise=otherwise, requirement=requirement
    )
    return read(indication)


async def possible_report(
    ric: Peer, request: RICsubscriptionRequest, *, action: int = 1, least_s: float = _LEAST_PATIENCE_S
) -> Told | None:
    """The next report of an action, if one comes within a few periods, and at least so many seconds."""
    within = max(patience(request), least_s) + 2 * ric.slowest
    indication = await ric.hear(RICindication, where=_of_action(request, action), within=within)
    return None if indication is None else read(indication)


def read(indication: RICindication) -> Told:
    """A report, read; inconclusive where it cannot be, for then the rules say what is wrong with it."""
    header = KPM.decode(PayloadKind.INDICATION_HEADER, indication.ric_indication_header or b"")
    message = KPM.decode(PayloadKind.INDICATION_MESSAGE, indication.ric_indication_message or b"")
    if not header.conforms or not message.conforms:
        raise inconclusive("a report of the E2 node cannot be read; the rules say what is wrong with it")
    return Told(indication, header.value, message.value)


def check_format(told: Told, wanted: int, style: int) -> None:
    """The report has the formats that belong to its style."""
    check(
        format_of(told.header) == 1,
        f"A report of style {style} has indication header format 1 (KPM table 7.8-2)",
        expected="format 1",
        actual=f"format {format_of(told.header)}",
    )
    check(
        format_of(told.message) == wanted,
        f"A report of style {style} has indication message format {wanted} (KPM table 7.8-2)",
        expected=f"format {wanted}",
        actual=f"format {format_of(told.message)}",
    )


def measured(told: Told) -> list[str]:
    """The values of a report that say that something was measured, for people: all but noValue and zero."""
    return [
        f"{value}"
        for record in told.records
        for kind, value in record
        if kind in ("integer", "real") and value not in (0, 0.0)
    ]


def _of_action(request: RICsubscriptionRequest, action: int) -> Any:
    mine = of(request)
    return lambda message: mine(message) and message.ric_action_id == action
