"""A conversation of two ends for tests: it says messages to an association and keeps what was found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from oran_harness.model.role import Role
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import Association, Irregularity, IrregularityKind, Step
from oran_harness.protocols.e2ap.message import Message

RIC = Role.NEAR_RT_RIC
NODE = Role.E2_NODE
CAUSE = ("misc", "unspecified")
FUNCTIONS = (1, 2)


class Conversation:
    """Says messages in turn; time passes only when told to."""

    def __init__(self, *, started: bool = True) -> None:
        self.association = Association(started=started)
        self.now = 0.0
        self.n = 0
        self.found: list[Irregularity] = []

    def say(self, sender: Role, message: Message, *, stream: int | None = None, intact: bool = True) -> Step:
        """One message, and what it meant."""
        self.n += 1
        step = self.association.step(sender, message, self.now, self.n, stream=stream, intact=intact)
        self.found += step.irregularities
        return step

    def ric(self, *messages: Message, stream: int | None = None, intact: bool = True) -> Step:
        """Messages of the RIC; returns what the last one meant."""
        return [self.say(RIC, message, stream=stream, intact=intact) for message in messages][-1]

    def node(self, *messages: Message, stream: int | None = None, intact: bool = True) -> Step:
        """Messages of the node; returns what the last one meant."""
        return [self.say(NODE, message, stream=stream, intact=intact) for message in messages][-1]

    def unread(self, sender: Role, outcome: str | None, code: int | None) -> Step:
        """A message of which only the envelope is readable."""
        self.n += 1
        step = self.association.step_unknown(sender, outcome, code, self.now, self.n)
        self.found += step.irregularities
        return step

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds

    def end(self, how: str, by: Role | None) -> None:
        """End the association."""
        self.found += self.association.end(how, by, self.now, self.n + 1).irregularities

    @property
    def kinds(self) -> list[IrregularityKind]:
        """The kinds found, in order."""
        return [found.kind for found in self.found]

    @property
    def accused(self) -> list[IrregularityKind]:
        """The kinds found that somebody may be accused of."""
        return [found.kind for found in self.found if not found.open]

    def of(self, kind: IrregularityKind) -> Irregularity:
        """The first irregularity of that kind."""
        return next(found for found in self.found if found.kind is kind)


@dataclass(frozen=True)
class Row:
    """A kind of irregularity with a conversation that shows it, by whom, and its clean counterpart."""

    kind: IrregularityKind
    by: Role | None
    bad: Callable[[Conversation], object]
    good: Callable[[Conversation], object]
    certain: bool = True
    begin: Callable[[], Conversation] | None = None
    name: str = ""


def names(rows: Sequence[Row]) -> list[str]:
    """Test ids of rows."""
    return [f"{row.kind.value}{'-' + row.name if row.name else ''}" for row in rows]


def check_fires(row: Row) -> None:
    """The bad conversation shows the kind, held against the right end, certain or not."""
    talk = (row.begin or operational)()
    row.bad(talk)
    assert row.kind in talk.kinds, talk.found
    found = talk.of(row.kind)
    assert found.by is row.by
    assert found.certain is row.certain
    assert found.message
    assert found.expected
    assert found.actual


def check_silent(row: Row) -> None:
    """The good conversation does not show the kind and accuses nobody of anything."""
    talk = (row.begin or operational)()
    row.good(talk)
    assert row.kind not in talk.kinds
    assert talk.accused == []


def rid(requestor: int = 10, instance: int = 1) -> e.RICrequestID:
    """A RIC Request ID."""
    return e.RICrequestID(requestor, instance)


def function(identifier: int, revision: int = 1) -> e.RANfunction_Item:
    """A RAN function as offered."""
    return e.RANfunction_Item(identifier, b"definition", revision, "1.3.6.1.4.1.53148.1.2.2.2")


def accepted(identifier: int, revision: int = 1) -> e.RANfunctionID_Item:
    """A RAN function as accepted or deleted."""
    return e.RANfunctionID_Item(identifier, revision)


def rejected(identifier: int) -> e.RANfunctionIDcause_Item:
    """A RAN function as rejected."""
    return e.RANfunctionIDcause_Item(identifier, CAUSE)


def component(identifier: int = 1) -> e.E2nodeComponentConfigAddition_Item:
    """A component as declared."""
    return e.E2nodeComponentConfigAddition_Item(
        "f1", component_id(identifier), e.E2nodeComponentConfiguration(b"", b"")
    )


def component_id(identifier: int) -> tuple[str, e.E2nodeComponentInterfaceF1]:
    """The id of an F1 component."""
    return ("e2nodeComponentInterfaceTypeF1", e.E2nodeComponentInterfaceF1(identifier))


def component_ack(identifier: int = 1, outcome: str = "success") -> e.E2nodeComponentConfigAdditionAck_Item:
    """A component as acknowledged."""
    cause = None if outcome == "success" else CAUSE
    return e.E2nodeComponentConfigAdditionAck_Item(
        "f1", component_id(identifier), e.E2nodeComponentConfigurationAck(outcome, cause)
    )


def setup_request(
    tid: int | None = 1, functions: Sequence[int] = FUNCTIONS, components: Sequence[int] = (1,)
) -> Message:
    """E2setupRequest."""
    return m.E2setupRequest(
        transaction_id=tid,
        ran_functions_added=tuple(function(identifier) for identifier in functions),
        e2_node_component_config_addition=tuple(component(identifier) for identifier in components),
    )


def setup_response(
    tid: int | None = 1,
    yes: Sequence[int] = FUNCTIONS,
    no: Sequence[int] = (),
    components: Sequence[int] = (1,),
    revision: int = 1,
) -> Message:
    """E2setupResponse."""
    return m.E2setupResponse(
        transaction_id=tid,
        ran_functions_accepted=tuple(accepted(identifier, revision) for identifier in yes),
        ran_functions_rejected=tuple(rejected(identifier) for identifier in no),
        e2_node_component_config_addition_ack=tuple(component_ack(identifier) for identifier in components),
    )


def fresh() -> Conversation:
    """A conversation on a new association."""
    return Conversation()


def middle() -> Conversation:
    """A conversation whose beginning went unseen."""
    return Conversation(started=False)


def operational() -> Conversation:
    """A conversation after E2 Setup."""
    talk = Conversation()
    talk.node(setup_request())
    talk.ric(setup_response())
    assert talk.found == []
    return talk


def action(
    identifier: int, kind: str = "report", definition: bytes = b"a", waits: bool = True
) -> e.RICaction_ToBeSetup_Item:
    """An action as requested."""
    subsequent = e.RICsubsequentAction("continue", "w10ms") if kind == "insert" and waits else None
    return e.RICaction_ToBeSetup_Item(identifier, kind, definition, subsequent)


def subscription_request(
    actions: Sequence[e.RICaction_ToBeSetup_Item] = (action(1),),
    instance: int = 1,
    function_id: int = 1,
    trigger: bytes = b"t",
) -> Message:
    """RICsubscriptionRequest."""
    details = e.RICsubscriptionDetails(trigger, tuple(actions))
    return m.RICsubscriptionRequest(rid(10, instance), function_id, details)


def subscription_response(
    yes: Sequence[int] = (1,), no: Sequence[int] = (), instance: int = 1, function_id: int = 1
) -> Message:
    """RICsubscriptionResponse."""
    return m.RICsubscriptionResponse(
        rid(10, instance),
        function_id,
        tuple(e.RICaction_Admitted_Item(identifier) for identifier in yes),
        tuple(e.RICaction_NotAdmitted_Item(identifier, CAUSE) for identifier in no) or None,
    )


def subscription_failure(instance: int = 1) -> Message:
    """RICsubscriptionFailure."""
    return m.RICsubscriptionFailure(rid(10, instance), 1, CAUSE)


def delete_request(instance: int = 1, function_id: int = 1) -> Message:
    """RICsubscriptionDeleteRequest."""
    return m.RICsubscriptionDeleteRequest(rid(10, instance), function_id)


def delete_response(instance: int = 1, function_id: int = 1) -> Message:
    """RICsubscriptionDeleteResponse."""
    return m.RICsubscriptionDeleteResponse(rid(10, instance), function_id)


def delete_failure(instance: int = 1) -> Message:
    """RICsubscriptionDeleteFailure."""
    return m.RICsubscriptionDeleteFailure(rid(10, instance), 1, CAUSE)


def indication(
    action_id: int = 1, kind: str = "report", instance: int = 1, function_id: int = 1, call: bytes | None = None
) -> Message:
    """RICindication."""
    return m.RICindication(rid(10, instance), function_id, action_id, None, kind, b"h", b"m", call)


def subscribed(*actions: e.RICaction_ToBeSetup_Item, refused: Sequence[int] = ()) -> Conversation:
    """A conversation with one subscription that stands."""
    wanted = actions or (action(1),)
    talk = operational()
    talk.ric(subscription_request(wanted))
    yes = [item.ric_action_id for item in wanted if item.ric_action_id not in refused]
    talk.node(subscription_response(yes, refused))
    assert talk.found == []
    return talk


def control_request(
    instance: int = 1, ack: str | None = "ack", call: bytes | None = None, function_id: int = 1
) -> Message:
    """RICcontrolRequest."""
    return m.RICcontrolRequest(rid(20, instance), function_id, call, b"h", b"m", ack)


def control_acknowledge(instance: int = 1, call: bytes | None = None, function_id: int = 1) -> Message:
    """RICcontrolAcknowledge."""
    return m.RICcontrolAcknowledge(rid(20, instance), function_id, call)


def control_failure(instance: int = 1) -> Message:
    """RICcontrolFailure."""
    return m.RICcontrolFailure(rid(20, instance), 1, None, CAUSE)
