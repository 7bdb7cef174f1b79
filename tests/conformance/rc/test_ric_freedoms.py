"""What E2SM-RC leaves to a near-RT RIC accuses no near-RT RIC."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.model import Verdict
from oran_harness.peers.actor import Command, Heard
from oran_harness.peers.flaws.rc_payload import rewritten
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.service_models import content_of
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.model import RC
from tests.conformance.e2ap.misbehaving_ric import (
    MisbehavingRic,
    Misbehaviour,
    complains,
    edits,
    ends,
    ignores,
    mum,
    mute,
    of,
    puts,
    refuses_setup,
)
from tests.conformance.e2ap.performing_ric import perform, ric_cases

CASES = [case.id for case in ric_cases() if case.id.startswith("E2SM-RC-1")]
EDITION = "5.00"
"""The first whose nodes answer queries."""
COSTLY = ("E2SM-RC-130",)
ALL, INSERTS, BROKEN = (101, 163), (111, 116), (151, 155)
"""Which cases a freedom may matter to."""


def unreadable(message: Message | None, _octets: bytes) -> bool:
    """Indications whose message no edition of RC reads."""
    return isinstance(message, m.RICindication) and not RC.accepting(
        PayloadKind.INDICATION_MESSAGE, message.ric_indication_message or b""
    )


def asks_for_less(request: Any) -> Any:
    """One RAN parameter of those that the node declares."""

    def first(definition: Any) -> Any:
        name, content = definition.ric_action_definition_formats
        listed = getattr(content, "ran_p_to_be_reported_list", None)
        if listed is None:
            return definition
        narrow = replace(content, ran_p_to_be_reported_list=listed[:1])
        return replace(definition, ric_action_definition_formats=(name, narrow))

    kind, details = PayloadKind.ACTION_DEFINITION, request.ric_subscription_details
    actions = tuple(
        replace(each, ric_action_definition=rewritten(kind, each.ric_action_definition, first))
        for each in details.ric_action_to_be_setup_list
    )
    return replace(request, ric_subscription_details=replace(details, ric_action_to_be_setup_list=actions))


def rejects(request: Any) -> Any:
    """An INSERT is answered by a control that rejects what it asks."""

    def decided(header: Any) -> Any:
        name, content = header.ric_control_header_formats
        if getattr(content_of(header), "ric_control_decision", None) is None:
            return header
        return replace(header, ric_control_header_formats=(name, replace(content, ric_control_decision="reject")))

    octets = rewritten(PayloadKind.CONTROL_HEADER, request.ric_control_header, decided)
    return replace(request, ric_control_header=octets)


def deletes_after_an_insert() -> Misbehaviour:
    """The first INSERT is enough."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not isinstance(message, m.RICindication) or ric.count("inserts") > 1 or message.ric_request_id is None:
            return None
        delete = m.RICsubscriptionDeleteRequest(message.ric_request_id, message.ran_function_id)
        return (ric.say(heard.association, delete),)

    return Misbehaviour(hears)


FREEDOMS: Mapping[str, tuple[Misbehaviour, tuple[int, int]]] = {
    "ignores indications": (ignores(of(m.RICindication)), ALL),
    "complains of what it cannot read": (complains(unreadable), BROKEN),
    "leaves who sends what it cannot read": (ends(unreadable, how="abort"), BROKEN),
    "tells nothing": (mum(Misbehaviour()), ALL),
    "asks for less": (edits(m.RICsubscriptionRequest, asks_for_less), (101, 106)),
    "rejects what is inserted": (edits(m.RICcontrolRequest, rejects), INSERTS),
    "answers no insert": (mute(m.RICcontrolRequest), INSERTS),
    "leaves the ack request out": (puts(m.RICcontrolRequest, ric_control_ack_request=None), (111, 132)),
    "deletes after an insert": (deletes_after_an_insert(), INSERTS),
    "refuses a second node": (refuses_setup(nth=2), ALL),
}


@pytest.mark.parametrize("freedom", FREEDOMS)
def test_a_freedom_accuses_nobody(freedom: str) -> None:
    """No case fails, and none breaks, for a near-RT RIC that does what it may."""
    misbehaviour, (first, last) = FREEDOMS[freedom]
    for case in CASES:
        if case in COSTLY or not first <= int(case[-3:]) <= last:
            continue
        told = perform(case, misbehaviour, edition=EDITION)
        assert told.judgement.verdict not in (Verdict.FAIL, Verdict.ERROR), f"{case}: {told}"
