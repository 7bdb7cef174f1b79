"""From values to messages and back."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.adapters import Addresses, Description, Health, StimulusAnswer, StimulusStatus
from oran_harness.adapters.grpc import values
from oran_harness.adapters.grpc.description import MESSAGES
from oran_harness.adapters.grpc.values import LARGEST_DETAILS, Nonsense

TEXTS = st.text(max_size=20)
MAYBE = st.none() | TEXTS
JSON = st.dictionaries(TEXTS, st.none() | st.integers() | TEXTS | st.lists(st.integers(), max_size=3), max_size=3)


def sent(name: str, message: Any) -> Any:
    """A message after its way over the wire."""
    return values.message_of(name, message.SerializeToString())


@given(MAYBE, MAYBE, MAYBE, JSON, st.sampled_from(StimulusStatus), st.booleans(), st.none() | st.integers(-64, 255))
def test_what_is_sent_arrives(
    one: str | None,
    two: str | None,
    three: str | None,
    details: dict[str, Any],
    status: StimulusStatus,
    alive: bool,
    number: int | None,
) -> None:
    """Whole numbers stay whole, what is absent stays absent, also in lists."""
    addresses = Addresses(one, two, three)
    assert values.addresses_of(sent("StartRequest", values.start_request(addresses))) == addresses
    asked = sent("StimulateRequest", values.stimulate_request("x", details))
    assert (asked.name, values.arguments_of(asked)) == ("x", details)
    answer = StimulusAnswer(status, details)
    assert values.answer_of(sent("StimulateReply", values.answer_reply(answer))) == answer
    health = Health(alive, two or "", number)
    assert values.health_of(sent("HealthReply", values.health_reply(health))) == health
    for stimuli in (None, (), ("subscribe", "reset")):
        description = Description(one or "", two, stimuli)
        assert values.description_of(sent("DescribeReply", values.description_reply(description))) == description
    files = {one or "a": b"\0\xff"}
    assert values.files_of(sent("CollectReply", values.collect_reply(files))) == files


@given(st.sampled_from(sorted(MESSAGES)), st.binary(max_size=60))
def test_any_octets_are_a_message_or_nonsense(name: str, octets: bytes) -> None:
    """Whatever comes is read, or refused with a reason; nothing else."""
    read = {
        "DescribeReply": values.description_of,
        "StartRequest": values.addresses_of,
        "StimulateRequest": values.arguments_of,
        "StimulateReply": values.answer_of,
        "HealthReply": values.health_of,
        "CollectReply": values.files_of,
    }
    try:
        message = values.message_of(name, octets)
        read.get(name, lambda _: None)(message)
    except Nonsense as nonsense:
        assert str(nonsense)  # noqa: PT017 - either way is fine


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"status": 0}, "the status 0, which means nothing"),
        ({"status": 99}, "the status 99"),
        ({"status": 1, "details": "["}, "no JSON object"),
        ({"status": 1, "details": "[1]"}, "no JSON object"),
        ({"status": 1, "details": "[" * 60_000}, "no JSON object"),
        ({"status": 1, "details": '{"a": "' + "x" * LARGEST_DETAILS + '"}'}, "more than 65536 octets"),
    ],
)
def test_answers_that_are_none(fields: dict[str, Any], said: str) -> None:
    """They are refused with the reason."""
    with pytest.raises(Nonsense, match=said):
        values.answer_of(MESSAGES["StimulateReply"](**fields))


def test_long_words_are_cut() -> None:
    """What people read has bounds."""
    health = MESSAGES["HealthReply"](detail="x" * 100_000)
    assert len(values.health_of(health).detail) == 2000
    assert len(values.description_of(MESSAGES["DescribeReply"](product="x" * 100_000)).product) == 2000
