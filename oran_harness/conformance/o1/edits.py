"""Requests of editing, built: what they edit is in ietf-netconf-acm (RFC 8341 3.5.2)."""

from collections.abc import Iterable

from lxml import etree

from oran_harness.codec.xml import Element
from oran_harness.protocols.netconf import BASE, base
from oran_harness.protocols.netconf.speaking import operation

ACM = "urn:ietf:params:xml:ns:yang:ietf-netconf-acm"
YANG = "urn:ietf:params:xml:ns:yang:1"
NOWHERE = "urn:oran-harness:nowhere"
"""A namespace of no module."""
NAMES = "oran-harness-"
"""How the names of all that a case makes begin."""
ONE, TWO, THREE = (f"{NAMES}{each}" for each in ("one", "two", "three"))
ALICE, BOB, CAROL = (f"{NAMES}{each}" for each in ("alice", "bob", "carol"))
_LIBRARIES = (
    ("urn:ietf:params:xml:ns:yang:ietf-yang-library", "yang-library"),
    ("urn:ietf:params:xml:ns:yang:ietf-yang-library", "modules-state"),
)


def acm(tag: str, *content: Element | str, **attributes: str) -> Element:
    """A node of ietf-netconf-acm; ``operation`` is NETCONF's attribute, ``insert`` and ``key`` are those of YANG."""
    element = etree.Element(f"{{{ACM}}}{tag}", nsmap={None: ACM})
    for each in content:
        if isinstance(each, str):
            element.text = each
        else:
            element.append(each)
    for name, value in attributes.items():
        element.set(base(name) if name == "operation" else f"{{{YANG}}}{name}", value)
    return element


def group(name: str, *users: str | Element, **attributes: str) -> Element:
    """A group in its place; users are names, or elements of their own."""
    members = (acm("user-name", each) if isinstance(each, str) else each for each in users)
    return acm("nacm", acm("groups", acm("group", acm("name", name), *members, **attributes)))


def groups(*content: Element) -> Element:
    """Several nodes in one container of groups."""
    return acm("nacm", acm("groups", *content))


def rule_list(name: str, *content: Element, **attributes: str) -> Element:
    """A list of rules in its place; without a group it is a rule for nobody."""
    return acm("nacm", acm("rule-list", acm("name", name), *content, **attributes))


def incomplete_rule() -> Element:
    """A rule without its action, which RFC 8341 demands; it is for nobody."""
    return rule_list(ONE, acm("rule", acm("name", "incomplete")))


def edit_config(target: str | None, *config: Element, **options: str) -> Element:
    """An edit-config with its parameters in their order; no target for None, no config without content.

    Options are ``default_operation``, ``test_option`` and ``error_option``.
    """
    request = operation("edit-config")
    if target is not None:
        etree.SubElement(etree.SubElement(request, base("target")), base(target))
    for name in ("default_operation", "test_option", "error_option"):
        if name in options:
            etree.SubElement(request, base(name.replace("_", "-"))).text = options[name]
    if config:
        request.append(config_of(config))
    return request


def config_of(content: Iterable[Element]) -> Element:
    """The parameter config; nodes of one module are put into one container, as a document has it."""
    config = etree.Element(base("config"), nsmap={None: BASE})
    whole: dict[str, Element] = {}
    for each in content:
        if each.tag in whole:
            _join(whole[each.tag], each)
        else:
            config.append(each)
            whole[each.tag] = each
    return config


def get_config(source: str) -> Element:
    """Ask a datastore for the groups, and for the names of the lists of rules."""
    request = operation("get-config")
    etree.SubElement(etree.SubElement(request, base("source")), base(source))
    wanted = etree.SubElement(request, base("filter"), type="subtree")
    wanted.append(acm("nacm", acm("groups"), acm("rule-list", acm("name"))))
    return request


def whole_config(source: str) -> Element:
    """Ask for all that a datastore holds."""
    request = operation("get-config")
    etree.SubElement(etree.SubElement(request, base("source")), base(source))
    return request


def between(name: str, target: str | None, source: str | Element | None = None) -> Element:
    """An operation with a target, or a source, or both: copy-config, delete-config, validate."""
    request = operation(name)
    for parameter, what in (("target", target), ("source", source)):
        if what is not None:
            place = etree.SubElement(request, base(parameter))
            place.append(etree.Element(base(what)) if isinstance(what, str) else what)
    return request


def library() -> Element:
    """Ask for the YANG library, of either form (RFC 8525, RFC 7895)."""
    request = operation("get")
    wanted = etree.SubElement(request, base("filter"), type="subtree")
    for space, name in _LIBRARIES:
        etree.SubElement(wanted, f"{{{space}}}{name}")
    return request


def _join(whole: Element, more: Element) -> None:
    """Put what one container holds into another; containers in both become one, entries of lists never."""
    for each in list(more):
        same = whole.find(each.tag)
        if same is not None and each.tag == f"{{{ACM}}}groups":
            _join(same, each)
        else:
            whole.append(each)
