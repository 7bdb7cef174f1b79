"""Errors in replies, and what RFC 6241 appendix A allows in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml import etree

from oran_harness.codec.xml import Element, local_name, namespace, wrap, write
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.flaw import Flaw
from oran_harness.protocols.netconf.namespaces import BASE, base

ERROR_TYPES = ("transport", "rpc", "protocol", "application")
ERROR_SEVERITIES = ("error", "warning")
_OF_SUBSCRIPTIONS = ("ietf-subscribed-notifications", "ietf-yang-push")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PARTS = ("error-type", "error-tag", "error-severity", "error-app-tag", "error-path", "error-message")


@dataclass(frozen=True, slots=True)
class TagRule:
    """What an error-tag allows: its error-types, and the elements that its error-info has to hold."""

    types: tuple[str, ...]
    info: tuple[str, ...] = ()


_ALL = ERROR_TYPES
_FROM_RPC = ("rpc", "protocol", "application")
_UPPER = ("protocol", "application")
_ATTRIBUTE = ("bad-attribute", "bad-element")

ERROR_TAGS = MappingProxyType(
    {
        "in-use": TagRule(_UPPER),
        "invalid-value": TagRule(_UPPER),
        "too-big": TagRule(_ALL),
        "missing-attribute": TagRule(_FROM_RPC, _ATTRIBUTE),
        "bad-attribute": TagRule(_FROM_RPC, _ATTRIBUTE),
        "unknown-attribute": TagRule(_FROM_RPC, _ATTRIBUTE),
        "missing-element": TagRule(_UPPER, ("bad-element",)),
        "bad-element": TagRule(_UPPER, ("bad-element",)),
        "unknown-element": TagRule(_UPPER, ("bad-element",)),
        "unknown-namespace": TagRule(_UPPER, ("bad-element", "bad-namespace")),
        "access-denied": TagRule(_UPPER),
        "lock-denied": TagRule(("protocol",), ("session-id",)),
        "resource-denied": TagRule(_ALL),
        "rollback-failed": TagRule(_UPPER),
        "data-exists": TagRule(("application",)),
        "data-missing": TagRule(("application",)),
        "operation-not-supported": TagRule(_UPPER),
        "operation-failed": TagRule(_FROM_RPC),
        "partial-operation": TagRule(("application",)),
        "malformed-message": TagRule(("rpc",)),
    }
)
"""Every error-tag with its rule (RFC 6241 appendix A)."""


@dataclass(frozen=True, slots=True)
class RpcError:
    """One rpc-error (RFC 6241 4.3); a part that is absent, or has no text, is empty.

    ``path`` is an XPath whose prefixes ``prefixes`` binds, ``language`` that of the message, ``info`` the elements in
    error-info.
    """

    type: str
    tag: str
    severity: str = "error"
    app_tag: str = ""
    path: str = ""
    message: str = ""
    info: tuple[Element, ...] = ()
    language: str = "en"
    prefixes: dict[str | None, str] = field(default_factory=dict)

    def told(self, name: str) -> str | None:
        """The text of the first element of error-info with this local name, None if there is none."""
        return next(((each.text or "").strip() for each in self.info if local_name(each.tag) == name), None)


def error_info(**elements: str) -> tuple[Element, ...]:
    """Elements of NETCONF's own for an error-info: ``error_info(bad_element="name")``."""
    made = []
    for name, text in elements.items():
        element = etree.Element(base(name.replace("_", "-")), nsmap={None: BASE})
        element.text = text
        made.append(element)
    return tuple(made)


def read_error(element: Element) -> RpcError:
    """An rpc-error element as a value; its parts are those in its own namespace."""
    own = namespace(element.tag)
    texts = dict.fromkeys(_PARTS, "")
    info: tuple[Element, ...] = ()
    language = ""
    for part in element.iterchildren("*"):
        name = local_name(part.tag)
        if namespace(part.tag) != own:
            continue
        if name == "error-info":
            info += tuple(part.iterchildren("*"))
        elif name in texts and not texts[name]:
            texts[name] = (part.text or "").strip()
            language = part.get(_LANG, language)
    kind, tag, severity, app_tag, path, message = texts.values()
    return RpcError(kind, tag, severity, app_tag, path, message, info, language, dict(element.nsmap))


def write_error(error: RpcError) -> bytes:
    """An error as the octets of an rpc-error element; absent parts are left out."""
    prefixes: dict[str | None, str] = {prefix: uri for prefix, uri in error.prefixes.items() if prefix}
    prefixes[None] = BASE
    element = etree.Element(base("rpc-error"), nsmap=prefixes)
    texts = (error.type, error.tag, error.severity, error.app_tag, error.path, error.message)
    for name, text in zip(_PARTS, texts, strict=True):
        if text:
            part = etree.SubElement(element, base(name))
            part.text = text
            if name == "error-message" and error.language:
                part.set(_LANG, error.language)
    if not error.info:
        return write(element)
    return wrap(element, wrap(etree.Element(base("error-info"), nsmap={None: BASE}), *map(write, error.info)))


def _severity_may_lack(error: RpcError) -> bool:
    """Whether it is an error about subscriptions, where RFC 8640 7 leaves the severity to the server."""
    return error.app_tag.partition(":")[0] in _OF_SUBSCRIPTIONS


def flaws_of(error: RpcError) -> Iterator[Flaw]:
    """What is wrong with an error by RFC 6241 4.3 and appendix A."""
    if error.type not in ERROR_TYPES:
        yield Flaw(BreachKind.NO_ERROR_TYPE, f"one of {', '.join(ERROR_TYPES)}", error.type or "none")
    if error.severity not in ERROR_SEVERITIES and (error.severity or not _severity_may_lack(error)):
        yield Flaw(BreachKind.NO_ERROR_SEVERITY, "error or warning", error.severity or "none")
    elif error.severity == "warning":
        yield Flaw(BreachKind.WARNING, "error", f"a warning with the error-tag {error.tag}")
    rule = ERROR_TAGS.get(error.tag)
    if rule is None:
        yield Flaw(BreachKind.NO_ERROR_TAG, "an error-tag of appendix A", error.tag or "none")
        return
    if error.type in ERROR_TYPES and error.type not in rule.types:
        expected = f"{' or '.join(rule.types)} with {error.tag}"
        yield Flaw(BreachKind.ERROR_TYPE_OF_OTHER_TAG, expected, error.type)
    missing = [name for name in rule.info if error.told(name) is None]
    if missing:
        yield Flaw(
            BreachKind.NO_ERROR_INFO,
            f"{' and '.join(rule.info)} in the error-info of {error.tag}",
            f"no {' and no '.join(missing)}",
        )
    if error.tag == "partial-operation":
        yield Flaw(BreachKind.OBSOLETE_ERROR, "another error-tag", error.tag)
