"""What the element tells of itself (RFC 6470; RFC 5277 for replays)."""

from lxml import etree

from oran_harness.codec.xml import Element
from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore import Access, Snapshot
from oran_harness.peers.o1_provider.datastore.refusal import prefixes_in
from oran_harness.peers.o1_provider.datastore.trees import instance_path
from oran_harness.peers.o1_provider.names import NETCONF_EVENTS, tag
from oran_harness.peers.o1_provider.put import put, top
from oran_harness.peers.o1_provider.session import Session

_MOST_EDITS = 100
_OPERATIONS = {Access.CREATE: "create", Access.UPDATE: "merge", Access.DELETE: "delete"}


def session_start(session: Session) -> Element:
    """A session has begun."""
    event = _event("netconf-session-start")
    _by_session(event, session)
    return event


def session_end(session: Session) -> Element:
    """A session is over."""
    event = _event("netconf-session-end")
    _by_session(event, session)
    if session.killed_by is not None:
        put(event, "killed-by", str(session.killed_by))
    put(event, "termination-reason", session.ends_by)
    return event


def confirmed_commit(what: str, session: Session | None, timeout: int | None = None) -> Element:
    """Something about a confirmed commit: start, cancel, timeout, extend or complete."""
    event = _event("netconf-confirmed-commit")
    if session is not None:
        _by_session(event, session)
    put(event, "confirm-event", what)
    if timeout is not None:
        put(event, "timeout", str(timeout))
    return event


def config_change(
    datastore: str, before: Snapshot, after: Snapshot, models: Models, session: Session | None
) -> Element:
    """A datastore holds something else; of very many changes the first are named."""
    event = _event("netconf-config-change")
    changed_by = put(event, "changed-by")
    if session is None:
        put(changed_by, "server")
    else:
        _by_session(changed_by, session)
    put(event, "datastore", datastore)
    namespaces = {module.name: module.namespace for module in models.modules}
    whole: set[Element] = set()
    count = 0
    for access, schema, element in before.differences(after):
        # What is in something that came or went came or went with it.
        if any(above in whole for above in element.iterancestors()):
            continue
        if access is not Access.UPDATE and schema.inner:
            whole.add(element)
        path = instance_path(element, models.schema) or "/"
        edit = put(event, "edit")
        target = etree.SubElement(edit, tag(NETCONF_EVENTS, "target"), nsmap=prefixes_in(path, namespaces))
        target.text = path
        put(edit, "operation", _OPERATIONS[access])
        count += 1
        if count == _MOST_EDITS:
            break
    return event


def _event(name: str) -> Element:
    return top(NETCONF_EVENTS, name)


def _by_session(event: Element, session: Session) -> None:
    put(event, "username", session.user)
    put(event, "session-id", str(session.number))
    if session.remote:
        put(event, "source-host", session.remote)
