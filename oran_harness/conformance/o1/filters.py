"""get and get-config, with filters of elements and by XPath (RFC 6241 6, 7.1, 7.7, 8.9).

What they are tried on is /netconf-state, which every managed element has (RFC 6022; O-RAN.WG10 O1 6.1.2).
"""

from oran_harness.codec.xml import Element, namespace
from oran_harness.conformance.o1.answers import data, elements, every, names, not_done, text
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import MONITORING, get, get_config, operation, state, subtree, xpath
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, not_applicable

READ = "What can be read is there for get (RFC 6241 7.7)"
XPATH = ("capability:xpath",)
KEYS = {"identifier", "version", "format"}


@provider_case("O1-GET-101", "get-config tells of configuration only", "RFC 6241 7.1", tags=("get",))
async def tells_config(manager: Manager) -> None:
    """The state of the element is not among what get-config gives."""
    requirement = "get-config gives configuration, and no state data (RFC 6241 7.1)"
    found = await data(manager, get_config(state()), requirement)
    check(len(found) == 0, requirement, expected="no netconf-state", actual=", ".join(names(found)))


@provider_case(
    "O1-GET-102", "get tells of state too", "RFC 6241 7.7; O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-10", tags=("get",)
)
async def tells_state(manager: Manager) -> None:
    """What get gives has /netconf-state with its capabilities."""
    found = await netconf_state(manager, "")
    requirement = "get gives state data, here the capabilities in /netconf-state (RFC 6241 7.7, RFC 6022 2.1.1)"
    check("capabilities" in names(found), requirement, expected="capabilities", actual=", ".join(names(found)))


@provider_case("O1-GET-103", "An unknown datastore cannot be read", "RFC 6241 7.1", tags=("get", "negative", "F41"))
async def knows_datastores(manager: Manager) -> None:
    """get-config names a datastore that there is not."""
    requirement = "get-config of what is no datastore gets an rpc-error (RFC 6241 7.1)"
    await not_done(manager, get_config(subtree(), source="oran-harness-unknown"), requirement)


@provider_case("O1-GET-104", "get-config has to name a datastore", "RFC 6241 7.1", tags=("get", "negative"))
async def needs_source(manager: Manager) -> None:
    """get-config lacks its source."""
    requirement = "get-config without a source gets the error-tag missing-element (RFC 6241 7.1, A)"
    # Who checks it as YANG data says so in the words of RFC 7950 15.6.
    await manager.refused(operation("get-config"), requirement, "missing-element", "data-missing")


@provider_case("O1-FILTER-101", "A namespace is selected", "RFC 6241 6.2.1", tags=("get", "filter"))
async def selects_namespace(manager: Manager) -> None:
    """A filter names one element of one namespace: nothing else comes."""
    found = await data(manager, get(state()), READ)
    others = [each.tag for each in elements(found) if namespace(each.tag) != MONITORING]
    requirement = "A filter selects only elements of the namespace that it names (RFC 6241 6.2.1)"
    check(not others, requirement, expected="netconf-state only", actual=", ".join(others[:3]))


@provider_case("O1-FILTER-102", "A containment node is selected whole", "RFC 6241 6.2.3", tags=("get", "filter"))
async def selects_containment(manager: Manager) -> None:
    """A filter holds /netconf-state with capabilities in it: these come, and no other part."""
    found = await netconf_state(manager, "<capabilities/>")
    requirement = "Of a containment node comes what the filter holds in it (RFC 6241 6.2.3)"
    check(set(names(found)) == {"capabilities"}, requirement, expected="capabilities", actual=", ".join(names(found)))
    inside = every(found, "capabilities/capability", MONITORING)
    requirement = "A selection node brings all that is under it (RFC 6241 6.2.4)"
    check(bool(inside), requirement, expected="capabilities", actual="none")


@provider_case("O1-FILTER-103", "A leaf is selected", "RFC 6241 6.2.4", tags=("get", "filter"))
async def selects_leaf(manager: Manager) -> None:
    """A filter selects the identifier of each schema: besides it, at most other keys come."""
    found = await schemas(manager, "<schemas><schema><identifier/></schema></schemas>")
    more = {name for each in found for name in names(each)} - KEYS
    requirement = "Selection nodes bring themselves, and none of their siblings but keys (RFC 6241 6.2.4)"
    check(not more, requirement, expected="identifiers only", actual=", ".join(sorted(more)))


