"""What an ``<rpc-error>`` says (RFC 6241, 4.3)."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from lxml import etree

BASE = "urn:ietf:params:xml:ns:netconf:base:1.0"
Element: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class RpcError:
    """One rpc-error; a part that is absent is empty.

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


def error_info(**elements: str) -> tuple[Element, ...]:
    """Elements of NETCONF's own for an error-info: ``error_info(bad_element="name")``."""
    made = []
    for name, text in elements.items():
        element = etree.Element(f"{{{BASE}}}{name.replace('_', '-')}", nsmap={None: BASE})
        element.text = text
        made.append(element)
    return tuple(made)
