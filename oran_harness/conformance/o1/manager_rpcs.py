"""What a manager asks, and what it makes of replies that are unusual and proper (RFC 6241 3, 4)."""

from oran_harness.codec.xml import local_name, namespace
from oran_harness.conformance.o1.answers import elements, proper
from oran_harness.conformance.o1.manager_case import manager_case
from oran_harness.conformance.o1.provoking import (
    EDIT,
    EDITED,
    GET_CONFIG,
    GET_SCHEMA,
    READ,
    SCHEMA,
    provoked,
    read,
    served,
    takes,
)
from oran_harness.conformance.o1.queries import MONITORING
from oran_harness.model import Level
from oran_harness.protocols.netconf import BASE, Rpc
from oran_harness.steps.managed_element import ManagedElement
from oran_harness.steps.outcome import check

TAGS = ("rpc",)
SLOW_S = 3.0
PROPER = "An rpc is what RFC 6241 4.1 and its schema say"
_OPERATIONS = ("merge", "replace", "create", "delete", "remove")
_DEFAULT_OPERATIONS = ("merge", "replace", "none")
_FILTERS = ("subtree", "xpath")


@manager_case("O1-RPC-201", "An rpc has a message-id", "RFC 6241 4.1", needs=(READ,), tags=TAGS)
async def gives_ids(element: ManagedElement) -> None:
    """The manager reads something twice: each rpc has a message-id of at most 4095 characters."""
    requirement = "An rpc has the attribute message-id (RFC 6241 4.1)"
    for _ in range(2):
        rpc = await read(element)
        # RFC 5277 5.1 prints it with a prefix: whoever copies that is not blamed.
        found = rpc.message_id or rpc.element.get(f"{{{BASE}}}message-id")
        check(found is not None, requirement, expected="a message-id", actual="none")
        check(len(found or "") <= 4095, requirement, expected="at most 4095 characters", actual="more")
        await element.answer(rpc)


@manager_case("O1-RPC-202", "An rpc is a proper message", "RFC 6241 3, 4.1", needs=(READ,), tags=TAGS)
async def asks_properly(element: ManagedElement) -> None:
    """What the manager asks when it reads is well-formed, in UTF-8, in its namespace, and one operation each."""
    await read(element)
    proper(element, PROPER)


@manager_case(
    "O1-RPC-203", "A get-config names one datastore", "RFC 6241 7.1", needs=(f"stimulus:{GET_CONFIG}",), tags=TAGS
)
async def names_source(element: ManagedElement) -> None:
    """The manager reads a configuration: its get-config has a source with one datastore in it, and a known filter."""
    rpc = await provoked(element, GET_CONFIG, "get-config")
    proper(element, PROPER)
    requirement = "get-config names the datastore that it reads (RFC 6241 7.1)"
    names = within(rpc, "source")
    check(len(names) == 1, requirement, expected="source with one datastore", actual=", ".join(names) or "none")
    check_filter(rpc)
    await element.answer(rpc)


@manager_case("O1-RPC-204", "A filter is of a type that there is", "RFC 6241 6.1, 7.7, 8.9", needs=(READ,), tags=TAGS)
async def filters_properly(element: ManagedElement) -> None:
    """What the manager reads is narrowed by a filter of a known type, or by none."""
    rpc = await read(element)
    check_filter(rpc)
    await element.answer(rpc)


@manager_case("O1-RPC-205", "An edit-config is a proper one", "RFC 6241 7.2", needs=(EDITED,), tags=("edit", *TAGS))
async def edits_properly(element: ManagedElement) -> None:
    """The manager edits: target, config, options and operations are what RFC 6241 has, in NETCONF's namespace."""
    rpc = await provoked(element, EDIT, "edit-config")
    proper(element, PROPER)
    requirement = "edit-config has a target, a config or url, and options of known values (RFC 6241 7.2)"
    targets = within(rpc, "target")
    check(len(targets) == 1, requirement, expected="target with one datastore", actual=", ".join(targets) or "none")
    assert rpc.operation is not None
    contents = [local_name(each.tag) for each in elements(rpc.operation) if local_name(each.tag) in ("config", "url")]
    check(len(contents) == 1, requirement, expected="one config or url", actual=", ".join(contents) or "neither")
    default = (rpc.operation.findtext("{*}default-operation") or "merge").strip()
    check(default in _DEFAULT_OPERATIONS, requirement, expected=" or ".join(_DEFAULT_OPERATIONS), actual=default)
    for each in rpc.operation.iter("*"):
        value = each.get(f"{{{BASE}}}operation")
        known = value is None or value in _OPERATIONS
        check(known, requirement, expected=" or ".join(_OPERATIONS), actual=f"operation={value!r}")
    for each in elements(rpc.operation.find("{*}config")) if contents == ["config"] else ():
        space = namespace(each.tag)
        check(space not in ("", BASE), requirement, expected="data in its own namespace", actual=space or "in none")
    await element.answer(rpc)
    await served(element, PROPER)