@provider_case("O1-FILTER-104", "Content is matched", "RFC 6241 6.2.5", tags=("get", "filter"))
async def matches_content(manager: Manager) -> None:
    """A filter names the identifier of one schema: that one comes whole, and no other."""
    name = await one_schema(manager)
    found = await selected(manager, f"<schemas><schema><identifier>{name}</identifier></schema></schemas>")
    only_that(found, name, "A content match node selects the entries that have its content (RFC 6241 6.2.5)")
    requirement = "With nothing but content match nodes all of the entry comes (RFC 6241 6.2.5)"
    inside = names(found[0])
    check("namespace" in inside, requirement, expected="the whole entry", actual=", ".join(inside))


@provider_case("O1-FILTER-105", "Content is matched, and a leaf selected", "RFC 6241 6.2.5", tags=("get", "filter"))
async def matches_and_selects(manager: Manager) -> None:
    """A filter names the identifier of one schema and selects its namespace."""
    name = await one_schema(manager)
    inside = f"<schemas><schema><identifier>{name}</identifier><namespace/></schema></schemas>"
    found = await selected(manager, inside)
    requirement = "Beside a content match node only what is selected comes, and keys (RFC 6241 6.2.5)"
    got = {local for each in found for local in names(each)}
    check("namespace" in got, requirement, expected="its namespace", actual=", ".join(sorted(got)))
    check(got <= {*KEYS, "namespace"}, requirement, expected="no location", actual=", ".join(sorted(got)))


@provider_case("O1-FILTER-106", "What matches nothing selects nothing", "RFC 6241 6.2.5", tags=("get", "filter"))
async def matches_nothing(manager: Manager) -> None:
    """A filter names an identifier that no schema has: no schema comes, and no error."""
    inside = "<schemas><schema><identifier>oran-harness-unknown</identifier></schema></schemas>"
    found = await data(manager, get(state(inside)), "A filter that matches nothing is no error (RFC 6241 6.2.5)")
    rest = every(found, "netconf-state/schemas/schema", MONITORING)
    requirement = "Entries that do not have the content of a content match node do not come (RFC 6241 6.2.5)"
    check(not rest, requirement, expected="no schema", actual=f"{len(rest)}")


@provider_case("O1-FILTER-107", "An empty filter selects nothing", "RFC 6241 6.4.2", tags=("get", "filter"))
async def selects_nothing(manager: Manager) -> None:
    """Both get and get-config with an empty filter give empty data."""
    requirement = "An empty filter selects nothing (RFC 6241 6.4.2)"
    for asked in (get(subtree()), get_config(subtree())):
        found = await data(manager, asked, requirement)
        check(len(found) == 0, requirement, expected="empty data", actual=", ".join(names(found)[:5]))


@provider_case("O1-FILTER-108", "Several subtrees are selected", "RFC 6241 6.2.4, 6.4.6", tags=("get", "filter"))
async def selects_several(manager: Manager) -> None:
    """A filter holds two parts of /netconf-state."""
    found = await netconf_state(manager, "<capabilities/><sessions/>")
    requirement = "A filter selects all the subtrees that it holds (RFC 6241 6.4.6)"
    got = set(names(found))
    check(got == {"capabilities", "sessions"}, requirement, expected="both", actual=", ".join(sorted(got)))


@provider_case("O1-FILTER-109", "A filter without type is one of elements", "RFC 6241 7.1", tags=("get", "filter"))
async def defaults_to_subtree(manager: Manager) -> None:
    """A filter has no attribute type."""
    asked = get(state("<capabilities/>").replace(' type="subtree"', ""))
    requirement = "A filter without the attribute type is a subtree filter (RFC 6241 7.1)"
    found = await data(manager, asked, requirement)
    got = [name for each in elements(found) for name in names(each)]
    check(
        got == ["capabilities"], requirement, expected="the capabilities only", actual=", ".join(got[:5]) or "nothing"
    )


