"""Flaws of get and get-config: filters and defaults (RFC 6241 6, 7.1, 7.7, 8.9; RFC 6243)."""

import re
from collections.abc import Sequence

from oran_harness.codec.xml import parse
from oran_harness.model.role import Role
from oran_harness.peers.flaws.element_replies import FindingNothing, Greeting, Rewording, capabilities, without
from oran_harness.peers.flaws.element_requests import Misreading, holding, replaced, text_of
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.messages import Rpc
from oran_harness.protocols.netconf.namespaces import base
from oran_harness.protocols.netconf.rpc_error import RpcError

ELEMENT = Role.O1_PROVIDER
_DEFAULTS = "urn:ietf:params:xml:ns:yang:ietf-netconf-with-defaults"
_FILTER = r"<((?:\w+:)?)filter\b[^>]*(?:/>|>.*?</\1filter>)"
_PARAMETER = r"<(?:\w+:)?with-defaults\b[^>]*>[^<]*</(?:\w+:)?with-defaults>"
_OF_SUBTREE = holding("<filter", "</filter>")


class _StateInConfiguration(FlawedElement):
    """Takes get-config for get."""

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Take it for that."""
        if rpc.name == "get-config":
            text = re.sub(r"<source>.*?</source>", "", text_of(rpc), flags=re.DOTALL)
            rpc = replaced(rpc, text.replace("get-config", "get"))
        return super().asked(session, rpc, now)


class _AlwaysAllDefaults(FlawedElement):
    """Reports all defaults where nothing is said of them, whatever basic mode it advertises."""

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Ask for them."""
        if rpc.name == "get-config" and "with-defaults" not in text_of(rpc):
            mode = f'<with-defaults xmlns="{_DEFAULTS}">report-all</with-defaults></get-config>'
            rpc = replaced(rpc, text_of(rpc).replace("</get-config>", mode))
        return super().asked(session, rpc, now)


