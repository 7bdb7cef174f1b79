"""All that is known of one association."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from oran_harness.model.role import Role
from oran_harness.protocols.e2ap.elements import GlobalE2node_ID, GlobalRIC_ID, RICrequestID
from oran_harness.protocols.e2ap.engine.assistance import Assistance
from oran_harness.protocols.e2ap.engine.bounded_map import BoundedMap
from oran_harness.protocols.e2ap.engine.component import Component, ComponentKey
from oran_harness.protocols.e2ap.engine.function import OfferedFunction
from oran_harness.protocols.e2ap.engine.lasting_tables import SUBSCRIPTION
from oran_harness.protocols.e2ap.engine.load_reports import LoadReports
from oran_harness.protocols.e2ap.engine.states import AssociationState, SubscriptionState
from oran_harness.protocols.e2ap.engine.subscription import Subscription
from oran_harness.protocols.e2ap.engine.transactions import Transactions

SUBSCRIPTIONS = 4096
FUNCTIONS = 4096
COMPONENTS = 4096
CALL_PROCESSES = 4096
SERIAL_NUMBERS = 8192
SERVICES = 256

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Wait:
    """A Time to Wait: the procedure must not be started again before ``until`` (in seconds; E2AP 9.2.5)."""

    until: float
    seconds: int
    refused_n: int


@dataclass(frozen=True, slots=True)
class CallProcess:
    """A call process that an INSERT announced in event ``n``.

    ``expired`` is the time in seconds from which its RIC Time to Wait is surely over; None where that is not known, or
    a Control has stopped the timer (E2AP 8.2.3.2).
    """

    n: int
    expired: float | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened, and where: to tell what one end sent after it from what another stream held up."""

    n: int
    t: float
    stream: int | None
    by: Role


