"""What is edited: groups of access control (RFC 8341 3.2), which O-RAN asks of every managed element.

What a case makes has names of its own, and is taken away after it.
"""

import functools
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from oran_harness.codec.xml import Element
from oran_harness.conformance.o1.edits import ACM, NAMES, edit_config, get_config, group, library, rule_list
from oran_harness.conformance.o1.state import Content, State, differences, read_content
from oran_harness.model import Verdict
from oran_harness.protocols.netconf import RpcError, RpcReply
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.protocols.netconf.speaking import operation
from oran_harness.steps.manager import Manager, errors_text
from oran_harness.steps.outcome import CaseOutcome, check, inconclusive, not_applicable

PUTTING_AWAY = "putting away what was made"
BUSY = ("in-use", "lock-denied", "resource-denied")
"""What an element says that could do it at another time (RFC 6241 appendix A)."""
_SURPLUS = "An edit-config changes what it names, and nothing else (RFC 6241 7.2)"
_COMMITTED = "After a commit, running is what the candidate was (RFC 6241 8.3.4.1)"
_ISOLATED = "An edit of the candidate does not change running before a commit (RFC 6241 8.3.1)"
_UNTOUCHED = "A request that is refused changes nothing (RFC 6241 7.2, 7.3)"
_NO_ROUTE = "the o1-provider advertises neither :writable-running nor :candidate"

Groups = Mapping[str, frozenset[str]]
"""Our groups, each with the names of its users."""


