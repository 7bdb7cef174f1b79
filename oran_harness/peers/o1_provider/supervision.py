"""Signs of life to managers, and what becomes of those who give none (O-RAN M-plane 6.7, 14.1)."""

from oran_harness.codec.xml import Element
from oran_harness.peers.o1_provider.datastore import WithDefaults
from oran_harness.peers.o1_provider.element import ManagedElement
from oran_harness.peers.o1_provider.names import SUPERVISION, tag
from oran_harness.peers.o1_provider.put import put, top
from oran_harness.peers.o1_provider.session import Session, Watch
from oran_harness.peers.o1_provider.subscription import Subscription, filtered

RESET = tag(SUPERVISION, "supervision-watchdog-reset")


def begin(managed: ManagedElement, session: Session, subscription: Subscription, now: float) -> None:
    """Watch a manager who asked for signs of life and may answer them.

    Who asked for them by name has to answer from now on, who gets them among all others once he did.
    """
    operation = managed.models.schema.get(RESET)
    if session.watch is not None or operation is None or not managed.rights(session.user).may_execute(operation):
        return
    stream = subscription.stream
    by_name = stream.modules is not None or subscription.wanted is not None
    if not stream.carries(operation) or filtered(_sign(session), subscription.wanted, managed.models) is None:
        return
    settings = managed.datastores.running.tree(WithDefaults.REPORT_ALL).find(tag(SUPERVISION, "supervision"))
    interval = _seconds(settings, "notification-interval", 60)
    session.watch = Watch(interval, _seconds(settings, "guard-timer-overhead", 10), 0, now)
    _restart(managed, session, now, answers=by_name)


def restart(managed: ManagedElement, session: Session, interval: int, guard: int, now: float) -> float:
    """The manager lives: both timers start again; when the next sign of life comes."""
    watch = session.watch
    if watch is None:
        return now + interval
    watch.interval, watch.guard = interval, guard
    _restart(managed, session, now, answers=True)
    return watch.next_at


def end(managed: ManagedElement, session: Session) -> None:
    """Watch no more."""
    watch, session.watch = session.watch, None
    if watch is not None:
        managed.timers.cancel(watch.told_by)
        if watch.lost_by is not None:
            managed.timers.cancel(watch.lost_by)


def still_wanted(managed: ManagedElement, session: Session) -> None:
    """Watch no more if no subscription gives signs of life any longer."""
    sign = _sign(session)
    operation = managed.models.schema.get(RESET)
    for each in session.subscriptions.values():
        carries = operation is not None and each.stream.carries(operation)
        if carries and filtered(sign, each.wanted, managed.models) is not None:
            return
    end(managed, session)


def _restart(managed: ManagedElement, session: Session, now: float, *, answers: bool) -> None:
    watch = session.watch
    if watch is None:
        return
    managed.timers.cancel(watch.told_by)
    watch.next_at = now + watch.interval
    watch.told_by = managed.timers.set(watch.next_at, lambda then: _tell(managed, session, then))
    if watch.lost_by is not None:
        managed.timers.cancel(watch.lost_by)
        watch.lost_by = None
    if answers:
        when = now + watch.interval + watch.guard
        watch.lost_by = managed.timers.set(when, lambda then: _lose(managed, session, then))


def _tell(managed: ManagedElement, session: Session, now: float) -> None:
    watch = session.watch
    if watch is not None:
        watch.next_at = now + watch.interval
        watch.told_by = managed.timers.set(watch.next_at, lambda then: _tell(managed, session, then))
        managed.tell(_sign(session), now, only=session)


def _lose(managed: ManagedElement, session: Session, now: float) -> None:
    session.ends_by = "timeout"
    managed.kill(session, now)


def _sign(session: Session) -> Element:
    sign = top(SUPERVISION, "supervision-notification")
    put(sign, "session-id", str(session.number))
    return sign


def _seconds(settings: Element | None, name: str, default: int) -> int:
    text = None if settings is None else settings.findtext(tag(SUPERVISION, name))
    return default if text is None else int(text)
