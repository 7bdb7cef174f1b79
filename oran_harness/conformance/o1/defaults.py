"""The modes of with-defaults are honoured (RFC 6243; O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-11).

Most are tried on a rule of NACM for no group: of its leaves module-name, set to its default, and access-operations,
not set. The rule is removed at the end.
"""

from collections.abc import Awaitable, Callable

from oran_harness.codec.xml import Element
from oran_harness.conformance.o1.answers import data, elements, every, names, not_done, text
from oran_harness.conformance.o1.element_modules import demand_module
from oran_harness.conformance.o1.group import change, edit, put_back
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import NACM, get, get_config, operation, subtree
from oran_harness.protocols.netconf import BASE, Side
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, not_applicable, unsupported

NEEDS = ("capability:with-defaults",)
TAGS = ("with-defaults", "F41")
URI = CAPABILITIES["with-defaults"]
BASIC = ("report-all", "trim", "explicit")
TAGGED = "report-all-tagged"
MARK = "{urn:ietf:params:xml:ns:netconf:default:1.0}default"
LIST = "oran-harness-defaults"
NACM_DEFAULTS = {
    "enable-nacm": "true",
    "read-default": "permit",
    "write-default": "deny",
    "exec-default": "permit",
    "enable-external-groups": "true",
}
"""The settings of /nacm that have default values in the schema (RFC 8341 3.5.2)."""
SET, UNSET = "module-name", "access-operations"


@provider_case("O1-DEFAULTS-101", "The capability names its modes", "RFC 6243 4.3", needs=NEEDS, tags=TAGS)
async def names_modes(manager: Manager) -> None:
    """The capability has a basic-mode of the three that there are, and others that there are."""
    basic, modes = modes_of(manager)
    requirement = "The capability :with-defaults has a basic-mode (RFC 6243 4.3)"
    check(basic in BASIC, requirement, expected=" or ".join(BASIC), actual=basic or "none")
    strange = modes - {*BASIC, TAGGED}
    requirement = "also-supported names modes that there are (RFC 6243 4.3)"
    check(not strange, requirement, expected=" or ".join((*BASIC, TAGGED)), actual=", ".join(sorted(strange)))


@provider_case("O1-DEFAULTS-102", "The basic mode is what get-config does", "RFC 6243 2, 4.5", needs=NEEDS, tags=TAGS)
async def keeps_basic(manager: Manager) -> None:
    """get-config without a mode gives what it gives with the basic mode."""
    basic, _ = modes_of(manager)
    if basic not in BASIC:
        raise unsupported(f"the {manager.sut} does not advertise its basic mode")
    await with_rule(manager, lambda: compare(manager, basic))


async def compare(manager: Manager, basic: str) -> None:
    """Fail the case unless the rule looks the same without a mode and with the basic one."""
    requirement = "Without the parameter with-defaults the basic mode holds (RFC 6243 4.5)"
    without, given = await rule(manager, None), await rule(manager, basic)
    same = sorted(names(without)) == sorted(names(given))
    check(same, requirement, expected=", ".join(names(given)), actual=", ".join(names(without)))


@provider_case("O1-DEFAULTS-103", "report-all reports all", "RFC 6243 3.1", needs=NEEDS, tags=TAGS)
async def reports_all(manager: Manager) -> None:
    """With report-all both leaves come, with their default values."""
    demand_mode(manager, "report-all")
    requirement = "With report-all all data nodes are reported (RFC 6243 3.1)"
    await with_rule(manager, lambda: expect_leaves(manager, "report-all", (SET, UNSET), (), requirement))


@provider_case("O1-DEFAULTS-104", "trim leaves default values out", "RFC 6243 3.2", needs=NEEDS, tags=TAGS)
async def trims(manager: Manager) -> None:
    """With trim neither of the leaves comes: both have their default value, set or not."""
    demand_mode(manager, "trim")
    requirement = "With trim no node with its schema default value is reported (RFC 6243 3.2)"
    await with_rule(manager, lambda: expect_leaves(manager, "trim", (), (SET, UNSET), requirement))


