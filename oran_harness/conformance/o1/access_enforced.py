"""What access rules say is done: rules for the second user, and what he may do then (RFC 8341 3.4)."""

from oran_harness.conformance.o1.access_rules import M_PLANE_GROUPS, OURS, Rule, access_rules, with_rules
from oran_harness.conformance.o1.answers import data, every, proper, text, told
from oran_harness.conformance.o1.element_modules import demand_module
from oran_harness.conformance.o1.group import group_edit, has_group, put_back
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import (
    NACM,
    NOTHING,
    close_session,
    get,
    get_config,
    kill_session,
    lock,
    operation,
    state,
    subtree,
    unlock,
)
from oran_harness.conformance.o1.subscribing import (
    START,
    create_subscription,
    demand_events,
    newcomer,
    silent,
    subscribe,
)
from oran_harness.conformance.o1.subscribing import told as told_of
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, inconclusive, not_applicable

NEEDS = ("user:other",)
TAGS = ("nacm",)
NEGATIVE = ("nacm", "negative")
SRS = "O-RAN.WG11 SRS 5.2.2.3"
STS = "O-RAN.WG11 STS 11.3.3.2"
GROUP = "oran-harness-denied"
ASKS = Rule("permit", "exec", "ietf-netconf")
"""He may ask for what NETCONF has."""
_GROUPS = "/acm:nacm/acm:groups"


async def denied(manager: Manager, session: str, asked: bytes, requirement: str) -> None:
    """Fail the case unless what was asked for is refused with access-denied."""
    reply = await manager.ask(asked, session=session, requirement=requirement)
    tags = {error.tag for error in reply.errors}
    check("access-denied" in tags, requirement, expected="the error-tag access-denied", actual=told(reply))


@provider_case("O1-NACM-121", "Who may not write does not", f"RFC 8341 3.4.5; {STS}", needs=NEEDS, tags=NEGATIVE)
async def denies_write(manager: Manager) -> None:
    """A rule denies the second user to write groups; he makes one: access-denied, and it is not there."""
    await demand_module(manager, "ietf-netconf-acm")
    ours = manager.here

    async def judge(his: str) -> None:
        requirement = "What a rule denies to write is refused with access-denied, and not written (RFC 8341 3.4.5)"
        direct = manager.has(CAPABILITIES["writable-running"], his)
        reply = await manager.ask(group_edit(GROUP, "create", "running" if direct else "candidate"), session=his)
        if not direct and not reply.refused:
            reply = await manager.ask(operation("commit"), session=his)
        try:
            there = await has_group(manager, GROUP, session=ours)
            check(
                not there, requirement, expected="running as it was", actual=f"{told(reply)}; the group is in running"
            )
        finally:
            await put_back(manager, group_edit(GROUP, "remove", "running" if direct else "candidate"), ours)
        tags = {error.tag for error in reply.errors}
        check("access-denied" in tags, requirement, expected="the error-tag access-denied", actual=told(reply))

    rules = (ASKS, Rule("permit", "read", "ietf-netconf-acm"), Rule("deny", "create update delete"))
    await with_rules(manager, rules, judge)


@provider_case(
    "O1-NACM-122", "What may not be read is left out", f"RFC 8341 3.2.4, 3.4.5; {STS}", needs=NEEDS, tags=TAGS
)
async def leaves_out(manager: Manager) -> None:
    """The second user may read the groups, and sees them; then he may not, and gets an answer without them."""
    await demand_module(manager, "ietf-netconf-acm")
    asked = get_config(subtree(f'<nacm xmlns="{NACM}"><groups/></nacm>'))

    async def sees(his: str) -> None:
        requirement = "What a rule permits to read is in the answer (RFC 8341 3.4.5)"
        found = every(await data(manager, asked, requirement, session=his), "nacm/groups/group", NACM)
        names = [text(each, "name") for each in found]
        check(OURS in names, requirement, expected=f"the group {OURS}", actual=", ".join(names) or "no group")

    async def sees_nothing(his: str) -> None:
        requirement = "What a rule denies to read is left out without an error (RFC 8341 3.2.4)"
        found = every(await data(manager, asked, requirement, session=his), "nacm/groups/group", NACM)
        names = [text(each, "name") for each in found]
        check(not found, requirement, expected="no groups", actual=", ".join(names))

    await with_rules(manager, (ASKS, Rule("permit", "read", "ietf-netconf-acm")), sees)
    hidden = Rule("deny", "read", "ietf-netconf-acm", path=_GROUPS)
    await with_rules(manager, (ASKS, hidden, Rule("permit", "read", "ietf-netconf-acm")), sees_nothing)


