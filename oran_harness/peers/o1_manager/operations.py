"""What the manager asks for: operations as elements."""

from lxml import etree

from oran_harness.codec.xml import Element
from oran_harness.protocols.netconf.namespaces import BASE, NOTIFICATION, base
from oran_harness.protocols.netconf.speaking import operation

MONITORING = "urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring"
WITH_DEFAULTS = "urn:ietf:params:xml:ns:yang:ietf-netconf-with-defaults"
LIBRARY = "urn:ietf:params:xml:ns:yang:ietf-yang-library"


def on_target(name: str, target: str) -> Element:
    """An operation on a datastore: lock, unlock, or the first half of an edit-config."""
    asked = operation(name)
    etree.SubElement(etree.SubElement(asked, base("target")), base(target))
    return asked


def on_source(name: str, source: str) -> Element:
    """An operation that reads a datastore: validate, or the first half of a get-config."""
    asked = operation(name)
    etree.SubElement(etree.SubElement(asked, base("source")), base(source))
    return asked


def narrowed(asked: Element, subtree: list[Element] | None, xpath: str | None, mode: str | None) -> Element:
    """A get or get-config with a filter, and with a mode of with-defaults, where they are given."""
    if subtree is not None:
        wanted = etree.SubElement(asked, base("filter"), {"type": "subtree"})
        wanted.extend(subtree)
    elif xpath is not None:
        etree.SubElement(asked, base("filter"), {"type": "xpath", "select": xpath})
    if mode is not None:
        within = etree.SubElement(asked, f"{{{WITH_DEFAULTS}}}with-defaults", nsmap={None: WITH_DEFAULTS})
        within.text = mode
    return asked


def edit_config(
    target: str, config: list[Element], *, default_operation: str | None, error_option: str | None
) -> Element:
    """An edit-config with the elements of its config (RFC 6241 7.2)."""
    asked = on_target("edit-config", target)
    if default_operation is not None:
        etree.SubElement(asked, base("default-operation")).text = default_operation
    if error_option is not None:
        etree.SubElement(asked, base("error-option")).text = error_option
    etree.SubElement(asked, base("config")).extend(config)
    return asked


def commit(*, confirmed_within: int | None = None) -> Element:
    """A commit; a confirmed one has to be confirmed within so many seconds (RFC 6241 8.3.4, 8.4.1)."""
    asked = operation("commit")
    if confirmed_within is not None:
        etree.SubElement(asked, base("confirmed"))
        etree.SubElement(asked, base("confirm-timeout")).text = str(confirmed_within)
    return asked


def get_schema(name: str, version: str | None) -> Element:
    """The text of a module (RFC 6022 3.1)."""
    asked = etree.Element(f"{{{MONITORING}}}get-schema", nsmap={None: MONITORING})
    etree.SubElement(asked, f"{{{MONITORING}}}identifier").text = name
    if version is not None:
        etree.SubElement(asked, f"{{{MONITORING}}}version").text = version
    return asked


def create_subscription(stream: str | None) -> Element:
    """A subscription to a stream; NETCONF unless it is named (RFC 5277 2.1.1)."""
    asked = etree.Element(f"{{{NOTIFICATION}}}create-subscription", nsmap={None: NOTIFICATION})
    if stream is not None:
        etree.SubElement(asked, f"{{{NOTIFICATION}}}stream").text = stream
    return asked


def library() -> Element:
    """What the element says of its YANG modules (RFC 8525 3; before that RFC 7895)."""
    names = (f"{{{LIBRARY}}}yang-library", f"{{{LIBRARY}}}modules-state")
    wanted = [etree.Element(name, nsmap={None: LIBRARY}) for name in names]
    return narrowed(operation("get"), wanted, None, None)


def watchdog_reset(namespace: str, interval: int, guard: int) -> Element:
    """The manager lives (O-RAN M-plane 14.1); ``interval`` and ``guard`` in seconds hold from now on."""
    asked = etree.Element(f"{{{namespace}}}supervision-watchdog-reset", nsmap={None: namespace})
    etree.SubElement(asked, f"{{{namespace}}}supervision-notification-interval").text = str(interval)
    etree.SubElement(asked, f"{{{namespace}}}guard-timer-overhead").text = str(guard)
    return asked


__all__ = [
    "BASE",
    "LIBRARY",
    "MONITORING",
    "WITH_DEFAULTS",
    "commit",
    "create_subscription",
    "edit_config",
    "get_schema",
    "library",
    "narrowed",
    "on_source",
    "on_target",
    "watchdog_reset",
]
