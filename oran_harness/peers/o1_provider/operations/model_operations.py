"""Operations of our own modules: a reset, the download of software, and the sight of alarms."""

from oran_harness.codec.xml import Element
from oran_harness.peers.o1_provider.datastore import input_errors, input_value
from oran_harness.peers.o1_provider.datastore.refusal import Refusal, application
from oran_harness.peers.o1_provider.names import ALARMS, tag
from oran_harness.peers.o1_provider.put import put, top
from oran_harness.peers.o1_provider.request import Request
from oran_harness.protocols.netconf.speaking import ok, reply

_OWN = "urn:oran-harness:yang:"
ELEMENT, SOFTWARE = f"{_OWN}managed-element", f"{_OWN}software"
_SOON = 1.0
"""Seconds after which something that was begun is done."""


def reset(request: Request) -> bytes:
    """Start again: the answer comes first, then the event, then all sessions end; what is configured stays."""
    _check(request)
    managed = request.managed

    def start_again(now: float) -> None:
        event = top(ELEMENT, "reset-done")
        put(event, "reason", f"asked for by {request.session.user or 'a manager'}")
        managed.tell(event, now)
        for session in tuple(managed.sessions.values()):
            session.ends_by = "other"
            managed.kill(session, now)
        managed.datastores.discard()

    managed.timers.set(request.now + _SOON, start_again)
    return reply(request.rpc, _told(ELEMENT, "status", "accepted"))


def software_download(request: Request) -> bytes:
    """Fetch a package: what became of that is told later."""
    _check(request)
    file = (_given(request, "remote-file-path") or "").rpartition("/")[2]
    event = top(SOFTWARE, "download-event")
    put(event, "file-name", file)
    put(event, "status", "COMPLETED" if file else "FILE_NOT_FOUND")
    managed = request.managed
    managed.timers.set(request.now + _SOON, lambda now: managed.tell(event, now))
    return reply(request.rpc, _told(SOFTWARE, "status", "STARTED"))


def acknowledge_alarms(request: Request) -> bytes:
    """Somebody has seen alarms: those have to be there."""
    _check(request)
    for each in request.operation.iterfind(tag(ALARMS, "alarm")):
        key = (int(each.findtext(tag(ALARMS, "fault-id")) or 0), each.findtext(tag(ALARMS, "fault-source")) or "")
        if key not in request.managed.alarms:
            message = f"There is no alarm {key[0]} of {key[1][:80]}."
            raise Refusal(application("data-missing", None, message))
    return ok(request.rpc)


def _check(request: Request) -> None:
    """Raise ``Refusal`` for an input that does not fit the module."""
    schema = request.managed.schema_of(request.operation)
    errors = () if schema is None else input_errors(request.operation, schema, request.managed.models)
    if errors:
        raise Refusal(*errors)


def _given(request: Request, name: str) -> str | None:
    schema = request.managed.schema_of(request.operation)
    return None if schema is None else input_value(request.operation, schema, name)


def _told(space: str, name: str, text: str) -> Element:
    element = top(space, name)
    element.text = text
    return element


MODEL_OPERATIONS = {
    tag(ELEMENT, "reset"): reset,
    tag(SOFTWARE, "software-download"): software_download,
    tag(ALARMS, "acknowledge-alarms"): acknowledge_alarms,
}
"""What answers each operation of our modules, by its tag."""