@provider_case("O1-NACM-123", "Who may not ask is refused", f"RFC 8341 3.4.4; {STS}", needs=NEEDS, tags=NEGATIVE)
async def denies_operation(manager: Manager) -> None:
    """A rule denies the second user to lock: access-denied. Another one permits it: he locks."""
    await demand_module(manager, "ietf-netconf-acm")

    async def refused(his: str) -> None:
        await denied(manager, his, lock(), "What a rule denies to ask is refused with access-denied (RFC 8341 3.4.4)")
        proper(manager, "An rpc-error has what RFC 6241 4.3 and appendix A demand of it")

    async def done(his: str) -> None:
        reply = await manager.ask(lock(), session=his)
        right = "access-denied" not in {error.tag for error in reply.errors}
        await manager.ask(unlock(), session=his)
        requirement = "What a rule permits to ask is done (RFC 8341 3.4.4)"
        check(right, requirement, expected="ok", actual=told(reply))

    await with_rules(manager, (Rule("deny", "exec", "ietf-netconf", rpc="lock"), ASKS), refused)
    await with_rules(manager, (Rule("permit", "exec", "ietf-netconf", rpc="lock"), ASKS), done)


@provider_case("O1-NACM-124", "Who may nothing may end his session", "RFC 8341 3.4.4", needs=NEEDS, tags=NEGATIVE)
async def may_close(manager: Manager) -> None:
    """All is denied to the second user: lock and get-config are refused; close-session is done."""
    await demand_module(manager, "ietf-netconf-acm")

    async def judge(his: str) -> None:
        for each in (lock(), NOTHING):
            await denied(manager, his, each, "A rule that denies all denies every operation (RFC 8341 3.4.4)")
        requirement = "close-session is always permitted (RFC 8341 3.4.4)"
        await manager.done(close_session(), requirement, session=his)

    await with_rules(manager, (Rule("deny"),), judge)


@provider_case("O1-NACM-125", "The first rule that fits counts", "RFC 8341 3.4.4", needs=NEEDS, tags=TAGS)
async def first_counts(manager: Manager) -> None:
    """A rule permits the second user to lock, the next one denies all: he locks, and does nothing else."""
    await demand_module(manager, "ietf-netconf-acm")

    async def judge(his: str) -> None:
        reply = await manager.ask(lock(), session=his)
        right = "access-denied" not in {error.tag for error in reply.errors}
        requirement = "Of the rules that fit the first counts (RFC 8341 3.4.4)"
        try:
            check(right, requirement, expected="ok to lock", actual=told(reply))
            await denied(manager, his, NOTHING, requirement)
        finally:
            await put_back(manager, unlock(), his)

    locks = tuple(Rule("permit", "exec", "ietf-netconf", rpc=name) for name in ("lock", "unlock"))
    await with_rules(manager, (*locks, Rule("deny")), judge)


@provider_case("O1-NACM-126", "Nobody kills without a rule that lets him", "RFC 8341 3.4.4", needs=NEEDS, tags=NEGATIVE)
async def may_not_kill(manager: Manager) -> None:
    """The second user, whom no rule lets ask for anything, asks for kill-session: access-denied."""
    await demand_module(manager, "ietf-netconf-acm")
    await manager.connect()
    victim, number = manager.here, manager.session().session_id

    async def judge(his: str) -> None:
        requirement = "kill-session is denied unless a rule permits it (RFC 8341 3.4.4)"
        reply = await manager.ask(kill_session(number), session=his)
        alive = victim in manager.standing
        if not reply.refused:
            await demand_without_rights(manager, his)
        check(reply.refused and alive, requirement, expected="the error-tag access-denied", actual=told(reply))
        await denied(manager, his, kill_session(number), requirement)

    await with_rules(manager, (), judge)


async def demand_without_rights(manager: Manager, his: str) -> None:
    """End the case as ``inconc`` if the second user has rights that we do not know of: he may lock."""
    reply = await manager.ask(lock(), session=his)
    if not reply.refused:
        await manager.ask(unlock(), session=his)
        raise inconclusive(f"the second user, {manager.other_user}, has rights by groups of his own; give one without")


