"""The access rules that an element has at first: O-RAN's groups for the M-plane and for O1, as data."""

import functools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from oran_harness import resources
from oran_harness.codec.yang import Kind, Models
from oran_harness.peers.o1_provider.datastore.names import NACM
from oran_harness.peers.o1_provider.datastore.trees import Element


def initial_nacm(models: Models, users: Mapping[str, Sequence[str]], *, read_default: str | None = None) -> Element:
    """The ``<nacm>`` of an element whose users, by name, are in these groups.

    ``read_default`` is ``permit`` or ``deny``; the table's if ``None``, for O-RAN's documents disagree about it.
    """
    table = _table()
    nacm = etree.Element(f"{{{NACM}}}nacm", nsmap={None: NACM})
    defaults = dict(table["defaults"])
    if read_default is not None:
        defaults["read"] = read_default
    for name, value in defaults.items():
        _put(nacm, f"{name}-default", value)
    groups = _put(nacm, "groups")
    for name in group_names():
        group = _put(groups, "group")
        _put(group, "name", name)
        for user in sorted(user for user, member_of in users.items() if name in member_of):
            _put(group, "user-name", user)
    for family in ("m-plane", "o1"):
        for at, name in enumerate(table[family]["groups"]):
            _rule_list(nacm, name, list(_cells(table[family], at, models)), models)
    return nacm


def group_names() -> list[str]:
    """The groups that there are."""
    return [*_table()["m-plane"]["groups"], *_table()["o1"]["groups"]]


@functools.cache
def _table() -> dict[str, Any]:
    return tomllib.loads((resources.specs() / "yang" / "nacm.toml").read_text("utf-8"))


def _cells(family: Mapping[str, Any], at: int, models: Models) -> Iterator[tuple[str, str]]:
    """Each module with the rights of the group at that place."""
    for module, rights in family["modules"].items():
        yield module, rights[at]
    for other in models.modules if "others" in family else ():
        if other.implemented and other.name not in family["modules"]:
            yield other.name, family["others"][at]


def _rule_list(nacm: Element, group: str, cells: list[tuple[str, str]], models: Models) -> None:
    """The rules of one group. None denies, for a user has the rights of all his groups together."""
    rules = _put(nacm, "rule-list")
    _put(rules, "name", group)
    _put(rules, "group", group)
    for module, rights in cells:
        reads, writes, executes = (letter != "-" for letter in rights)
        if reads:
            for at, path in enumerate(_told_apart(module, models) if not executes else [None]):
                _rule(rules, models, module, f"read-{at}", "read", path=path)
        if writes:
            _rule(rules, models, module, "write", "create update delete")
        if rights[2] == "x":
            for name in _table()["ordinary-rpcs"]:
                _rule(rules, models, module, f"exec-{name}", "exec", rpc_name=name)
        elif executes:
            if rights[2] == "X":
                _rule(rules, models, module, "exec", "exec")
            _rule(rules, models, module, "told", "read", notification_name="*")


def _told_apart(module: str, models: Models) -> list[str | None]:
    """Paths for data that may be read while notifications of the same module may not."""
    own = [node for node in models.schema.values() if node.module == module]
    if not any(node.kind is Kind.NOTIFICATION for node in own):
        return [None]
    return [node.path() for node in own if node.kind not in (Kind.NOTIFICATION, Kind.RPC)]


def _rule(rules: Element, models: Models, module: str, name: str, operations: str, **what: str | None) -> None:
    rule = _put(rules, "rule")
    _put(rule, "name", f"{module}-{name}")
    _put(rule, "module-name", module)
    for key, value in what.items():
        if value is not None:
            spaces = {module: models.by_name[module].namespace} if key == "path" else None
            _put(rule, key.replace("_", "-"), value, spaces)
    _put(rule, "access-operations", operations)
    _put(rule, "action", "permit")


def _put(above: Element, name: str, text: str | None = None, prefixes: dict[str, str] | None = None) -> Element:
    made = etree.SubElement(above, f"{{{NACM}}}{name}", nsmap=prefixes)
    made.text = text
    return made