@provider_case("O1-DEFAULTS-105", "explicit reports what was set", "RFC 6243 3.3", needs=NEEDS, tags=TAGS)
async def reports_set(manager: Manager) -> None:
    """With explicit the leaf that was set to its default value comes, and the other does not."""
    demand_mode(manager, "explicit")
    basic, _ = modes_of(manager)
    requirement = "With explicit what a client set is reported, and what nobody set is not (RFC 6243 3.3)"
    # Who trims may take setting a default value for not setting it (RFC 6243 2.2).
    expected = () if basic == "trim" else (SET,)
    await with_rule(manager, lambda: expect_leaves(manager, "explicit", expected, (UNSET,), requirement))


@provider_case("O1-DEFAULTS-106", "report-all-tagged tags defaults", "RFC 6243 3.4, 6", needs=NEEDS, tags=TAGS)
async def tags_defaults(manager: Manager) -> None:
    """With report-all-tagged both leaves come, that which nobody set has the attribute, and other values have not."""
    demand_mode(manager, TAGGED)
    await with_rule(manager, lambda: expect_tags(manager))


async def expect_tags(manager: Manager) -> None:
    """Fail the case unless the leaves of the rule have their tags."""
    found = await rule(manager, TAGGED)
    requirement = (
        "With report-all-tagged all nodes are reported, default ones with the attribute default (RFC 6243 3.4)"
    )
    for name in (SET, UNSET):
        check(name in names(found), requirement, expected=name, actual=", ".join(names(found)))
    # To whom nothing is a default, there is nothing to tag (RFC 6243 2.1).
    if modes_of(manager)[0] == "report-all":
        return
    tagged = {each.tag.rpartition("}")[2] for each in elements(found) if each.get(MARK) in ("true", "1")}
    check(UNSET in tagged, requirement, expected=f"{UNSET} tagged", actual=f"tagged: {', '.join(sorted(tagged))}")
    wrongly = tagged & {"name", "action"}
    check(not wrongly, requirement, expected="no tag on other values", actual=f"tagged: {', '.join(sorted(wrongly))}")


@provider_case("O1-DEFAULTS-107", "get honours the modes too", "RFC 6243 4.5", needs=NEEDS, tags=TAGS)
async def honours_in_get(manager: Manager) -> None:
    """Get with each mode that is advertised gives the leaves as get-config does."""
    _, modes = modes_of(manager)
    await with_rule(manager, lambda: compare_get(manager, modes))


async def compare_get(manager: Manager, modes: set[str]) -> None:
    """Fail the case unless get and get-config give the same of the rule."""
    for mode in sorted(modes & {*BASIC, TAGGED}):
        of_get, of_config = await rule(manager, mode, whole=True), await rule(manager, mode)
        requirement = f"get honours the mode {mode} as get-config does (RFC 6243 4.5)"
        same = sorted(names(of_get)) == sorted(names(of_config))
        check(same, requirement, expected=", ".join(names(of_config)), actual=", ".join(names(of_get)))


@provider_case("O1-DEFAULTS-108", "An unknown mode is refused", "RFC 6243 4.5", needs=NEEDS, tags=(*TAGS, "negative"))
async def knows_modes(manager: Manager) -> None:
    """get-config has a mode that there is not."""
    requirement = "A mode of with-defaults that is not supported gets an rpc-error (RFC 6243 4.5)"
    await not_done(manager, get_config(subtree(), mode="oran-harness-unknown"), requirement)


@provider_case(
    "O1-DEFAULTS-109",
    "The capability :with-defaults is advertised",
    "O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-11",
    tags=("with-defaults",),
)
async def advertises(manager: Manager) -> None:
    """The hello names the capability: O1 demands RFC 6243."""
    requirement = "A managed element supports with-defaults (O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-11)"
    check(manager.has(URI), requirement, expected=":with-defaults in the hello", actual="none")


@provider_case(
    "O1-DEFAULTS-110", "The modes hold for what is there already", "RFC 6243 3.1, 3.2", needs=NEEDS, tags=TAGS
)
async def honours_unedited(manager: Manager) -> None:
    """Nothing is edited: of the leaves of /nacm all come with report-all, and none with its default value with trim."""
    demand_mode(manager, "report-all")
    await demand_plain_nacm(manager)
    whole = await settings(manager, "report-all")
    requirement = "With report-all all data nodes are reported (RFC 6243 3.1)"
    missing = ", ".join(sorted(set(NACM_DEFAULTS) - set(whole)))
    check(not missing, requirement, expected="all settings of /nacm", actual=f"without {missing}")
    if "trim" in modes_of(manager)[1]:
        requirement = "With trim no node with its schema default value is reported (RFC 6243 3.2)"
        rest = await settings(manager, "trim")
        default = ", ".join(f"{name} {value}" for name, value in NACM_DEFAULTS.items() if rest.get(name) == value)
        check(not default, requirement, expected="no setting with its default value", actual=default)


