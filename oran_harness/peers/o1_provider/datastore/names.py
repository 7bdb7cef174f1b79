"""Namespaces and names that NETCONF itself brings into data."""

NC = "urn:ietf:params:xml:ns:netconf:base:1.0"
YANG = "urn:ietf:params:xml:ns:yang:1"
DEFAULTS = "urn:ietf:params:xml:ns:netconf:default:1.0"
NACM = "urn:ietf:params:xml:ns:yang:ietf-netconf-acm"

OPERATION = f"{{{NC}}}operation"
INSERT = f"{{{YANG}}}insert"
KEY = f"{{{YANG}}}key"
VALUE = f"{{{YANG}}}value"
DEFAULT = f"{{{DEFAULTS}}}default"
DATA = f"{{{NC}}}data"


def local_name(tag: str) -> str:
    """The name in a tag in Clark notation."""
    return tag.rpartition("}")[2]


def namespace(tag: str) -> str:
    """The namespace in a tag in Clark notation; empty if it has none."""
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""
