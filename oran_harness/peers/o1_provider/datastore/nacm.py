"""Who may do what (NACM, RFC 8341), by the rules that running holds."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from oran_harness.codec.yang import Deny, Models, SchemaNode
from oran_harness.peers.o1_provider.datastore.access import Access
from oran_harness.peers.o1_provider.datastore.names import NACM
from oran_harness.peers.o1_provider.datastore.rule_path import RulePath, rule_path
from oran_harness.peers.o1_provider.datastore.selection import visible_part
from oran_harness.peers.o1_provider.datastore.snapshot import Snapshot
from oran_harness.peers.o1_provider.datastore.trees import Element, octets_of

_WRITES = (Access.CREATE, Access.UPDATE, Access.DELETE)
_DEFAULTS = {"read": "permit", "write": "deny", "exec": "permit"}
_DENIED = ("kill-session", "delete-config")


@dataclass(frozen=True, slots=True)
class AccessRule:
    """One rule. ``rpc`` and ``notification`` are names or ``*``; ``path`` leads to data; at most one of them is set."""

    name: str
    module: str
    rpc: str | None
    notification: str | None
    path: RulePath | None
    operations: frozenset[str]
    permits: bool

    def is_about(self, module: str, access: Access) -> bool:
        """Whether it speaks of that access to something of that module."""
        return self.module in ("*", module) and ("*" in self.operations or access.value in self.operations)


@dataclass(frozen=True, slots=True)
class Rights:
    """What one user may do. ``rules`` are those of his groups in order; ``None`` if nothing is forbidden to him."""

    rules: tuple[AccessRule, ...] | None
    read_default: bool = True
    write_default: bool = False
    exec_default: bool = True
    _known: dict[tuple[SchemaNode, Access], bool | None] = field(default_factory=dict)
    _writes_all: list[bool] = field(default_factory=list)
    _reads_below: dict[SchemaNode, bool] = field(default_factory=dict)

    def same(self, other: "Rights") -> bool:
        """Whether another user, or the same at another time, may do the same."""
        return (self.rules, self.read_default, self.write_default, self.exec_default) == (
            other.rules,
            other.read_default,
            other.write_default,
            other.exec_default,
        )

    @property
    def unlimited(self) -> bool:
        """Whether nothing is forbidden."""
        return self.rules is None

    def may_write_all(self, models: Models) -> bool:
        """Whether he may create, update and delete every node of the configuration, whichever instance it is."""
        if not self._writes_all:
            nodes = [node for top in models.schema.values() for node in top.walk() if node.config]
            each = (self._by_schema(access, node) is True for node in nodes for access in _WRITES)
            self._writes_all.append(self.rules is None or all(each))
        return self._writes_all[0]

    def may_execute(self, operation: SchemaNode) -> bool:
        """Whether he may invoke that operation (RFC 8341, 3.4.4)."""
        if self.rules is None or (operation.name == "close-session" and operation.module == "ietf-netconf"):
            return True
        for rule in self.rules:
            about = rule.is_about(operation.module, Access.EXEC) and rule.notification is None and rule.path is None
            if about and rule.rpc in (None, "*", operation.name):
                return rule.permits
        denied = operation.deny is Deny.ALL or (operation.module == "ietf-netconf" and operation.name in _DENIED)
        return not denied and self.exec_default

    def may_be_told(self, notification: SchemaNode) -> bool:
        """Whether he may see that notification (RFC 8341, 3.4.6)."""
        if self.rules is None:
            return True
        for rule in self.rules:
            about = rule.is_about(notification.module, Access.READ) and rule.rpc is None and rule.path is None
            if about and rule.notification in (None, "*", notification.name):
                return rule.permits
        return notification.deny is not Deny.ALL and self.read_default

    def permit(self, access: Access, schema: SchemaNode, element: Element) -> bool:
        """Whether he may do that to that node (RFC 8341, 3.4.5)."""
        if self.rules is None:
            return True
        if (schema, access) in self._known:
            known = self._known[schema, access]
        else:
            known = self._known[schema, access] = self._by_schema(access, schema)
        return self._by_instance(access, schema, element) if known is None else known

    def readable(self, tree: Element, models: Models, only: Collection[str] | None = None) -> Element:
        """The part of a tree that he may read; what he may not is left out silently (RFC 8341, 3.2.4).

        Of the top-level nodes ``only`` those with these tags are wanted, and of others nothing is promised; None for
        all. Where nothing is left out it is the tree itself.
        """
        if self.rules is None or self._may_read_all(tree, models, only):
            return tree
        return visible_part(
            tree,
            models.schema,
            lambda schema, element: self.permit(Access.READ, schema, element),
            self._may_read_below,
            only,
        )

    def _may_read_all(self, tree: Element, models: Models, only: Collection[str] | None) -> bool:
        """Whether he may read all of the wanted nodes, so that nothing need be left out."""
        wanted = {each.tag for each in tree if isinstance(each.tag, str) and (only is None or each.tag in only)}
        tops = [models.schema.get(tag) for tag in wanted]
        return all(
            top is not None and self._by_schema(Access.READ, top) is True and self._may_read_below(top) for top in tops
        )

    def _may_read_below(self, schema: SchemaNode) -> bool:
        """Whether he may read all that can be below a node, whichever instance it is."""
        if schema not in self._reads_below:
            self._reads_below[schema] = all(
                self._by_schema(Access.READ, child) is True and self._may_read_below(child)
                for child in schema.children.values()
            )
        return self._reads_below[schema]

    def _about_data(self, access: Access, schema: SchemaNode) -> Iterator[AccessRule]:
        for rule in self.rules or ():
            if rule.is_about(schema.module, access) and rule.rpc is None and rule.notification is None:
                yield rule

    def _by_schema(self, access: Access, schema: SchemaNode) -> bool | None:
        """The decision where it is the same for all instances; ``None`` where it is not."""
        for rule in self._about_data(access, schema):
            if rule.path is None:
                return rule.permits
            if rule.path.leads_to(schema):
                return rule.permits if not rule.path.has_keys else None
        return self._otherwise(access, schema)

    def _by_instance(self, access: Access, schema: SchemaNode, element: Element) -> bool:
        for rule in self._about_data(access, schema):
            if rule.path is None or (rule.path.leads_to(schema) and rule.path.is_met(element)):
                return rule.permits
        return self._otherwise(access, schema)

    def _otherwise(self, access: Access, schema: SchemaNode) -> bool:
        node: SchemaNode | None = schema
        while node is not None:
            if node.deny is Deny.ALL or (node.deny is Deny.WRITE and access in _WRITES):
                return False
            node = node.parent
        return self.read_default if access is Access.READ else self.write_default


class Nacm:
    """The access rules of one content of running. ``recovery`` are users to whom nothing is forbidden.

    ``before`` are the rules that held before: rights that are the same now are those that were.
    """

    def __init__(
        self, running: Snapshot, models: Models, recovery: Collection[str] = (), before: "Nacm | None" = None
    ) -> None:
        found = running.root.find(_tag("nacm"))
        # A container that means nothing by itself is there with its defaults if nobody has set anything in it.
        if found is None and _tag("nacm") in models.schema:
            found = etree.Element(_tag("nacm"))
        self._models = models
        self._recovery = frozenset(recovery)
        self._enabled = found is not None and _told(found, "enable-nacm", "true") != "false"
        self._nacm = found
        self._rights: dict[tuple[str, frozenset[str]], Rights] = {}
        self._before = {} if before is None else before._rights
        lists = () if found is None else found.iterchildren(_tag("rule-list"))
        self._written = {each: octets_of(each) for each in lists}
        known = {} if before is None else before._of_lists(self._written.values())
        self._lists: dict[bytes, tuple[AccessRule, ...]] = known
        """The rules of each list, by how it is written."""

    def _of_lists(self, there: Iterable[bytes]) -> dict[bytes, tuple[AccessRule, ...]]:
        """The rules of lists that are still there as they were."""
        return {written: self._lists[written] for written in there if written in self._lists}

    def rights(self, user: str, groups: Collection[str] = ()) -> Rights:
        """What a user may do. ``groups`` are those that the transport found for him, used if the rules allow it."""
        key = (user, frozenset(groups))
        if key not in self._rights:
            made, was = self._made(user, key[1]), self._before.get(key)
            # What was found out of the same rules before still holds.
            self._rights[key] = was if was is not None and was.same(made) else made
        return self._rights[key]

    def _made(self, user: str, external: frozenset[str]) -> Rights:
        nacm = self._nacm
        if nacm is None or not self._enabled or user in self._recovery:
            return Rights(None)
        groups = set(self._groups(nacm, user))
        if _told(nacm, "enable-external-groups", "true") != "false":
            groups |= external
        rules = tuple(rule for each in self._written for rule in self._rules_for(each, groups))
        read, write, execute = (_told(nacm, f"{name}-default", usual) == "permit" for name, usual in _DEFAULTS.items())
        return Rights(rules if groups else (), read, write, execute)

    def _groups(self, nacm: Element, user: str) -> Iterator[str]:
        for group in nacm.iterfind(f"{_tag('groups')}/{_tag('group')}"):
            if any(each.text == user for each in group.iterchildren(_tag("user-name"))):
                yield group.findtext(_tag("name")) or ""

    def _rules_for(self, rule_list: Element, groups: Collection[str]) -> tuple[AccessRule, ...]:
        named = {each.text for each in rule_list.iterchildren(_tag("group"))}
        if "*" not in named and not named & set(groups):
            return ()
        written = self._written[rule_list]
        if written not in self._lists:
            self._lists[written] = tuple(self._rules(rule_list))
        return self._lists[written]

    def _rules(self, rule_list: Element) -> Iterator[AccessRule]:
        for rule in rule_list.iterchildren(_tag("rule")):
            path = rule.find(_tag("path"))
            yield AccessRule(
                rule.findtext(_tag("name")) or "",
                rule.findtext(_tag("module-name")) or "*",
                rule.findtext(_tag("rpc-name")),
                rule.findtext(_tag("notification-name")),
                None if path is None else rule_path(path, self._models),
                frozenset((rule.findtext(_tag("access-operations")) or "*").split()),
                rule.findtext(_tag("action")) == "permit",
            )


def _told(nacm: Element, name: str, default: str) -> str:
    return nacm.findtext(_tag(name)) or default


def _tag(name: str) -> str:
    return f"{{{NACM}}}{name}"
