"""One association between the RIC and a node."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.steps.offers import KPM_FUNCTION, RC_FUNCTION, node_offer, setup_request
from tests.checkers.scene import FIRST_ID, indication
from tests.peers.near_rt_ric.chart import CAUSE, Chart, admitted

STATE = ("protocol", "message-not-compatible-with-receiver-state")


@pytest.mark.parametrize(
    ("first", "answer"),
    [
        (m.RICserviceUpdate(1), m.RICserviceUpdateFailure),
        (m.E2RemovalRequest(1), m.E2RemovalFailure),
        (m.RICsubscriptionModificationRequired(FIRST_ID, 1), m.RICsubscriptionModificationRefuse),
        (m.ResetRequest(1, CAUSE), m.ErrorIndication),
        (indication(), m.ErrorIndication),
        (m.ErrorIndication(1, None, None, CAUSE), None),
        (m.ResetResponse(1), None),
    ],
)
def test_the_first_message(first: Message, answer: type[Message] | None) -> None:
    """Anything but E2 Setup first is a logical error: its failure message or an Error Indication (8.3.1.4)."""
    chart = Chart().up()
    said = chart.node(first)
    assert [type(each) for each in said] == ([] if answer is None else [answer])
    assert all(each.cause == STATE for each in said)  # type: ignore[attr-defined]
    assert isinstance(chart.node(setup_request(node_offer(), 3))[0], m.E2setupResponse)


def test_after_a_removal() -> None:
    """Nothing goes on but a new Setup."""
    chart = Chart(judged=False).set_up()
    chart.node(m.E2RemovalRequest(1))
    assert isinstance(chart.node(m.RICserviceUpdate(2))[0], m.RICserviceUpdateFailure)
    assert chart.ask("subscribe").status == "failed"  # type: ignore[union-attr]
    assert isinstance(chart.node(setup_request(node_offer(), 3))[0], m.E2setupResponse)


def test_octets_that_cannot_be_read() -> None:
    """An Error Indication with the cause transfer syntax error, before and after E2 Setup (36.413 10.2)."""
    for chart in (Chart().up(), Chart().set_up()):
        (report,) = chart.octets(b"\xff\xff\xff")
        assert isinstance(report, m.ErrorIndication)
        assert report.cause == ("protocol", "transfer-syntax-error")


def test_a_mandatory_ie_is_missing() -> None:
    """Without what the failure message must repeat it is an Error Indication, else the failure message."""
    chart = Chart().up()
    request = setup_request(node_offer(), 3)
    without_id = chart.codec.encode(request, layout=(3, 10, 50))
    without_functions = chart.codec.encode(request, layout=(49, 3, 50))
    assert isinstance(chart.octets(without_id)[0], m.ErrorIndication)
    assert isinstance(chart.octets(without_functions)[0], m.E2setupFailure)


def test_answers_to_nothing() -> None:
    """They are ignored, and so are late ones: no answer has an answer."""
    chart = Chart().set_up()
    for answer in (
        m.ResetResponse(9),
        m.RICsubscriptionResponse(FIRST_ID, KPM_FUNCTION, (e.RICaction_Admitted_Item(1),)),
        m.RICcontrolFailure(FIRST_ID, RC_FUNCTION, None, CAUSE),
    ):
        assert chart.node(answer) == []


def test_indications_are_counted() -> None:
    """Those of a subscription of ours, and all others; neither draws an answer."""
    chart = Chart().set_up()
    request = chart.subscribed()
    chart.node(indication(of=KPM_FUNCTION, name=request.ric_request_id), indication(of=KPM_FUNCTION))  # type: ignore[arg-type]
    assert chart.state()["indications"] == 2
    assert chart.state()["subscriptions"][0]["indications"] == 1


def test_no_answer_to_a_subscription() -> None:
    """TRICEVENTcreate: the RIC deletes it, and ignores an answer that comes late (8.2.1.3)."""
    chart = Chart().set_up()
    request = chart.start("subscribe", wait=True)
    assert chart.advance(4.9) == []
    (delete,) = chart.advance(0.2)
    assert delete == m.RICsubscriptionDeleteRequest(request.ric_request_id, KPM_FUNCTION)
    assert chart.answers[1].status == "failed"
    assert chart.answers[1].details["timer"] == "TRICEVENTcreate"
    assert chart.answers[1].details["deleted"] is True
    assert chart.node(admitted(request)) == []
    assert chart.state()["subscriptions"][0]["active"] is False
    unknown = m.RICsubscriptionDeleteFailure(request.ric_request_id, KPM_FUNCTION, ("ricRequest", "request-id-unknown"))
    assert chart.node(unknown) == []
    assert chart.state()["subscriptions"] == []


@pytest.mark.parametrize("edition", editions())
def test_no_answer_to_a_control(edition: str) -> None:
    """TRICcontrol: the RIC sends an Error Indication with the ids of the request (8.2.4.4)."""
    chart = Chart(edition=edition).set_up()
    control = chart.start("control")
    (report,) = chart.advance(5)
    assert isinstance(report, m.ErrorIndication)
    assert report.ric_request_id == control.ric_request_id
    assert report.ran_function_id == control.ran_function_id
    assert report.cause is not None
    assert chart.ric.wakes_at is None


def test_no_answer_to_anything_else() -> None:
    """The stimulus is told; nothing more is said, and nothing is left under way."""
    chart = Chart(edition="5.00").set_up()
    chart.subscribed()
    for name in ("modify", "query", "audit", "connection-update", "reset", "remove"):
        chart.start(name, wait=True)
        assert chart.advance(10) == []
        answer = chart.answers[max(chart.answers)]
        assert answer.status == "failed", name
        assert "no answer within 5 s" in answer.details["reason"] or "Reset" in answer.details["reason"]
    assert chart.state()["under_way"] == []


def test_no_answer_to_a_delete() -> None:
    """What becomes of the subscription is open: the RIC forgets it."""
    chart = Chart().set_up()
    chart.subscribed()
    chart.start("delete", wait=True)
    assert chart.advance(6) == []
    assert chart.state()["subscriptions"] == []


def test_the_association_is_lost() -> None:
    """Whoever waits for something on it is told."""
    chart = Chart().set_up()
    chart.start("reset", wait=True)
    chart.over()
    assert chart.answers[1].status == "failed"
    assert "abort" in chart.answers[1].details["reason"]
    assert chart.ric.wakes_at is None


@given(st.lists(st.binary(max_size=60), max_size=6), st.sampled_from(editions()), st.booleans())
def test_random_octets_never_raise(messages: list[bytes], edition: str, set_up: bool) -> None:
    """Whatever a node sends, and in whatever state."""
    chart = Chart(edition=edition, judged=False)
    chart = chart.set_up() if set_up else chart.up()
    for octets in messages:
        chart.octets(octets)


_CHART = Chart(edition="7.00").set_up()
_SAMPLES = tuple(
    _CHART.codec.encode(each)
    for each in (
        setup_request(node_offer(edition="7.00"), 1),
        m.RICserviceUpdate(1, None, None, (e.RANfunctionID_Item(2, 1),)),
        m.RICsubscriptionDeleteRequired((e.RICsubscription_withCause_Item(FIRST_ID, 1, CAUSE),)),
        m.RICsubscriptionModificationRequired(FIRST_ID, 2, (e.RICaction_RequiredToBeModified_Item(1, "w1s"),)),
        m.E2nodeConfigurationUpdate(3),
        indication(kind="insert", call_process=b"1"),
        m.RICsubscriptionResponse(FIRST_ID, 2, (e.RICaction_Admitted_Item(1),)),
        m.ErrorIndication(None, FIRST_ID, 2, CAUSE),
        m.E2RemovalRequest(5),
    )
)


@given(st.data())
def test_mangled_messages_never_raise(data: st.DataObject) -> None:
    """Messages with octets changed, cut and doubled, one after the other on one association, between stimuli."""
    chart = Chart(edition="7.00", judged=False).set_up()
    for _ in range(data.draw(st.integers(1, 5))):
        octets = bytearray(data.draw(st.sampled_from(_SAMPLES)))
        for _ in range(data.draw(st.integers(0, 3))):
            place = data.draw(st.integers(0, len(octets) - 1))
            octets[place] = data.draw(st.integers(0, 255))
        chart.octets(bytes(octets[: data.draw(st.integers(1, len(octets)))]))
        chart.ask(data.draw(st.sampled_from(["subscribe", "modify", "delete", "control", "audit", "reset", "state"])))
        chart.advance(data.draw(st.sampled_from([0.0, 6.0])))
