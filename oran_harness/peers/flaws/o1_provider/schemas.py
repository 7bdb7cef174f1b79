"""Flaws of what the element says of its modules and of itself (RFC 6022, 7950, 8525)."""

from collections.abc import Sequence

from oran_harness.codec.xml import Element
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws.element_replies import (
    FindingNothing,
    Greeting,
    Retelling,
    Rewording,
    capabilities,
    edited,
    without,
)
from oran_harness.peers.flaws.element_requests import Misreading, Refusing, holding
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.o1_provider.element import ManagedElement
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf.messages import Rpc

ELEMENT = Role.O1_PROVIDER
_GET_SCHEMA = holding("<get-schema")


def _without_version(_: ManagedElement, text: str) -> bool:
    return "<get-schema" in text and "<version>" not in text


class _StayingId(FlawedElement):
    """Has one content-id for its YANG library with a module and, from the second time on, without it."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._count = 0

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Leave the module out, and the id as it is."""
        if rpc is not None and b"content-id>" in reply:
            self._count += 1
            reply = edited(reply, _module_missing) if self._count > 1 else reply
        return super().replies(session, rpc, reply)


def _first_missing(root: Element) -> None:
    for each in root.findall(".//{*}netconf-state/{*}capabilities"):
        each.remove(each[0])


def _never_counting(root: Element) -> None:
    for each in root.iter("{*}in-rpcs"):
        each.text = "0"


def _module_missing(root: Element) -> None:
    for each in root.findall(".//{*}yang-library/{*}module-set/{*}module"):
        if each.findtext("{*}name") == "ietf-netconf-acm":
            each.getparent().remove(each)


FLAWS = (
    Flaw(
        "element-vendor-modules-undeliverable",
        "Advertises modules of its vendor, and does not deliver them",
        ELEMENT,
        "F41",
        lambda actor: Refusing(actor, holding("<get-schema", "<identifier>oran-harness-"), "invalid-value"),
        ("O1-SCHEMA-101", "O1-SCHEMA-102", "O1-SCHEMA-103"),
    ),
    Flaw(
        "element-imported-modules-undeliverable",
        "Does not deliver modules that others import",
        ELEMENT,
        "F41",
        lambda actor: Refusing(actor, holding("<get-schema", "-types<"), "invalid-value"),
        ("O1-SCHEMA-101",),
    ),
    Flaw(
        "element-augment-does-not-load",
        "Delivers a module of its vendor that augments what there is not",
        ELEMENT,
        "F41",
        lambda actor: Retelling(actor, b"gnb-du/ohme:nr-cell", b"gnb-du/ohme:nr-sector", "get-schema"),
        ("O1-SCHEMA-104",),
    ),
    Flaw(
        "element-unknown-schema-empty",
        "Gives nothing, and no error, for a schema that it does not have",
        ELEMENT,
        None,
        lambda actor: FindingNothing(actor, test=_GET_SCHEMA),
        ("O1-SCHEMA-105", "O1-SCHEMA-106", "O1-SCHEMA-108"),
    ),
    Flaw(
        "element-schema-version-ignored",
        "Delivers the version of a schema that it has, whichever is asked for",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"<version>[^<]*</version>", "", _GET_SCHEMA),
        ("O1-SCHEMA-106",),
    ),
    Flaw(
        "element-schema-version-demanded",
        "Refuses get-schema without a version",
        ELEMENT,
        None,
        lambda actor: Refusing(actor, _without_version, "missing-element"),
        ("O1-SCHEMA-107",),
    ),
    Flaw(
        "element-schema-format-ignored",
        "Delivers YANG, whichever format is asked for",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"<format>[^<]*</format>", "", _GET_SCHEMA),
        ("O1-SCHEMA-108",),
    ),
    Flaw(
        "element-monitoring-unlisted",
        "Does not say that it has ietf-netconf-monitoring",
        ELEMENT,
        None,
        lambda actor: Greeting(
            Rewording(actor, without(".//{*}module[{*}name='ietf-netconf-monitoring']"), "get"),
            capabilities(lambda uri: None if "ietf-netconf-monitoring" in uri else uri),
        ),
        ("O1-SCHEMA-109",),
    ),
    Flaw(
        "element-capability-missing-in-state",
        "Lists not all capabilities of its hello in its state",
        ELEMENT,
        None,
        lambda actor: Rewording(actor, _first_missing, "get"),
        ("O1-STATE-101",),
    ),
    Flaw(
        "element-other-sessions-unlisted",
        "Lists one session, whoever else is there",
        ELEMENT,
        None,
        lambda actor: Rewording(actor, without(".//{*}sessions/{*}session[2]"), "get"),
        ("O1-STATE-102",),
    ),
    Flaw(
        "element-locks-unlisted",
        "Does not tell who has locked a datastore",
        ELEMENT,
        None,
        lambda actor: Rewording(actor, without(".//{*}global-lock"), "get"),
        ("O1-STATE-103",),
    ),
    Flaw(
        "element-counters-stand-still",
        "Does not count requests",
        ELEMENT,
        None,
        lambda actor: Rewording(actor, _never_counting, "get"),
        ("O1-STATE-104",),
    ),
    Flaw(
        "element-library-id-untrue",
        "Advertises another content-id than that of its YANG library",
        ELEMENT,
        None,
        lambda actor: Greeting(actor, capabilities(lambda uri: uri.replace("content-id=", "content-id=0"))),
        ("O1-LIBRARY-101",),
    ),
    Flaw(
        "element-library-lacks-module",
        "Advertises a module that its YANG library does not have",
        ELEMENT,
        "F41",
        lambda actor: Rewording(actor, _module_missing, "get"),
        ("O1-LIBRARY-102",),
    ),
    Flaw(
        "element-library-lacks-features",
        "Lists no features in its YANG library",
        ELEMENT,
        None,
        lambda actor: Rewording(actor, without(".//{*}module/{*}feature"), "get"),
        ("O1-LIBRARY-103",),
    ),
    Flaw(
        "element-library-lacks-schema",
        "Leaves schema out of its YANG library",
        ELEMENT,
        None,
        lambda actor: Rewording(actor, without(".//{*}yang-library/{*}schema"), "get"),
        ("O1-LIBRARY-104",),
    ),
    Flaw(
        "element-library-id-stays",
        "Gives two YANG libraries the same content-id",
        ELEMENT,
        None,
        _StayingId,
        ("O1-LIBRARY-105",),
    ),
)