@dataclass(slots=True)
class Records:
    """The state of an association, to be read by everybody and written by the handlers alone.

    The ``..._known`` flags tell whether what is not found here does not exist; they are False for a record that began
    in the middle, after lost messages, and where another association may have brought it about. ``outlived`` tells
    whether subscriptions of before the association may stand, as they may until a Reset; ``kept`` names such. ``gone``
    holds subscriptions that are over; ``unseen_n`` is the latest event that may have made one of any id, ``reset`` the
    end of the Reset that brought the knowledge of subscriptions back. ``first`` is who has sent the first message. All
    mappings are bounded.
    """

    state: AssociationState
    transactions: Transactions
    functions_known: bool
    components_known: bool
    subscriptions_known: bool
    call_processes_known: bool
    functions: BoundedMap[int, OfferedFunction] = field(default_factory=lambda: BoundedMap(FUNCTIONS))
    components: BoundedMap[ComponentKey, Component] = field(default_factory=lambda: BoundedMap(COMPONENTS))
    subscriptions: BoundedMap[RICrequestID, Subscription] = field(default_factory=lambda: BoundedMap(SUBSCRIPTIONS))
    gone: BoundedMap[RICrequestID, Subscription] = field(default_factory=lambda: BoundedMap(SUBSCRIPTIONS))
    call_processes: BoundedMap[tuple[int | None, bytes], CallProcess] = field(
        default_factory=lambda: BoundedMap(CALL_PROCESSES)
    )
    load_reports: BoundedMap[int, LoadReports] = field(default_factory=lambda: BoundedMap(SERVICES))
    assistances: BoundedMap[RICrequestID, Assistance] = field(default_factory=lambda: BoundedMap(SERVICES))
    assistance_numbers: BoundedMap[tuple[RICrequestID, int, int], int] = field(
        default_factory=lambda: BoundedMap(SERIAL_NUMBERS)
    )
    services_known: bool = True
    outlived: bool = True
    kept: frozenset[RICrequestID] = frozenset()
    waits: dict[tuple[int, Role], Wait] = field(default_factory=dict)
    node_id: GlobalE2node_ID | None = None
    ric_id: GlobalRIC_ID | None = None
    first: Role | None = None
    serial: int = 0
    unseen_n: int = -1
    setup: Moment | None = None
    reset: Moment | None = None
    removal: Moment | None = None

    @property
    def complete(self) -> bool:
        """Whether everything said on the association, and all that bears on it, was seen and is still held."""
        return (
            self.transactions.complete
            and not self.transactions.forgotten
            and self.functions_known
            and self.components_known
            and self.subscriptions_known
            and self.call_processes_known
            and self.services_known
        )

    def copy(self) -> "Records":
        """Records of their own, to try a message on: what they hold is immutable, so the copy is shallow."""
        return replace(
            self,
            transactions=self.transactions.copy(),
            functions=self.functions.copy(),
            components=self.components.copy(),
            subscriptions=self.subscriptions.copy(),
            gone=self.gone.copy(),
            call_processes=self.call_processes.copy(),
            load_reports=self.load_reports.copy(),
            assistances=self.assistances.copy(),
            assistance_numbers=self.assistance_numbers.copy(),
            waits=dict(self.waits),
        )

    def subscription(self, request_id: RICrequestID | None) -> Subscription | None:
        """The subscription with that id, else the latest one that is over, else None."""
        if request_id is None:
            return None
        return self.subscriptions.get_or_none(request_id) or self.gone.get_or_none(request_id)

    def knew_subscriptions(self, n: int) -> bool:
        """Whether at event ``n`` a subscription that is not found here surely did not stand."""
        return self.subscriptions_known and (self.reset is None or self.reset.n < n)

    def keep(self, subscription: Subscription) -> None:
        """Put a changed or new subscription where its state says it belongs."""
        name = subscription.request_id
        if subscription.state.over:
            self.subscriptions.pop(name, None)
            self.gone.pop(name, None)
            if len(self.gone) >= SUBSCRIPTIONS:
                self.subscriptions_known &= next(iter(self.gone.values())).certain
            self.gone[name] = subscription
            return
        self.gone.pop(name, None)
        self.subscriptions[name] = subscription
        self.subscriptions_known &= not self.subscriptions.overflowed

    def inherit(self, former: "Records") -> None:
        """What stood on an earlier association may stand still, or not: it accuses nobody, until a Reset."""
        self.subscriptions_known &= former.subscriptions_known
        for each in (*former.subscriptions.values(), *former.gone.values()):
            if not (each.state.over and each.certain) and self.subscription(each.request_id) is None:
                self.keep(replace(each, state=SubscriptionState.RELEASED, certain=False, ended_n=None))

    @property
    def leftovers(self) -> tuple[RICrequestID, ...]:
        """The subscriptions that may stand still when all that was seen is over."""
        held = (*self.subscriptions.values(), *self.gone.values())
        own = (each.request_id for each in held if not (each.state.over and each.certain))
        return (*own, *(self.kept if self.outlived else ()))

    def remain(self, request_ids: Iterable[RICrequestID]) -> None:
        """Subscriptions of which all but the name is unknown may stand still, or not: they accuse nobody."""
        self.kept |= frozenset(request_ids)

    def may_stand(self, request_id: RICrequestID | None) -> bool:
        """Whether that may be one of before the record, until a Reset."""
        return self.outlived and request_id in self.kept

    def advance(self, subscription: Subscription, event: str, moment: Moment) -> Subscription:
        """Let an event act on a subscription by the table; without a row for it the subscription stays as it is."""
        target = SUBSCRIPTION.get((subscription.state, event))
        if target is None or target is subscription.state:
            return subscription
        ended = moment.n if target.over else None
        changed = replace(subscription, state=target, changed=moment.t, changed_stream=moment.stream, ended_n=ended)
        self.keep(changed)
        return changed

    def doubt_subscriptions(self, *, new: bool) -> None:
        """Anything may have happened to the subscriptions; ``new`` says whether some may have been made unseen."""
        for held in (self.subscriptions, self.gone) if new else (self.subscriptions,):
            if not held:
                continue
            for name in [name for name, subscription in held.items() if subscription.certain]:
                held[name] = held[name].doubtful()
        self.subscriptions_known &= not new

    def doubt_indicated(self) -> None:
        """An Indication though nothing was asked for here: it was asked for before, and may outlive its association."""
        if self.outlived and not self.subscriptions and not self.gone:
            self.subscriptions_known = False

    def doubt_services(self) -> None:
        """What a Reset or Removal does to load reports and assistances is open, what lost messages did unknown."""
        for ric_id, reports in tuple(self.load_reports.items()) if self.load_reports else ():
            self.load_reports[ric_id] = replace(reports, certain=False)
        for name, assistance in tuple(self.assistances.items()) if self.assistances else ():
            self.assistances[name] = replace(assistance, certain=False)

    def doubt(self) -> None:
        """Give up all that unseen messages may have changed."""
        self.transactions.doubt()
        self.doubt_subscriptions(new=True)
        self.doubt_services()
        self.functions_known = self.components_known = False
        self.call_processes_known = self.services_known = False
