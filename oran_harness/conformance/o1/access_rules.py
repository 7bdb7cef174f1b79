"""The access rules of an element, read and judged, and rules of our own for the second user (RFC 8341)."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from oran_harness.codec.xml import Element
from oran_harness.conformance.o1.answers import data, every, text
from oran_harness.conformance.o1.defaults import modes_of
from oran_harness.conformance.o1.group import change, edit, put_back
from oran_harness.conformance.o1.queries import NACM, get_config, operation, subtree
from oran_harness.protocols.netconf import BASE
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import CaseOutcome, not_applicable

O1_GROUPS = (
    "O1_nacm_management",
    "O1_user_management",
    "O1_network_management",
    "O1_network_monitoring",
    "O1_software_management",
)
"""The groups that O-RAN has for O1 (O-RAN.WG11 SRS 5.2.2.3)."""
M_PLANE_GROUPS = ("sudo", "nms", "fm-pm", "swm", "smo", "hybrid-odu", "carrier")
"""Those that it has for the M-plane (O-RAN.WG4 MP 6.5)."""
WRITES = ("create", "update", "delete")
OURS = "oran-harness-access"
"""The name of our group, and of our list of rules."""
_YANG = "urn:ietf:params:xml:ns:yang:1"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; ``operations`` are access operations with spaces between. What is None or ``*`` is about all."""

    action: str
    operations: str = "*"
    module: str = "*"
    rpc: str | None = None
    notification: str | None = None
    path: str | None = None

    @property
    def about_data(self) -> bool:
        """Whether it is about data, and not about an operation or a notification alone."""
        return self.rpc is None and self.notification is None

    def covers(self, module: str, access: str) -> bool:
        """Whether it is about that access to something of that module."""
        return self.module in ("*", module) and bool({"*", access} & set(self.operations.split()))


@dataclass(frozen=True, slots=True)
class AccessRules:
    """What ``/nacm`` of an element holds; ``whole`` if default values are in it too."""

    nacm: Element
    whole: bool

    def setting(self, name: str) -> str | None:
        """A global setting; the schema's default where the element does not report defaults, None if it hides it."""
        value = text(self.nacm, name)
        return value or (None if self.whole else _DEFAULTS[name])

    def groups(self) -> set[str]:
        """The groups that are defined, or that rules are for."""
        named = [text(each, "name") for each in every(self.nacm, "groups/group", NACM)]
        used = [(each.text or "").strip() for each in every(self.nacm, "rule-list/group", NACM)]
        return {*named, *used} - {"*", ""}

    def members(self, group: str) -> set[str]:
        """The users whom a group names."""
        found = [each for each in every(self.nacm, "groups/group", NACM) if text(each, "name") == group]
        return {(user.text or "").strip() for each in found for user in every(each, "user-name", NACM)}

    def rules(self, group: str) -> list[Rule]:
        """The rules for the users of a group, in their order."""
        return [
            _rule(rule)
            for rule_list in every(self.nacm, "rule-list", NACM)
            if {group, "*"} & {(each.text or "").strip() for each in every(rule_list, "group", NACM)}
            for rule in every(rule_list, "rule", NACM)
        ]

    def decision(self, group: str, module: str, access: str) -> str:
        """What the rules say about access to the data of a module.

        ``permit`` or ``deny``; ``unsure`` where it depends on the place, ``default`` where no rule is about it.
        """
        for rule in self.rules(group):
            if rule.about_data and rule.covers(module, access):
                return "unsure" if rule.path is not None else rule.action
        return "default"

    def write_permits(self, group: str) -> Iterator[Rule]:
        """The rules that let the users of a group write some data, as no rule before them denies it."""
        rules = [rule for rule in self.rules(group) if rule.about_data]
        for at, rule in enumerate(rules):
            for access in WRITES:
                denied = any(
                    each.action == "deny" and each.path is None and each.covers(rule.module, access)
                    for each in rules[:at]
                )
                if rule.action == "permit" and rule.covers(rule.module, access) and not denied:
                    yield rule
                    break


_DEFAULTS: dict[str, str] = {
    "enable-nacm": "true",
    "read-default": "permit",
    "write-default": "deny",
    "exec-default": "permit",
    "enable-external-groups": "true",
}
"""RFC 8341 3.5.2."""


