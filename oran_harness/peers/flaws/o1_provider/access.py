"""Flaws of access rules and of alarms (RFC 8341; O-RAN.WG11 SRS 5.2.2.3; O-RAN.WG4 MP 11)."""

from collections.abc import Callable

from oran_harness.codec.xml import Element
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws.element_replies import (
    Edit,
    Greeting,
    Retelling,
    Rewording,
    Telling,
    capabilities,
    without,
)
from oran_harness.peers.flaws.element_requests import Misreading, Pretending, Refusing, holding
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_element import FlawedElement

ELEMENT = Role.O1_PROVIDER


def texts(name: str, value: str) -> Edit:
    """Has every element of that name say something else."""

    def edit(root: Element) -> None:
        for each in root.iter(f"{{*}}{name}"):
            each.text = value

    return edit


def _setting(name: str, value: str) -> Callable[[Actor], FlawedElement]:
    """Has another value for a global setting."""
    return lambda actor: Rewording(actor, texts(name, value), "get-config")


def _for_group(old: str, new: str) -> Callable[[Actor], FlawedElement]:
    """Has the rules of one of O-RAN's groups for another."""
    before, after = (f"<group>O1_{name}</group>".encode() for name in (old, new))
    return lambda actor: Retelling(actor, before, after, "get-config")


def _without_module(actor: Actor) -> FlawedElement:
    """Does not have NACM, by its hello and its library."""
    said = Greeting(actor, capabilities(lambda uri: None if "netconf-acm" in uri else uri))
    return Retelling(said, b"ietf-netconf-acm", b"other-netconf-acm", "get")


def element_flaw(
    id: str, title: str, make: Callable[[Actor], FlawedElement], *cases: str, fault: str | None = None
) -> Flaw:
    """A flaw of the managed element; ``cases`` catch it, without the O1- that their ids begin with."""
    return Flaw(f"element-{id}", title, ELEMENT, fault, make, tuple(f"O1-{case}" for case in cases))


FLAWS = (
    element_flaw("without-access-control", "Does not have ietf-netconf-acm", _without_module, "NACM-101"),
    element_flaw(
        "access-control-off", "Is delivered with access control off", _setting("enable-nacm", "false"), "NACM-102"
    ),
    element_flaw("all-may-write", "Lets everybody write", _setting("write-default", "permit"), "NACM-103"),
    element_flaw("all-may-ask", "Lets everybody ask for everything", _setting("exec-default", "permit"), "NACM-104"),
    element_flaw(
        "read-default-odd", "Has a read-default that there is not", _setting("read-default", "perhaps"), "NACM-105"
    ),
    element_flaw(
        "no-external-groups",
        "Takes no groups from elsewhere",
        _setting("enable-external-groups", "false"),
        "NACM-106",
    ),
    element_flaw(
        "group-misspelt",
        "Spells the group of those who watch otherwise",
        lambda actor: Retelling(actor, b"O1_network_monitoring", b"O1_network_watching", "get-config"),
        "NACM-107",
    ),
    element_flaw(
        "access-unmanaged", "Has no rules for who manages access", _for_group("nacm_management", "nobody"), "NACM-108"
    ),
    element_flaw(
        "access-for-network",
        "Lets who manages the network manage access",
        _for_group("nacm_management", "network_management"),
        "NACM-109",
    ),
    element_flaw(
        "watchers-write",
        "Lets who watches write",
        _for_group("network_management", "network_monitoring"),
        "NACM-110",
    ),
    element_flaw(
        "denies-nothing",
        "Takes rules that deny for rules that permit",
        lambda actor: Misreading(actor, "<action>deny</action>", "<action>permit</action>", holding("<edit-config")),
        *(f"NACM-{number}" for number in (121, 122, 123, 125, 127)),
    ),
    element_flaw(
        "close-denied",
        "Does not let a user close his session",
        lambda actor: Refusing(actor, holding("<close-session"), "access-denied"),
        "NACM-124",
    ),
    element_flaw(
        "kill-for-all",
        "Says ok to whoever kills a session",
        lambda actor: Pretending(actor, holding("<kill-session")),
        "NACM-126",
    ),
    element_flaw(
        "groups-cannot-subscribe",
        "Refuses everybody who asks for notifications",
        lambda actor: Refusing(actor, holding("<create-subscription"), "access-denied"),
        "NACM-128",
        fault="F41",
    ),
    element_flaw(
        "denials-uncounted",
        "Does not count what it denies",
        lambda actor: Rewording(actor, texts("denied-operations", "7"), "get"),
        "NACM-129",
    ),
    element_flaw(
        "watchers-manage-access",
        "Puts who is to watch among those who manage access",
        lambda actor: Misreading(
            actor, ">O1_network_monitoring<", ">O1_nacm_management<", holding("<edit-config", "O1_network_monitoring")
        ),
        "NACM-130",
    ),
    element_flaw(
        "user-mistaken",
        "Takes all users for one",
        lambda actor: Rewording(actor, texts("username", "nobody"), "get"),
        "NACM-131",
        fault="F41",
    ),
    element_flaw(
        "alarms-untold",
        "Tells of no alarm",
        lambda actor: Telling(actor, lambda message: () if b"alarm-notif" in message else (message,)),
        "ALARM-101",
    ),
    element_flaw(
        "cleared-alarm-untold",
        "Does not tell that an alarm is over",
        lambda actor: Telling(actor, lambda message: () if b">true</is-cleared>" in message else (message,)),
        "ALARM-102",
    ),
    element_flaw(
        "alarms-unlisted",
        "Has no alarm in its list",
        lambda actor: Rewording(actor, without(".//{*}active-alarms"), "get"),
        "ALARM-103",
    ),
)
