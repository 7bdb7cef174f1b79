"""What a control request of RC may hold, and when it needs an INSERT before it (RC 7.6, 9.2.1.6, 9.2.1.7, 9.3.11 to
9.3.13).
"""

from collections.abc import Iterator

from oran_harness.checkers.observation import PayloadObserved
from oran_harness.checkers.rc.definition import RIC
from oran_harness.checkers.rc.styles import controlled
from oran_harness.checkers.rule import Breach, rule
from oran_harness.protocols.e2ap.messages import RICcontrolRequest
from oran_harness.service_models import PayloadKind, content_of, format_of
from oran_harness.service_models.rc.actions import ANSWERS_ONLY, action_name
from oran_harness.service_models.rc.parameters import empty_parameters, key_parameters
from oran_harness.service_models.rc.styles import Service

_HEADER = (PayloadKind.CONTROL_HEADER,)
_MESSAGE = (PayloadKind.CONTROL_MESSAGE,)
_WITHOUT_CALL_PROCESS = (8, 9, 10)
_GROUP_MESSAGE = 3


@rule(
    id="RC-EMPTY-PARAMETER",
    title="RAN parameters of a control request carry something",
    clause="O-RAN.WG3.E2SM-RC 9.3.11 to 9.3.13",
    hint="Give every element of a control message a value, every structure a member and every list an item, or leave "
    "the parameter out; only indications may name an element without its value.",
    blames=RIC,
    of=_MESSAGE,
    model="rc",
)
def empty_parameter(seen: PayloadObserved) -> Iterator[Breach]:
    """In a control message elements have values, structures members and lists items."""
    for parameter in empty_parameters(seen.value):
        yield Breach(
            blame=seen.role,
            message=f"RAN parameter {parameter.path} is {_article(parameter.kind.value)} without content",
            expected="a value, a member or an item",
            actual="nothing",
            key=f"{parameter.kind.value} {parameter.path.split('[')[0]}",
        )


@rule(
    id="RC-GROUP-KEY",
    title="A message for a group of UEs holds no key element",
    clause="O-RAN.WG3.E2SM-RC 9.2.1.7.3",
    hint="Send the parameters of a group control (message format 3) as elements with key flag false; key elements "
    "belong into the entity filter.",
    blames=RIC,
    of=_MESSAGE,
    model="rc",
)
def group_key(seen: PayloadObserved) -> Iterator[Breach]:
    """The parameters of a control message for a group of UEs are none with key flag true."""
    if format_of(seen.value) != _GROUP_MESSAGE:
        return
    for parameter in key_parameters(seen.value):
        yield Breach(
            blame=seen.role,
            message=f"RAN parameter {parameter.path} of a group message is a key element",
            expected="an element with key flag false",
            actual="key flag true",
            key=parameter.path.split("[")[0],
        )


@rule(
    id="RC-DECISION-WITHOUT-INSERT",
    title="A control decision answers an INSERT",
    clause="O-RAN.WG3.E2SM-RC 9.2.1.6 (RIC Control decision)",
    hint="Leave ric-ControlDecision out of a control request that is no answer to an INSERT indication; in one that "
    "is, give the indication's RIC Call Process ID too.",
    blames=RIC,
    of=_HEADER,
    model="rc",
)
def decision_without_insert(seen: PayloadObserved) -> Iterator[Breach]:
    """A control header has a decision only in a request with the Call Process ID of an INSERT."""
    decision = getattr(content_of(seen.value), "ric_control_decision", None)
    if decision is not None and _call_process(seen) is None:
        yield Breach(
            blame=seen.role,
            message=f"a control decision ({decision}) without a RIC Call Process ID",
            expected="no decision, or the Call Process ID of the INSERT that it answers",
            actual=f"{decision}, no Call Process ID",
            key="decision",
        )


@rule(
    id="RC-ANSWER-ONLY",
    title="Radio admission and UE admission are only answers",
    clause="O-RAN.WG3.E2SM-RC 7.6.2, 7.6.5",
    hint="Send control style 1 action 4 and style 4 action 1 only in answer to the INSERT indication of that style "
    "and action, with its RIC Call Process ID.",
    blames=RIC,
    of=_HEADER,
    model="rc",
)
def answer_only(seen: PayloadObserved) -> Iterator[Breach]:
    """Control actions that exist only as answers to an INSERT carry its Call Process ID."""
    used = controlled(seen)
    if used is None or used[1] is None or (used[0], used[1]) not in ANSWERS_ONLY or _call_process(seen) is not None:
        return
    name = action_name(Service.CONTROL, used[0], used[1])
    yield Breach(
        blame=seen.role,
        message=f"control style {used[0]} action {used[1]} ({name}) without a RIC Call Process ID",
        expected="the Call Process ID of the INSERT that it answers",
        actual="absent",
        key=f"{used[0]}/{used[1]}",
    )


@rule(
    id="RC-CALL-PROCESS-MISPLACED",
    title="Styles without call processes carry no Call Process ID",
    clause="O-RAN.WG3.E2SM-RC 7.6.9 to 7.6.11, table 7.9-2",
    hint="Leave the RIC Call Process ID out of control requests of styles 8, 9 and 10: they never answer an INSERT.",
    blames=RIC,
    of=_HEADER,
    model="rc",
)
def call_process_misplaced(seen: PayloadObserved) -> Iterator[Breach]:
    """Control requests of styles 8, 9 and 10 have no Call Process ID."""
    used = controlled(seen)
    if used is not None and used[0] in _WITHOUT_CALL_PROCESS and _call_process(seen) is not None:
        yield Breach(
            blame=seen.role,
            message=f"control style {used[0]} with a RIC Call Process ID",
            expected="no Call Process ID",
            actual="a Call Process ID",
            key=f"style {used[0]}",
        )


def _call_process(seen: PayloadObserved) -> bytes | None:
    return seen.message.ric_call_process_id if isinstance(seen.message, RICcontrolRequest) else None


def _article(name: str) -> str:
    return f"{'an' if name[0] in 'aeio' else 'a'} {name}"
