"""Steps and messages in words, for histories and verdicts."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from oran_harness.protocols.e2ap.causes import cause_words
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.speaker import Sighting
from oran_harness.steps.attempts.attempt import Attempt
from oran_harness.steps.correlation import CORRELATING
from oran_harness.steps.received import Incoming, Received
from oran_harness.steps.step import (
    Close,
    Expect,
    ExpectEnd,
    Heading,
    Listen,
    Open,
    Pause,
    Send,
    Silence,
    Step,
    Stimulate,
    Together,
    Wanted,
)

_MOST_NAMED = 6


def seconds(value: float) -> str:
    """A time for people."""
    return f"{value:g} s"


def wanted_text(wanted: Wanted) -> str:
    """What is waited for."""
    names = "anything" if wanted.anything else str(wanted)
    return names if wanted.association is None else f"{names} on association {wanted.association}"


def step_text(step: Step[Any], timeout: float) -> str:
    """A step as the history tells it; ``timeout`` is the run's, for steps that do not say."""
    match step:
        case Expect(wanted, within):
            word = "hear" if step.optional else "expect"
            return f"{word} {wanted_text(wanted)} within {seconds(timeout if within is None else within)}"
        case Silence(wanted, lasting):
            what = "silence" if wanted.anything else f"no {wanted_text(wanted)}"
            return f"expect {what} for {seconds(lasting)}"
        case ExpectEnd(association, within):
            name = "the association" if association is None else f"association {association}"
            return f"expect the end of {name} within {seconds(timeout if within is None else within)}"
        case Open(user=str(user)):
            return f"open an association as user {user}"
        case Open(place=None):
            return "open an association"
        case Open(place=place):
            return f"wait for an association at {place}"
        case Listen(number):
            return f"listen at another address as near-RT RIC {number}"
        case Close(association, how):
            return f"{how} of {'the association' if association is None else f'association {association}'}"
        case Pause(length):
            return f"pause {seconds(length)}"
        case Stimulate(name, arguments):
            told = ", ".join(f"{key}={value!r}" for key, value in arguments.items())
            verb = "propose" if step.may_decline else "stimulate"
            return f"{verb} {name}" + (f" ({told})" if told else "")
        case Attempt():
            return f"try to {step.text}"
        case Heading(title):
            return title
        case Together(steps):
            return "together: " + "; ".join(step_text(each, timeout) for each in steps)
        case Send():
            return "send " + (step.message.NAME if step.message is not None else f"{len(step.octets)} octets")
    return type(step).__name__


def message_text(received: Received) -> str:
    """A message for people: its name, its cause, and what is wrong with it."""
    cause = cause_words(Sighting(received.decoded, received.editions))
    text = received.decoded.label + (f" (cause {cause})" if cause else "")
    complaint = next((each for each in received.decoded.complaints if each.kind.breaks_syntax), None)
    return text if complaint is None else f"{text}, which does not conform: {complaint}"


def ids_text(message: Message) -> str:
    """The ids by which a message belongs to its procedure (E2AP 9.2.7, 9.2.33)."""
    told = []
    for field in CORRELATING:
        value = getattr(message, field, None)
        if isinstance(value, RICrequestID):
            told.append(f"RICrequestID {value.ric_requestor_id}/{value.ric_instance_id}")
        elif value is not None:
            told.append(f"{'TransactionID' if field == 'transaction_id' else field.replace('_', ' ')} {value}")
    return " and ".join(told) or "no id"


def messages_text(messages: Iterable[Incoming]) -> str:
    """Several messages for people, equal names counted."""
    counted = Counter(each.label for each in messages)
    parts = [name if count == 1 else f"{count} {name}" for name, count in counted.items()]
    more = [f"{len(parts) - _MOST_NAMED} other kinds"] if len(parts) > _MOST_NAMED else []
    return ", ".join([*parts[:_MOST_NAMED], *more])