@dataclass(frozen=True)
class Ground:
    """Our groups at an element, edited on one session by way of ``target``: running itself, or the candidate."""

    manager: Manager
    session: str
    target: str

    async def ask(self, request: Element | bytes) -> RpcReply:
        """Ask; what the user of the session may not do, or what somebody else is in the way of, ends the case."""
        reply = await self.manager.ask(request, session=self.session)
        tags = [error.tag for error in reply.errors]
        if "access-denied" in tags:
            raise not_applicable(f"the user of the session has no right to do this: {errors_text(reply.errors)}")
        if set(tags) & set(BUSY):
            raise inconclusive(f"the {self.manager.sut} is busy: {errors_text(reply.errors)}")
        return reply

    async def done(self, request: Element | bytes, requirement: str) -> RpcReply:
        """Ask for what has to be done; a refusal fails the case with ``requirement``."""
        reply = await self.ask(request)
        check(not reply.refused, requirement, expected="no rpc-error", actual=errors_text(reply.errors))
        return reply

    async def edit(self, requirement: str, *config: Element, **options: str) -> None:
        """Edit the target; a refusal fails the case with ``requirement``."""
        await self.done(edit_config(self.target, *config, **options), requirement)

    async def commit(self, **parameters: str) -> None:
        """Commit the candidate; nothing where running itself is the target."""
        if self.target == "candidate":
            requirement = "A commit of a candidate that is valid is done (RFC 6241 8.3.4.1)"
            await self.done(operation("commit", **parameters), requirement)

    async def state(self) -> State:
        """What all datastores that can be edited hold of what we edit."""
        both = self.target == "candidate" or self.has("candidate")
        return State({name: await self.content(name) for name in ("running", *(("candidate",) if both else ()))})

    def has(self, name: str) -> bool:
        """Whether the element advertises a capability."""
        return self.manager.has(CAPABILITIES[name], self.session)

    async def content(self, datastore: str) -> Content:
        """What one datastore holds of what we edit."""
        requirement = "The o1-provider gives the configuration of a datastore that it has (RFC 6241 7.1)"
        return read_content(await self.done(get_config(datastore), requirement))

    async def ours(self, datastore: str | None = None) -> Groups:
        """Our groups in a datastore, the target unless one is named."""
        return _ours(await self.content(datastore or self.target))

    async def make(self, *config: Element) -> None:
        """Edit and commit what a case begins with; an element that has no room for it is not accused."""
        reply = await self.ask(edit_config(self.target, *config))
        if not reply.refused and self.target == "candidate":
            reply = await self.ask(operation("commit"))
        if reply.refused:
            raise not_applicable(f"what the case needs cannot be made here: {errors_text(reply.errors)}")

    async def have(self, **groups: tuple[str, ...]) -> None:
        """Make groups, by the names ``one``, ``two``, ``three``, and see that they are there."""
        await self.make(*(group(f"{NAMES}{name}", *users) for name, users in groups.items()))
        made = {f"{NAMES}{name}": frozenset(users) for name, users in groups.items()}
        found = await self.ours("running")
        if any(name not in found for name in made):
            await self.explain(next(name for name in made if name not in found))
        requirement = "What an edit-config was answered ok for is in running, by every route (RFC 6241 7.2)"
        check(found == made, requirement, expected=groups_text(made), actual=groups_text(found))

    async def explain(self, name: str) -> None:
        """End the case without a finding if a group is there all the same, only not for us to read (RFC 8341 3.2.4)."""
        reply = await self.ask(edit_config(self.target, group(name, operation="create")))
        if any(error.tag == "data-exists" for error in reply.errors):
            raise not_applicable("the user of the session cannot read what it has made")

    async def accepted(
        self, requirement: str, *config: Element, leaves: Mapping[str, tuple[str, ...]], **options: str
    ) -> None:
        """An edit is done, there at once in its target, in running only by the route that leads there; and no other.

        ``leaves`` is what there is of our groups afterwards.
        """
        before = await self.state()
        await self.edit(requirement, *config, **options)
        wanted = {f"{NAMES}{name}": frozenset(users) for name, users in leaves.items()}
        after = await self.state()
        await self._is(after, self.target, wanted, requirement)
        if self.target == "candidate":
            found = differences(before.of("running"), after.of("running"))
            check(not found, _ISOLATED, expected="running as it was", actual=found)
            await self.commit()
            after = await self.state()
            await self._is(after, "running", wanted, _COMMITTED)
        found = differences(before.foreign("running"), after.foreign("running"))
        check(not found, _SURPLUS, expected="all else in running as it was", actual=found)

    async def _is(self, state: State, datastore: str, wanted: Groups, requirement: str) -> None:
        found = _ours(state.of(datastore))
        for name in wanted.keys() - found.keys():
            await self.explain(name)
        expected = f"in {datastore}: {groups_text(wanted)}"
        check(found == wanted, requirement, expected=expected, actual=f"in {datastore}: {groups_text(found)}")

    async def refuses(self, requirement: str, request: Element | bytes, *tags: str) -> RpcError:
        """A request is refused, with one of the error-tags if any are named, and leaves nothing behind."""
        return await self._refuses(requirement, request, tags, whole=True)

    async def _refuses(
        self, requirement: str, request: Element | bytes, tags: tuple[str, ...], *, whole: bool
    ) -> RpcError:
        before = await self.state()
        reply = await self.ask(request)
        found = next((error for error in reply.errors if error.tag in tags or not tags), None)
        actual = errors_text(reply.errors) if reply.errors else "done, without an rpc-error"
        expected = f"an rpc-error with error-tag {' or '.join(tags)}" if tags else "an rpc-error"
        after = await self.state()
        left = differences(before, after) if whole else differences(before.foreign("running"), after.foreign("running"))
        if reply.errors:
            check(not left, _UNTOUCHED, expected="all datastores as they were", actual=left)
        else:
            actual += f"; {left}" if left else "; nothing has changed"
        check(found is not None, requirement, expected=expected, actual=actual)
        assert found is not None
        return found

    async def refuses_edit(self, requirement: str, tags: tuple[str, ...], *config: Element, **options: str) -> RpcError:
        """An edit of the target is refused, and leaves nothing behind.

        Rollback is asked for where it can be had: without it, what is proper in the edit may have been done.
        """
        whole = self.has("rollback-on-error")
        if whole:
            options.setdefault("error_option", "rollback-on-error")
        request = edit_config(self.target, *config, **options)
        return await self._refuses(requirement, request, tags, whole=whole)

    async def clear(self) -> bool:
        """Take away all that has our names: what this case has made, or one before that was broken off.

        Whether there was any.
        """
        if self.target == "candidate":
            await self.manager.ask(operation("discard-changes"), session=self.session)
        found = await self.content("running")
        rest = [name for name in found if name.partition(" ")[2].startswith(NAMES)]
        if rest:
            await self.manager.ask(edit_config(self.target, *map(_removal, rest)), session=self.session)
            if self.target == "candidate":
                await self.manager.ask(operation("commit"), session=self.session)
        return bool(rest)


