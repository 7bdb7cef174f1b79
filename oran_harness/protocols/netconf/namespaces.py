"""The namespaces of NETCONF's own elements, and the names of those elements in lxml's form."""

BASE = "urn:ietf:params:xml:ns:netconf:base:1.0"
"""All elements of RFC 6241 (3.1); the same for base:1.0 and base:1.1."""
NOTIFICATION = "urn:ietf:params:xml:ns:netconf:notification:1.0"
"""A notification and its eventTime (RFC 5277 4)."""


def base(name: str) -> str:
    """An element of RFC 6241."""
    return f"{{{BASE}}}{name}"
