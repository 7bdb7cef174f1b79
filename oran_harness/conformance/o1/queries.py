"""What cases of O1 ask for: operations as octets, each with its namespace."""

from xml.sax.saxutils import escape, quoteattr

from oran_harness.protocols.netconf import BASE

MONITORING = "urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring"
WITH_DEFAULTS = "urn:ietf:params:xml:ns:yang:ietf-netconf-with-defaults"
LIBRARY = "urn:ietf:params:xml:ns:yang:ietf-yang-library"
NACM = "urn:ietf:params:xml:ns:yang:ietf-netconf-acm"


def operation(name: str, content: str = "", namespace: str = BASE) -> bytes:
    """An operation with what is in it, XML text."""
    if not content:
        return f'<{name} xmlns="{namespace}"/>'.encode()
    return f'<{name} xmlns="{namespace}">{content}</{name}>'.encode()


def get(filter: str = "", *, mode: str | None = None) -> bytes:
    """Configuration and state; ``mode`` is one of with-defaults."""
    return operation("get", filter + _with_defaults(mode))


def get_config(filter: str = "", *, source: str = "running", mode: str | None = None) -> bytes:
    """The configuration of a datastore."""
    return operation("get-config", f"<source><{source}/></source>{filter}{_with_defaults(mode)}")


def subtree(content: str = "") -> str:
    """A filter of elements (RFC 6241 6)."""
    if not content:
        return '<filter type="subtree"/>'
    return f'<filter type="subtree">{content}</filter>'


def xpath(select: str, **prefixes: str) -> str:
    """A filter by an XPath expression (RFC 6241 8.9)."""
    declared = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in prefixes.items())
    return f'<filter type="xpath"{declared} select={quoteattr(select)}/>'


def state(content: str = "") -> str:
    """A filter for /netconf-state (RFC 6022), or for what ``content`` selects in it."""
    return subtree(f'<netconf-state xmlns="{MONITORING}">{content}</netconf-state>')


def lock(target: str = "running") -> bytes:
    """Lock a datastore."""
    return operation("lock", f"<target><{target}/></target>")


def unlock(target: str = "running") -> bytes:
    """Unlock a datastore."""
    return operation("unlock", f"<target><{target}/></target>")


def close_session() -> bytes:
    """End the session that asks."""
    return operation("close-session")


def kill_session(number: int | None) -> bytes:
    """End another session."""
    return operation("kill-session", f"<session-id>{number}</session-id>")


def get_schema(name: str, version: str | None = None, format: str | None = None) -> bytes:
    """The text of a module (RFC 6022 3.1)."""
    parts = [f"<identifier>{escape(name)}</identifier>"]
    if version is not None:
        parts.append(f"<version>{escape(version)}</version>")
    if format is not None:
        parts.append(f"<format>{escape(format)}</format>")
    return operation("get-schema", "".join(parts), MONITORING)


def _with_defaults(mode: str | None) -> str:
    return "" if mode is None else f'<with-defaults xmlns="{WITH_DEFAULTS}">{escape(mode)}</with-defaults>'


NOTHING = get_config(subtree())
"""What every element can be asked, and what has a short answer: an empty filter selects nothing (RFC 6241 6.4.2)."""