async def demand_holds(ground: Ground, requirement: str, datastore: str, **groups: tuple[str, ...]) -> None:
    """Our groups in a datastore are these and no others, by the names ``one``, ``two``, ``three``."""
    wanted = {f"{NAMES}{name}": frozenset(users) for name, users in groups.items()}
    found = await ground.ours(datastore)
    expected = f"in {datastore}: {groups_text(wanted)}"
    check(found == wanted, requirement, expected=expected, actual=f"in {datastore}: {groups_text(found)}")


async def demand_same(ground: Ground, before: Content, datastore: str, requirement: str) -> None:
    """A datastore holds what it held before."""
    found = differences(before, await ground.content(datastore))
    check(not found, requirement, expected=f"{datastore} as it was", actual=found)


Body = Callable[[Ground], Awaitable[None]]


def by_every_route(body: Body) -> Callable[[Manager], Awaitable[None]]:
    """The body as that of a case, done by each route that leads to running: directly, and by way of the candidate."""
    return _body(body, ("writable-running", "candidate"))


def by_any_route(body: Body) -> Callable[[Manager], Awaitable[None]]:
    """The body as that of a case that takes long: done by one route that leads to running."""
    return _body(body, ("writable-running", "candidate"), most=1)


def by_candidate(body: Body) -> Callable[[Manager], Awaitable[None]]:
    """The body as that of a case about the candidate."""
    return _body(body, ("candidate",))


def _body(body: Body, names: tuple[str, ...], most: int = 2) -> Callable[[Manager], Awaitable[None]]:
    @functools.wraps(body)
    async def whole(manager: Manager) -> None:
        session = manager.here
        assert session is not None
        await demand_module(manager, session)
        routes = {"writable-running": "running", "candidate": "candidate"}
        targets = [routes[name] for name in names if manager.has(CAPABILITIES[name], session)][:most]
        if not targets:
            raise not_applicable(_NO_ROUTE)
        open_ends: list[CaseOutcome] = []
        for target in targets:
            await manager.heading(f"editing {target}")
            try:
                await _performed(body, Ground(manager, session, target))
            except CaseOutcome as outcome:
                if outcome.verdict not in (Verdict.SKIP, Verdict.INCONC):
                    raise
                open_ends.append(outcome)
        unsure = [outcome for outcome in open_ends if outcome.verdict is Verdict.INCONC]
        if unsure or len(open_ends) == len(targets):
            raise (unsure or open_ends)[0]

    return whole


async def _performed(body: Body, ground: Ground) -> None:
    """The body on cleared ground; however it ends, what it has made is taken away."""
    if await ground.clear() and await ground.clear():
        raise inconclusive("what a case before this one has left cannot be taken away")
    try:
        await body(ground)
    except CaseOutcome:
        await put_away(ground)
        raise
    await put_away(ground)


async def put_away(ground: Ground) -> None:
    """Take away what a case has made, on another session if need be; how the element takes it is no matter of it."""
    manager = ground.manager
    await manager.heading(PUTTING_AWAY)
    try:
        session = ground.session
        if session not in manager.standing:
            await manager.alone()
            session = await manager.connect()
        await Ground(manager, session, ground.target).clear()
    except CaseOutcome:
        # The verdict on what the case is about stands already.
        return


async def demand_module(manager: Manager, session: str) -> None:
    """End the case as not applicable where there are no groups of access control to edit."""
    if manager.has(ACM, session):
        return
    reply = await manager.ask(library(), session=session)
    names = (each.text for part in reply.content for each in part.iter("{*}name"))
    if "ietf-netconf-acm" not in names:
        raise not_applicable(f"the {manager.sut} does not have the module ietf-netconf-acm, whose groups are edited")


def groups_text(groups: Groups) -> str:
    """Groups for people."""
    return "; ".join(f"{name} with {', '.join(sorted(groups[name])) or 'nobody'}" for name in sorted(groups)) or "none"


def _ours(content: Content) -> Groups:
    found = {key.partition(" ")[2]: users for key, users in content.items() if key.startswith(f"group {NAMES}")}
    return {name: frozenset(users.split("\n")) - {""} for name, users in found.items()}


def _removal(key: str) -> Element:
    kind, _, name = key.partition(" ")
    if kind == "group":
        return group(name, operation="delete")
    return rule_list(name, operation="delete")
