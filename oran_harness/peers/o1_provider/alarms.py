"""Alarms: what is wrong with the element now, and what is told when that changes (O-RAN M-plane 11.1 to 11.6)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from oran_harness.codec.xml import Element
from oran_harness.peers.o1_provider.datastore import WithDefaults
from oran_harness.peers.o1_provider.element import ManagedElement
from oran_harness.peers.o1_provider.names import ALARMS, tag
from oran_harness.peers.o1_provider.put import put, top
from oran_harness.protocols.netconf.event_time import write_time

RAISE, CLEAR = "raise-alarm", "clear-alarm"
"""The stimuli by which alarms come and go."""
SEVERITIES = ("critical", "major", "minor", "warning")
"""The worst first."""
_USUAL: Mapping[str, Any] = {"fault-id": 1000, "fault-source": "fan-1", "fault-severity": "major"}


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm: what, where, how bad, and since when."""

    fault_id: int
    source: str
    severity: str
    since: datetime

    def written(self, above: Element) -> None:
        """Put its leaves into an element."""
        put(above, "fault-id", str(self.fault_id))
        put(above, "fault-source", self.source)
        put(above, "fault-severity", self.severity)
        put(above, "affected-object", self.source)
        put(above, "event-time", write_time(self.since))


def stimulated(
    managed: ManagedElement, name: str, arguments: Mapping[str, Any], now: float
) -> Mapping[str, Any] | None:
    """Have an alarm come or go; what it is about, None for arguments that cannot be."""
    told = {**_USUAL, **{key.replace("_", "-"): value for key, value in arguments.items()}}
    fault_id, source, severity = told["fault-id"], str(told["fault-source"]), str(told["fault-severity"])
    if not isinstance(fault_id, int) or not 0 <= fault_id < 65536 or not 0 < len(source) < 256:
        return None
    if severity not in SEVERITIES:
        return None
    if name == RAISE:
        raise_alarm(managed, Alarm(fault_id, source, severity, managed.clock(now)), now)
    else:
        clear_alarm(managed, fault_id, source, now)
    return {"fault-id": fault_id, "fault-source": source, "fault-severity": severity}


def raise_alarm(managed: ManagedElement, alarm: Alarm, now: float) -> None:
    """An alarm comes; one that is there with another severity goes first. A warning is told of and not kept."""
    key = (alarm.fault_id, alarm.source)
    before = managed.alarms.get(key)
    if before is not None and before.severity == alarm.severity:
        return
    clear_alarm(managed, *key, now)
    if alarm.severity != "warning":
        managed.alarms[key] = alarm
    _tell(managed, alarm, "false", now)


def clear_alarm(managed: ManagedElement, fault_id: int, source: str, now: float) -> None:
    """An alarm goes, if it is there."""
    alarm = managed.alarms.pop((fault_id, source), None)
    if alarm is not None:
        _tell(managed, alarm, "true", now)


def active_alarms(managed: ManagedElement, now: float) -> Iterator[Element]:
    """The list of those that are there."""
    listed = top(ALARMS, "active-alarm-list")
    for alarm in managed.alarms.values():
        alarm.written(put(listed, "active-alarms"))
    yield listed


def _tell(managed: ManagedElement, alarm: Alarm, cleared: str, now: float) -> None:
    """Tell of it, unless the settings say that such alarms are not told."""
    control = managed.datastores.running.tree(WithDefaults.REPORT_ALL).find(tag(ALARMS, "alarm-control"))
    least = (None if control is None else control.findtext(tag(ALARMS, "least-severity"))) or "minor"
    if SEVERITIES.index(alarm.severity) > SEVERITIES.index(least):
        return
    if control is not None:
        path = f"{tag(ALARMS, 'suppressed')}/{tag(ALARMS, 'fault-id')}"
        if str(alarm.fault_id) in {each.text for each in control.iterfind(path)}:
            return
    event = top(ALARMS, "alarm-notif")
    alarm.written(event)
    put(event, "is-cleared", cleared)
    managed.tell(event, now)