async def settings(manager: Manager, mode: str) -> dict[str, str]:
    """The settings of /nacm as get-config gives them; ``skip`` where there is nothing that we may read."""
    asked = get_config(subtree(f'<nacm xmlns="{NACM}"/>'), mode=mode)
    found = every(await data(manager, asked, f"get-config has the mode {mode} (RFC 6243 4.5)"), "nacm", NACM)
    told = {name: text(nacm, name) for nacm in found for name in names(nacm) if name in NACM_DEFAULTS}
    if not found and mode == "report-all":
        raise not_applicable(f"the {manager.sut} has no /nacm that we may read")
    return told


def modes_of(manager: Manager) -> tuple[str, set[str]]:
    """The basic mode and all modes that the hello advertises."""
    hello = manager.session().hello(Side.SERVER)
    assert hello is not None
    capability = hello.capabilities.by_base[URI]
    basic = capability.parameters.get("basic-mode", "")
    return basic, {basic, *capability.names("also-supported")}


def demand_mode(manager: Manager, mode: str) -> None:
    """End the case as ``unsupported`` unless the hello advertises a mode."""
    if mode not in modes_of(manager)[1]:
        raise unsupported(f"the {manager.sut} does not advertise the mode {mode}")


async def with_rule(manager: Manager, look: Callable[[], Awaitable[None]]) -> None:
    """Make the rule, look, and remove it."""
    await demand_plain_nacm(manager)
    inside = f"<rule><name>one</name><{SET}>*</{SET}><action>permit</action></rule>"
    await change(manager, entry(inside, "merge"))
    try:
        await look()
    finally:
        await put_away(manager)


async def demand_plain_nacm(manager: Manager) -> None:
    """End the case as ``skip`` unless the element has NACM as RFC 8341 defines it."""
    await demand_module(manager, "ietf-netconf-acm")
    hello = manager.session().hello(Side.SERVER)
    assert hello is not None
    if any(each.module == "ietf-netconf-acm" and each.names("deviations") for each in hello.capabilities.modules):
        raise not_applicable("deviations may change the default values of ietf-netconf-acm")


async def put_away(manager: Manager) -> None:
    """Remove the rule, by whatever route the element has."""
    if manager.has(CAPABILITIES["writable-running"]):
        await put_back(manager, edit(entry("", "remove")))
        return
    await put_back(manager, edit(entry("", "remove"), "candidate"))
    await put_back(manager, operation("commit"))


def entry(content: str, what: str) -> str:
    """Our list of rules."""
    listed = f'<rule-list xmlns:nc="{BASE}" nc:operation="{what}"><name>{LIST}</name>{content}</rule-list>'
    return f'<nacm xmlns="{NACM}">{listed}</nacm>'


async def rule(manager: Manager, mode: str | None, *, whole: bool = False) -> Element:
    """The rule as get-config gives it, or get if ``whole``."""
    inside = subtree(f'<nacm xmlns="{NACM}"><rule-list><name>{LIST}</name></rule-list></nacm>')
    asked = get(inside, mode=mode) if whole else get_config(inside, mode=mode)
    requirement = f"What was configured can be read{f' with the mode {mode}' if mode else ''} (RFC 6243 4.5)"
    found = every(await data(manager, asked, requirement), "nacm/rule-list/rule", NACM)
    check(bool(found), requirement, expected="the rule that was made", actual="none")
    return found[0]


async def expect_leaves(
    manager: Manager, mode: str, there: tuple[str, ...], absent: tuple[str, ...], requirement: str
) -> None:
    """Fail the case unless the rule has the ones and lacks the others of its leaves."""
    found = await rule(manager, mode)
    for name in there:
        check(text(found, name) == "*", requirement, expected=f"{name} *", actual=", ".join(names(found)))
    for name in absent:
        check(name not in names(found), requirement, expected=f"no {name}", actual=", ".join(names(found)))
