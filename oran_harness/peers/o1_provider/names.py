"""Namespaces of what a provider tells and is asked beside RFC 6241."""

from oran_harness.protocols.netconf.namespaces import NOTIFICATION

MONITORING = "urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring"
WITH_DEFAULTS = "urn:ietf:params:xml:ns:yang:ietf-netconf-with-defaults"
LIBRARY = "urn:ietf:params:xml:ns:yang:ietf-yang-library"
NETCONF_EVENTS = "urn:ietf:params:xml:ns:yang:ietf-netconf-notifications"
STREAMS = "urn:ietf:params:xml:ns:netmod:notification"
SUBSCRIBED = "urn:ietf:params:xml:ns:yang:ietf-subscribed-notifications"
SUPERVISION = "urn:oran-harness:yang:supervision"
ALARMS = "urn:oran-harness:yang:alarms"
NACM = "urn:ietf:params:xml:ns:yang:ietf-netconf-acm"
DATASTORES = "urn:ietf:params:xml:ns:yang:ietf-datastores"
NETCONF_GRPC = "urn:oran-harness:yang:netconf-grpc"


def tag(namespace: str, name: str) -> str:
    """A name in lxml's form."""
    return f"{{{namespace}}}{name}"


__all__ = [
    "ALARMS",
    "DATASTORES",
    "LIBRARY",
    "MONITORING",
    "NACM",
    "NETCONF_EVENTS",
    "NETCONF_GRPC",
    "NOTIFICATION",
    "STREAMS",
    "SUBSCRIBED",
    "SUPERVISION",
    "WITH_DEFAULTS",
    "tag",
]