@manager_case("O1-SCHEMA-201", "A get-schema is a proper one", "RFC 6022 3.1", needs=(SCHEMA,), tags=("schema",))
async def asks_for_schema(element: ManagedElement) -> None:
    """The manager asks for a module: in the namespace of RFC 6022, with its identifier."""
    rpc = await provoked(element, GET_SCHEMA, "get-schema")
    proper(element, PROPER)
    requirement = "get-schema is an operation of RFC 6022, and names what it asks for (RFC 6022 3.1)"
    check(rpc.namespace == MONITORING, requirement, expected=MONITORING, actual=rpc.namespace or "no namespace")
    assert rpc.operation is not None
    name = rpc.operation.findtext(f"{{{MONITORING}}}identifier")
    check(bool(name), requirement, expected="an identifier", actual="none")
    await element.answer(rpc)


@manager_case("O1-RPC-206", "A reply may have the prefix nc", "RFC 6241 3.1", needs=(READ,), tags=(*TAGS, "F41"))
async def takes_prefix(element: ManagedElement) -> None:
    """All elements of NETCONF in a reply have the prefix nc."""

    async def speak(rpc: Rpc) -> None:
        await element.misspeak("prefixed", element.proper(rpc), injected=False)

    await takes(element, speak, "Elements are known by their namespace, whatever their prefix (RFC 6241 3.1)")


@manager_case("O1-RPC-207", "A reply may begin with an XML declaration", "RFC 6241 3", needs=(READ,), tags=TAGS)
async def takes_declaration(element: ManagedElement) -> None:
    """A reply has an XML declaration before it, a comment in it, and a line feed behind it."""

    async def speak(rpc: Rpc) -> None:
        message = element.proper(rpc)
        end = message.rindex(b"</")
        inside = message[:end] + b"<!-- answer -->" + message[end:]
        await element.reply(b'<?xml version="1.0" encoding="UTF-8"?>\n' + inside + b"\n")

    await takes(
        element, speak, "A message is a well-formed XML document in UTF-8, with a declaration or without (RFC 6241 3)"
    )


@manager_case(
    "O1-RPC-208",
    "Attributes of a reply that nobody knows",
    "RFC 6241 4.2",
    needs=(READ,),
    level=Level.SHOULD,
    tags=TAGS,
)
async def takes_attributes(element: ManagedElement) -> None:
    """A reply has an attribute of a namespace that the manager does not know."""

    async def speak(rpc: Rpc) -> None:
        message = element.proper(rpc)
        at = message.index(b"rpc-reply") + len(b"rpc-reply")
        await element.reply(message[:at] + b' xmlns:t="urn:oran-harness:example" t:took="3"' + message[at:])

    await takes(element, speak, "An rpc-reply may have further attributes (RFC 6241 4.2, B)")


@manager_case("O1-RPC-209", "A reply that takes a while", "RFC 6241 4.5", needs=(READ,), level=Level.SHOULD, tags=TAGS)
async def waits(element: ManagedElement) -> None:
    """A reply comes after three seconds."""
    requirement = "An element needs time for what it is asked (RFC 6241 4.5)"

    async def speak(rpc: Rpc) -> None:
        name = element.last_session
        await element.pause(SLOW_S)
        actual = f"the {element.sut} has ended the session"
        check(name in element.standing, requirement, expected=f"patience for {SLOW_S:g} s", actual=actual)
        await element.reply(element.proper(rpc, name), session=name)

    await takes(element, speak, requirement)


def check_filter(rpc: Rpc) -> None:
    """Fail the case if the filter of an rpc has a type that there is not, or selects nothing by XPath."""
    assert rpc.operation is not None
    found = rpc.operation.find("{*}filter")
    if found is None:
        return
    requirement = "A filter is a subtree, or an XPath expression in its attribute select (RFC 6241 6.1, 8.9)"
    kind = found.get("type", found.get(f"{{{BASE}}}type", "subtree"))
    check(kind in _FILTERS, requirement, expected=" or ".join(_FILTERS), actual=kind)
    selects = kind != "xpath" or found.get("select", found.get(f"{{{BASE}}}select")) is not None
    check(selects, requirement, expected="an attribute select", actual="none")


def within(rpc: Rpc, name: str) -> list[str]:
    """The names of the elements in a parameter of an operation."""
    found = None if rpc.operation is None else rpc.operation.find(f"{{{BASE}}}{name}")
    return [] if found is None else [local_name(each.tag) for each in elements(found)]