class _EmptySelectionRefused(FlawedElement):
    """Refuses a filter that selects nothing."""

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Refuse it."""
        if rpc is not None and rpc.name in ("get", "get-config") and _is_empty(reply):
            reply = speaking.refusal(rpc, RpcError("application", "operation-failed", message="Nothing was found."))
        return super().replies(session, rpc, reply)


def _is_empty(reply: bytes) -> bool:
    data = parse(reply).find(base("data"))
    return data is not None and len(data) == 0


FLAWS = (
    Flaw(
        "element-state-in-configuration",
        "Gives state to who asks for configuration",
        ELEMENT,
        None,
        _StateInConfiguration,
        ("O1-GET-101",),
    ),
    Flaw(
        "element-state-in-part",
        "Leaves its capabilities out of its state",
        ELEMENT,
        None,
        lambda actor: Rewording(actor, without(".//{*}netconf-state/{*}capabilities"), "get"),
        ("O1-GET-102",),
    ),
    Flaw(
        "element-unknown-datastore-empty",
        "Gives nothing, and no error, of a datastore that there is not or that nobody named",
        ELEMENT,
        None,
        lambda actor: FindingNothing(actor, test=holding("<get-config")),
        ("O1-GET-103", "O1-GET-104"),
    ),
    Flaw(
        "element-filter-ignored",
        "Gives everything, whatever is filtered",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, _FILTER, ""),
        ("O1-FILTER-101", "O1-FILTER-103", "O1-FILTER-106", "O1-FILTER-107"),
    ),
    Flaw(
        "element-filter-values-ignored",
        "Does not compare the values in a filter",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r">[^<>]+<", "><", _OF_SUBTREE),
        ("O1-FILTER-104", "O1-FILTER-106"),
    ),
    Flaw(
        "element-filter-empty-nodes-ignored",
        "Does not see nodes without content in a filter, which select",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"<[\w.-]+/>", "", _OF_SUBTREE),
        ("O1-FILTER-102", "O1-FILTER-103", "O1-FILTER-105"),
    ),
    Flaw(
        "element-empty-filter-ignored",
        "Gives everything to who filters everything out",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r'<filter type="subtree"[^>]*(/>|></filter>)', ""),
        ("O1-FILTER-107",),
    ),
    Flaw(
        "element-first-subtree-only",
        "Gives the first of several subtrees that a filter selects",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"(<filter\b.*?<[\w.-]+/>)(<[\w.-]+/>)+", r"\1"),
        ("O1-FILTER-108",),
    ),
    Flaw(
        "element-filter-type-demanded",
        "Takes a filter without type for an XPath expression",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"<filter((?:\s+xmlns[^>]*)?)>", r'<filter\1 type="xpath">'),
        ("O1-FILTER-109",),
    ),
    Flaw(
        "element-no-namespace-none",
        "Selects nothing where a filter names no namespace",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r'xmlns=""', 'xmlns="urn:none"'),
        ("O1-FILTER-110",),
    ),
    Flaw(
        "element-xpath-predicates-ignored",
        "Ignores predicates in an XPath expression",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"(select=(?:\"[^\"\[]*|'[^'\[]*))\[[^\]]*\]", r"\1"),
        ("O1-XPATH-101",),
    ),
    Flaw(
        "element-bad-xpath-empty",
        "Gives nothing, and no error, for an XPath expression that it cannot use",
        ELEMENT,
        None,
        lambda actor: FindingNothing(actor, test=holding('type="xpath"')),
        ("O1-XPATH-102", "O1-XPATH-103"),
    ),
    Flaw(
        "element-empty-selection-refused",
        "Refuses a filter that selects nothing",
        ELEMENT,
        None,
        _EmptySelectionRefused,
        ("O1-XPATH-104", "O1-FILTER-106"),
    ),
    Flaw(
        "element-with-defaults-ignored",
        "Advertises with-defaults and does not do what it asks for",
        ELEMENT,
        "F41",
        lambda actor: Misreading(actor, _PARAMETER, ""),
        ("O1-DEFAULTS-103", "O1-DEFAULTS-104", "O1-DEFAULTS-108", "O1-DEFAULTS-110"),
    ),
    Flaw(
        "element-with-defaults-ignored-in-get",
        "Does what with-defaults asks for in get-config, and not in get",
        ELEMENT,
        "F41",
        lambda actor: Misreading(actor, _PARAMETER, "", holding("<get ")),
        ("O1-DEFAULTS-107",),
    ),
    Flaw(
        "element-basic-mode-unnamed",
        "Advertises with-defaults without its basic mode",
        ELEMENT,
        None,
        lambda actor: Greeting(actor, capabilities(lambda uri: uri.replace("basic-mode=explicit&", ""))),
        ("O1-DEFAULTS-101",),
    ),
    Flaw(
        "element-basic-mode-untrue",
        "Reports all defaults by itself, and advertises that it does not",
        ELEMENT,
        "F41",
        _AlwaysAllDefaults,
        ("O1-DEFAULTS-102",),
    ),
    Flaw(
        "element-explicit-is-all",
        "Reports all defaults to who wants what was set",
        ELEMENT,
        "F41",
        lambda actor: Misreading(actor, ">explicit<", ">report-all<"),
        ("O1-DEFAULTS-105",),
    ),
    Flaw(
        "element-defaults-untagged",
        "Does not tag defaults where tags are asked for",
        ELEMENT,
        "F41",
        lambda actor: Misreading(actor, ">report-all-tagged<", ">report-all<"),
        ("O1-DEFAULTS-106",),
    ),
    Flaw(
        "element-with-defaults-unadvertised",
        "Does not advertise with-defaults",
        ELEMENT,
        None,
        lambda actor: Greeting(actor, capabilities(lambda uri: None if ":with-defaults:" in uri else uri)),
        ("O1-DEFAULTS-109",),
    ),
)