@provider_case(
    "O1-NACM-127", "Who may not be told is not", "RFC 8341 3.4.6", needs=(*NEEDS, "capability:notification"), tags=TAGS
)
async def keeps_quiet(manager: Manager) -> None:
    """Both users are subscribed; to the second one the begin of sessions is denied: only the first is told of it."""
    await demand_module(manager, "ietf-netconf-acm")
    await demand_events(manager)
    ours = await subscribe(manager, await manager.connect())

    async def judge(his: str) -> None:
        await subscribe(manager, his)
        number = await newcomer(manager)
        await told_of(manager, ours, START, "A session that begins is told of (RFC 6470 2)", of=number)
        await silent(manager, his, "A notification that a rule denies is not sent (RFC 8341 3.4.6)")

    told_nothing = Rule("deny", "read", "ietf-netconf-notifications", notification="*")
    await with_rules(manager, (told_nothing, Rule("permit", "exec"), Rule("permit", "read")), judge)


@provider_case(
    "O1-NACM-128",
    "The groups of the M-plane may subscribe",
    "O-RAN.WG4 MP 6.5, 9.1.7.3",
    needs=(*NEEDS, "capability:notification"),
    tags=(*TAGS, "F41"),
)
async def may_subscribe(manager: Manager) -> None:
    """The second user is put into each group of the M-plane in turn: create-subscription is not refused to him."""
    await demand_module(manager, "ietf-netconf-acm")
    groups = [each for each in M_PLANE_GROUPS if each in (await access_rules(manager)).groups()]
    if not groups:
        raise not_applicable("the element has no groups of the M-plane")
    for group in groups:

        async def judge(his: str, group: str = group) -> None:
            reply = await manager.ask(create_subscription(), session=his)
            requirement = f"Users of the group {group} may ask for notifications (O-RAN.WG4 MP 6.5)"
            right = "access-denied" not in {error.tag for error in reply.errors}
            check(right, requirement, expected="ok", actual=told(reply))

        await with_rules(manager, (), judge, groups=(group,))


@provider_case("O1-NACM-129", "What is denied is counted", "RFC 8341 3.5.2", needs=NEEDS, tags=TAGS)
async def counts(manager: Manager) -> None:
    """The second user is refused an operation: denied-operations is higher than before."""
    await demand_module(manager, "ietf-netconf-acm")
    ours = manager.here
    requirement = "denied-operations counts the operations that were denied (RFC 8341 3.5.2)"

    async def judge(his: str) -> None:
        before = await counted(manager, ours, requirement)
        await denied(manager, his, lock(), "What a rule denies to ask is refused with access-denied (RFC 8341 3.4.4)")
        after = await counted(manager, ours, requirement)
        check(after > before, requirement, expected=f"more than {before}", actual=str(after))

    await with_rules(manager, (Rule("deny", "exec", "ietf-netconf", rpc="lock"), ASKS), judge)


async def counted(manager: Manager, session: str | None, requirement: str) -> int:
    """How many operations were denied."""
    asked = get(subtree(f'<nacm xmlns="{NACM}"><denied-operations/></nacm>'))
    found = every(await data(manager, asked, requirement, session=session), "nacm/denied-operations", NACM)
    value = (found[0].text or "").strip() if found else ""
    check(value.isdigit() and value.isascii(), requirement, expected="a number", actual=value or "none")
    return int(value)


@provider_case(
    "O1-NACM-130",
    "Who watches cannot write",
    f"O-RAN.WG11 SRS 5.2.2.3, REQ-NAC-FUN-7; {STS}",
    needs=NEEDS,
    tags=NEGATIVE,
)
async def only_watches(manager: Manager) -> None:
    """The second user, who may nothing by himself, is put into O1_network_monitoring: he reads, and cannot write."""
    await demand_module(manager, "ietf-netconf-acm")
    ours = manager.here
    if "O1_network_monitoring" not in (await access_rules(manager)).groups():
        raise not_applicable("the element has no group O1_network_monitoring")
    assert manager.other_user is not None
    his = await manager.connect(user=manager.other_user)
    await demand_without_rights(manager, his)

    async def judge(his: str) -> None:
        await data(manager, get(state()), f"O1_network_monitoring reads ({SRS})", session=his)
        requirement = f"O1_network_monitoring writes nothing ({SRS}, REQ-NAC-FUN-7)"
        reply = await manager.ask(group_edit(GROUP), session=his)
        try:
            there = await has_group(manager, GROUP, session=ours)
            check(not there, requirement, expected="running as it was", actual="his edit in running")
        finally:
            await put_back(manager, group_edit(GROUP, "remove"), ours)
        check(reply.refused, requirement, expected="an rpc-error", actual=told(reply))

    await with_rules(manager, (), judge, groups=("O1_network_monitoring",))
