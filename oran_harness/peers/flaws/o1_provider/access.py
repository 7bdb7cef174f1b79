"""Flaws of access control (RFC 8341; O-RAN.WG4 MP 6.5)."""

from collections.abc import Callable

from oran_harness.codec.xml import Element
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws.element_replies import Edit, Greeting, Retelling, Rewording, Tolerating, capabilities
from oran_harness.peers.flaws.element_requests import Misreading, Refusing, holding
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_element import FlawedElement

ELEMENT = Role.O1_PROVIDER
_EDIT = holding("<edit-config")


def _set_to(name: str, value: str) -> Edit:
    """What has that name has another value."""

    def edit(root: Element) -> None:
        for each in root.iter(f"{{*}}{name}"):
            each.text = value

    return edit


def _setting(name: str, value: str) -> Callable[[Actor], FlawedElement]:
    return lambda actor: Rewording(actor, _set_to(name, value), "get-config")


def _rules_for(right: str, wrong: str) -> Callable[[Actor], FlawedElement]:
    """Has rules of one of O-RAN's groups for another."""
    old, new = (f"<group>O1_{each}</group>".encode() for each in (right, wrong))
    return lambda actor: Retelling(actor, old, new, "get-config")


FLAWS = (
    Flaw(
        "element-has-no-access-control",
        "Has no access control, but a module of its own",
        ELEMENT,
        None,
        lambda actor: Greeting(
            Retelling(actor, b"ietf-netconf-acm", b"other-acm"),
            capabilities(lambda uri: uri.replace("ietf-netconf-acm", "other-acm")),
        ),
        ("O1-NACM-101",),
    ),
    Flaw(
        "element-access-control-off",
        "Has access control switched off from the first",
        ELEMENT,
        None,
        _setting("enable-nacm", "false"),
        ("O1-NACM-102",),
    ),
    Flaw(
        "element-writes-permitted",
        "Lets everybody write of whom no rule speaks",
        ELEMENT,
        None,
        _setting("write-default", "permit"),
        ("O1-NACM-103",),
    ),
    Flaw(
        "element-operations-permitted",
        "Lets everybody ask for everything of whom no rule speaks",
        ELEMENT,
        None,
        _setting("exec-default", "permit"),
        ("O1-NACM-104",),
    ),
    Flaw(
        "element-reading-left-open",
        "Says neither permit nor deny of reading",
        ELEMENT,
        None,
        _setting("read-default", "perhaps"),
        ("O1-NACM-105",),
    ),
    Flaw(
        "element-takes-no-groups-from-elsewhere",
        "Takes no groups from where users are known",
        ELEMENT,
        None,
        _setting("enable-external-groups", "false"),
        ("O1-NACM-106",),
    ),
    Flaw(
        "element-lacks-group",
        "Has another group where O-RAN's for monitoring is due",
        ELEMENT,
        "F41",
        lambda actor: Retelling(actor, b"O1_network_monitoring", b"O1_network_watching"),
        ("O1-NACM-107",),
    ),
    Flaw(
        "element-access-rules-for-nobody",
        "Lets nobody manage access",
        ELEMENT,
        None,
        _rules_for("nacm_management", "nobody"),
        ("O1-NACM-108",),
    ),
    Flaw(
        "element-access-rules-for-managers",
        "Lets those manage access who manage the network",
        ELEMENT,
        None,
        _rules_for("nacm_management", "network_management"),
        ("O1-NACM-109",),
    ),
    Flaw(
        "element-watchers-write",
        "Lets those write who are to watch",
        ELEMENT,
        None,
        _rules_for("network_management", "network_monitoring"),
        ("O1-NACM-110",),
    ),
    Flaw(
        "element-denials-ignored",
        "Takes each rule that denies for one that permits",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, "<action>deny</action>", "<action>permit</action>", _EDIT),
        ("O1-NACM-121", "O1-NACM-122", "O1-NACM-123", "O1-NACM-125", "O1-NACM-127"),
    ),
    Flaw(
        "element-nobody-may-leave",
        "Lets nobody end his session without a rule that lets him",
        ELEMENT,
        None,
        lambda actor: Refusing(actor, holding("<close-session"), "access-denied"),
        ("O1-NACM-124",),
    ),
    Flaw(
        "element-everybody-kills",
        "Says ok to the killing of sessions by whom no rule lets",
        ELEMENT,
        None,
        lambda actor: Tolerating(actor, test=holding("<kill-session")),
        ("O1-NACM-126",),
    ),
    Flaw(
        "element-group-may-not-subscribe",
        "Denies subscriptions to those who may have them",
        ELEMENT,
        "F41",
        lambda actor: Refusing(actor, holding("<create-subscription"), "access-denied"),
        ("O1-NACM-128",),
    ),
    Flaw(
        "element-denials-uncounted",
        "Does not count what it denies",
        ELEMENT,
        None,
        lambda actor: Rewording(actor, _set_to("denied-operations", "7"), "get"),
        ("O1-NACM-129",),
    ),
    Flaw(
        "element-groups-confused",
        "Has rules of one group for another",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, ">O1_network_monitoring<", ">O1_nacm_management<", _EDIT),
        ("O1-NACM-130",),
    ),
    Flaw(
        "element-names-everybody-alike",
        "Has the same name for every user, whoever logs in",
        ELEMENT,
        "F41",
        lambda actor: Rewording(actor, _set_to("username", "nobody"), "get"),
        ("O1-NACM-131",),
    ),
)