async def access_rules(manager: Manager) -> AccessRules:
    """The access rules of the element; ``skip`` where we may not read them."""
    whole = "report-all" in modes_of(manager)[1] if manager.has(CAPABILITIES["with-defaults"]) else False
    asked = get_config(subtree(f'<nacm xmlns="{NACM}"/>'), mode="report-all" if whole else None)
    found = every(await data(manager, asked, "/nacm can be read with get-config (RFC 8341 3.5)"), "nacm", NACM)
    if not found:
        raise not_applicable("the user that we are cannot read /nacm")
    return AccessRules(found[0], whole)


async def o1_rules(manager: Manager) -> AccessRules:
    """As ``access_rules``; ``skip`` for an O-RU, which has the groups of the M-plane and none of O1."""
    rules = await access_rules(manager)
    groups = rules.groups()
    if not groups & set(O1_GROUPS) and groups & set(M_PLANE_GROUPS):
        raise not_applicable("the element has the groups of the M-plane (O-RAN.WG4 MP 6.5), and none of O1")
    return rules


Judged = Callable[[str], Awaitable[None]]


async def with_rules(manager: Manager, rules: tuple[Rule, ...], judge: Judged, *, groups: tuple[str, ...] = ()) -> None:
    """Put the second user into a group with these rules, before all others; judge what he may do on a session of his.

    ``groups`` are groups of the element that he is put into besides. All is as it was afterwards.
    """
    user = manager.other_user
    assert user is not None
    ours = await manager.connect()
    if groups:
        members = (await access_rules(manager)).members
        groups = tuple(each for each in groups if user not in members(each))
    await change(manager, _content(user, rules, groups), session=ours)
    try:
        await judge(await manager.connect(user=user))
    except CaseOutcome:
        await _take_away(manager, user, groups, ours)
        raise
    await _take_away(manager, user, groups, ours)


def _content(user: str, rules: tuple[Rule, ...], groups: tuple[str, ...]) -> str:
    members = f"<user-name>{escape(user)}</user-name>"
    entries = f'<group nc:operation="replace"><name>{OURS}</name>{members}</group>'
    entries += "".join(f"<group><name>{escape(each)}</name>{members}</group>" for each in groups)
    inside = "".join(_written(each, at) for at, each in enumerate(rules))
    head = f"<name>{OURS}</name><group>{OURS}</group>"
    lists = f'<rule-list nc:operation="replace" yang:insert="first">{head}{inside}</rule-list>' if rules else ""
    return f'<nacm xmlns="{NACM}" xmlns:nc="{BASE}" xmlns:yang="{_YANG}"><groups>{entries}</groups>{lists}</nacm>'


def _written(rule: Rule, at: int) -> str:
    parts = [f"<name>rule-{at}</name>", f"<module-name>{rule.module}</module-name>"]
    for name, value in (("rpc-name", rule.rpc), ("notification-name", rule.notification)):
        parts += [f"<{name}>{value}</{name}>"] if value is not None else []
    if rule.path is not None:
        parts.append(f'<path xmlns:acm="{NACM}">{rule.path}</path>')
    parts += [f"<access-operations>{rule.operations}</access-operations>", f"<action>{rule.action}</action>"]
    return f"<rule>{''.join(parts)}</rule>"


async def _take_away(manager: Manager, user: str, groups: tuple[str, ...], session: str | None) -> None:
    """How the element takes it is no matter of the case."""
    entries = f'<group nc:operation="remove"><name>{OURS}</name></group>'
    member = f'<user-name nc:operation="remove">{escape(user)}</user-name>'
    entries += "".join(f"<group><name>{escape(each)}</name>{member}</group>" for each in groups)
    lists = f'<rule-list nc:operation="remove"><name>{OURS}</name></rule-list>'
    content = f'<nacm xmlns="{NACM}" xmlns:nc="{BASE}"><groups>{entries}</groups>{lists}</nacm>'
    direct = manager.has(CAPABILITIES["writable-running"], session)
    await put_back(manager, edit(content, "running" if direct else "candidate"), session)
    if not direct:
        await put_back(manager, operation("commit"), session)


def _rule(rule: Element) -> Rule:
    return Rule(
        action=text(rule, "action"),
        operations=" ".join((each.text or "").strip() for each in every(rule, "access-operations", NACM)) or "*",
        module=text(rule, "module-name") or "*",
        rpc=text(rule, "rpc-name") or None,
        notification=text(rule, "notification-name") or None,
        path=text(rule, "path") or None,
    )
