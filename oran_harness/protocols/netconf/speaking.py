"""What one side says, properly: messages as octets, not yet in their frame (``framing.frame`` does that)."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from lxml import etree

from oran_harness.codec.xml import Element, wrap, write
from oran_harness.protocols.netconf.event_time import write_time
from oran_harness.protocols.netconf.messages import Rpc
from oran_harness.protocols.netconf.namespaces import BASE, NOTIFICATION, base
from oran_harness.protocols.netconf.rpc_error import RpcError, write_error

_OK = write(etree.Element(base("ok"), nsmap={None: BASE}))


def hello(capabilities: Iterable[str], session_id: int | None = None) -> bytes:
    """A hello (RFC 6241 8.1); a server's has a session-id, a client's has none."""
    element = etree.Element(base("hello"), nsmap={None: BASE})
    listed = etree.SubElement(element, base("capabilities"))
    for uri in capabilities:
        etree.SubElement(listed, base("capability")).text = uri
    if session_id is not None:
        etree.SubElement(element, base("session-id")).text = str(session_id)
    return write(element)


def rpc(operation: Element | bytes, message_id: str, attributes: Mapping[str, str] | None = None) -> bytes:
    """A request (RFC 6241 4.1) for an operation: an element, or the octets of one."""
    element = etree.Element(base("rpc"), nsmap={None: BASE})
    element.set("message-id", message_id)
    element.attrib.update(attributes or {})
    return wrap(element, _octets(operation))


def operation(name: str, **parameters: str) -> Element:
    """An operation of NETCONF's own with parameters of plain text: ``operation("kill-session", session_id="4")``."""
    element = etree.Element(base(name), nsmap={None: BASE})
    for parameter, text in parameters.items():
        etree.SubElement(element, base(parameter.replace("_", "-"))).text = text
    return element


def ok(request: Rpc | None) -> bytes:
    """The reply that an operation is done and has nothing to tell (RFC 6241 4.4)."""
    return reply(request, _OK)


def data(request: Rpc | None, *content: Element | bytes) -> bytes:
    """The reply with an element data and what is in it (RFC 6241 7.1, 7.7)."""
    return reply(request, wrap(etree.Element(base("data"), nsmap={None: BASE}), *map(_octets, content)))


def refusal(request: Rpc | None, *errors: RpcError) -> bytes:
    """The reply with errors (RFC 6241 4.3). ``request`` is None where the request could not be read."""
    return reply(request, *map(write_error, errors))


def reply(request: Rpc | None, *content: Element | bytes) -> bytes:
    """A reply (RFC 6241 4.2) with whatever content, each an element or the octets of one.

    It has the message-id, the attributes and the namespace declarations of its request (4.1).
    """
    if request is None:
        element = etree.Element(base("rpc-reply"), nsmap={None: BASE})
    else:
        element = etree.Element(base("rpc-reply"), request.element.attrib, nsmap=_declared(request))
    return wrap(element, *map(_octets, content))


def notification(event_time: datetime, content: Element | bytes) -> bytes:
    """A notification (RFC 5277 4).

    Raises ``ValueError`` for a time without a time zone.
    """
    element = etree.Element(f"{{{NOTIFICATION}}}notification", nsmap={None: NOTIFICATION})
    etree.SubElement(element, f"{{{NOTIFICATION}}}eventTime").text = write_time(event_time)
    return wrap(element, _octets(content))


def _declared(request: Rpc) -> dict[str | None, str]:
    declared = dict(request.element.nsmap)
    return declared if BASE in declared.values() else {**declared, None: BASE}


def _octets(content: Element | bytes) -> bytes:
    return content if isinstance(content, bytes) else write(content)
