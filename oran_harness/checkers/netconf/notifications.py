"""Notifications (RFC 5277)."""

from oran_harness.checkers.netconf.departure import departure
from oran_harness.model import Scope
from oran_harness.protocols.netconf.breach_kind import BreachKind as Kind

no_event_time = departure(
    Kind.NO_EVENT_TIME,
    "A notification has an eventTime",
    "Each notification has an eventTime.",
    "Put eventTime before the event, in the namespace of the notification.",
    scope=Scope.RUN,
)
event_time_not_first = departure(
    Kind.EVENT_TIME_NOT_FIRST,
    "eventTime stands first",
    "The first element of a notification is its eventTime.",
    "Write eventTime before the event: the schema fixes the order.",
    scope=Scope.RUN,
)
bad_event_time = departure(
    Kind.BAD_EVENT_TIME,
    "eventTime is a time of RFC 3339",
    "eventTime is a date and time as RFC 3339 has it.",
    "Write 2026-01-31T12:00:00Z, with T between date and time and the fraction of a second behind a point.",
    scope=Scope.RUN,
)
event_time_without_zone = departure(
    Kind.EVENT_TIME_WITHOUT_ZONE,
    "eventTime tells its time zone",
    "eventTime ends with Z or an offset from UTC.",
    "Send UTC with a Z: a local time without an offset is off by hours at the manager, which orders alarms by it.",
    scope=Scope.RUN,
)
not_one_content = departure(
    Kind.NOT_ONE_CONTENT,
    "A notification tells one event",
    "Whether a notification may tell several events, or none, is open.",
    "Send each event in a notification of its own.",
    scope=Scope.RUN,
)
not_subscribed = departure(
    Kind.NOT_SUBSCRIBED,
    "Notifications follow a subscription",
    "Notifications follow a subscription; a configured one (RFC 8639) needs no request on the session.",
    "Check whether a subscription is configured for this receiver; if not, wait for create-subscription.",
)