@provider_case("O1-FILTER-110", "No namespace stands for all", "RFC 6241 6.2.1", tags=("get", "filter"))
async def selects_any_namespace(manager: Manager) -> None:
    """The elements of a filter are in no namespace."""
    await netconf_state(manager, "<capabilities/>")
    inside = '<netconf-state xmlns=""><capabilities/></netconf-state>'
    requirement = "An element of a filter without namespace is looked for in all of them (RFC 6241 6.2.1)"
    found = await data(manager, get(subtree(inside)), requirement)
    inside_found = every(found, "netconf-state/capabilities", MONITORING)
    check(bool(inside_found), requirement, expected="the capabilities", actual="nothing")


@provider_case("O1-XPATH-101", "An XPath expression selects", "RFC 6241 8.9", needs=XPATH, tags=("get", "xpath"))
async def selects_by_xpath(manager: Manager) -> None:
    """An expression selects one schema by its identifier, with a prefix that the filter declares."""
    name = await one_schema(manager)
    select = f"/m:netconf-state/m:schemas/m:schema[m:identifier='{name}']"
    requirement = "An XPath expression selects the nodes that it says, by the prefixes in scope (RFC 6241 8.9.1)"
    found = await data(manager, get(xpath(select, m=MONITORING)), requirement)
    only_that(every(found, "netconf-state/schemas/schema", MONITORING), name, requirement)


@provider_case(
    "O1-XPATH-102", "What gives no nodes is no filter", "RFC 6241 8.9.1", needs=XPATH, tags=("get", "xpath", "negative")
)
async def demands_nodes(manager: Manager) -> None:
    """An expression gives a number."""
    requirement = "An expression that gives no node set gets the error-tag invalid-value (RFC 6241 8.9.1)"
    await manager.refused(get(xpath("1 + 1")), requirement, "invalid-value")


@provider_case(
    "O1-XPATH-103", "What is no expression is refused", "RFC 6241 8.9", needs=XPATH, tags=("get", "xpath", "negative")
)
async def demands_expression(manager: Manager) -> None:
    """An expression has an error of syntax; a filter of type xpath has none."""
    requirement = "A filter by XPath has an expression that can be evaluated (RFC 6241 7.1, 8.9)"
    await not_done(manager, get(xpath("/m:netconf-state[", m=MONITORING)), requirement)
    await not_done(manager, get('<filter type="xpath"/>'), requirement)


@provider_case("O1-XPATH-104", "An expression may select nothing", "RFC 6241 8.9", needs=XPATH, tags=("get", "xpath"))
async def may_select_nothing(manager: Manager) -> None:
    """An expression selects a schema that there is not."""
    select = "/m:netconf-state/m:schemas/m:schema[m:identifier='oran-harness-unknown']"
    requirement = "An empty node set is no error, and no data (RFC 6241 8.9)"
    found = await data(manager, get(xpath(select, m=MONITORING)), requirement)
    rest = every(found, "netconf-state/schemas/schema", MONITORING)
    check(not rest, requirement, expected="no schema", actual=f"{len(rest)}")


async def netconf_state(manager: Manager, content: str) -> Element:
    """What get gives of /netconf-state; ``skip`` where there is nothing that we may read."""
    found = await data(manager, get(state(content)), READ)
    parts = every(found, "netconf-state", MONITORING)
    if not parts:
        raise not_applicable(f"the {manager.sut} has no /netconf-state that we may read")
    return parts[0]


async def schemas(manager: Manager, content: str) -> list[Element]:
    """The schemas that a filter selects in /netconf-state; ``skip`` where there are none that we may read."""
    found = every(await netconf_state(manager, content), "schemas/schema", MONITORING)
    if not found:
        raise not_applicable(f"the {manager.sut} lists no schemas that we may read")
    return found


async def selected(manager: Manager, content: str) -> list[Element]:
    """The schemas that a filter selects in /netconf-state, where it is known that there are some."""
    return every(await data(manager, get(state(content)), READ), "netconf-state/schemas/schema", MONITORING)


async def one_schema(manager: Manager) -> str:
    """The identifier of a schema that there is, the last in the list."""
    return text((await schemas(manager, "<schemas/>"))[-1], "identifier")


def only_that(found: list[Element], name: str, requirement: str) -> None:
    """Fail the case unless the schemas found are those of that identifier."""
    got = {text(each, "identifier") for each in found}
    check(got == {name}, requirement, expected=name, actual=", ".join(sorted(got)[:3]) or "nothing")
