"""Edits that have to be done, by every route that leads to running (RFC 6241 7.2, 8.2, 8.3)."""

import functools
from collections.abc import Iterable

from oran_harness.codec.xml import Element
from oran_harness.conformance.o1.edits import (
    ACM,
    ALICE,
    BOB,
    CAROL,
    ONE,
    THREE,
    TWO,
    YANG,
    acm,
    edit_config,
    group,
    groups,
    rule_list,
    whole_config,
)
from oran_harness.conformance.o1.playground import Ground, by_candidate, by_every_route, groups_text
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.protocols.netconf import BASE, BASE_1_1
from oran_harness.steps.manager import errors_text
from oran_harness.steps.outcome import check, inconclusive, not_applicable, unsupported

_edit = functools.partial(provider_case, tags=("edit-config",))
_NO_ROOM = ("operation-not-supported", "operation-failed")
"""What an element may say that lets nobody make groups."""


@_edit(id="O1-EDIT-101", title="Merge creates what is not there", clause="RFC 6241 7.2")
@by_every_route
async def merge_creates(ground: Ground) -> None:
    """A group that was not there is there after it was merged, with its users; all else is as it was."""
    reply = await ground.ask(edit_config(ground.target, group(THREE)))
    if any(error.tag in _NO_ROOM for error in reply.errors):
        raise inconclusive(f"no groups can be made here: {errors_text(reply.errors)}")
    await ground.clear()
    requirement = "A merge creates the nodes that are not there (RFC 6241 7.2)"
    await ground.accepted(requirement, group(ONE, ALICE, BOB), leaves={"one": (ALICE, BOB)})


@_edit(id="O1-EDIT-102", title="Merge keeps what it does not name", clause="RFC 6241 7.2")
@by_every_route
async def merge_keeps(ground: Ground) -> None:
    """A merge adds a user to a group; those that it had before stay."""
    await ground.have(one=(ALICE, BOB), two=(ALICE,))
    requirement = "A merge adds to what is there, and takes nothing away (RFC 6241 7.2)"
    leaves = {"one": (ALICE, BOB, CAROL), "two": (ALICE,)}
    await ground.accepted(requirement, group(ONE, CAROL), leaves=leaves)


@_edit(id="O1-EDIT-103", title="Replace puts one node for another", clause="RFC 6241 7.2")
@by_every_route
async def replaces(ground: Ground) -> None:
    """A replaced group has the users that were given, and no others; its neighbour keeps its own."""
    await ground.have(one=(ALICE, BOB), two=(ALICE,))
    requirement = "A replace puts what is given in the place of all that the node held (RFC 6241 7.2)"
    content = group(ONE, CAROL, operation="replace")
    await ground.accepted(requirement, content, leaves={"one": (CAROL,), "two": (ALICE,)})


@_edit(id="O1-EDIT-104", title="Replace creates what is not there", clause="RFC 6241 7.2")
@by_every_route
async def replace_creates(ground: Ground) -> None:
    """A replace of a group that is not there creates it."""
    await ground.have(two=(ALICE,))
    requirement = "A replace creates a node that is not there (RFC 6241 7.2)"
    content = group(ONE, BOB, operation="replace")
    await ground.accepted(requirement, content, leaves={"one": (BOB,), "two": (ALICE,)})


@_edit(id="O1-EDIT-105", title="Create makes what is not there", clause="RFC 6241 7.2")
@by_every_route
async def creates(ground: Ground) -> None:
    """A group that is not there can be created."""
    requirement = "A create makes a node that is not there (RFC 6241 7.2)"
    await ground.accepted(requirement, group(ONE, ALICE, operation="create"), leaves={"one": (ALICE,)})


@_edit(id="O1-EDIT-106", title="Delete takes a node away", clause="RFC 6241 7.2")
@by_every_route
async def deletes(ground: Ground) -> None:
    """A deleted group is gone with all that it held; its neighbour stays."""
    await ground.have(one=(ALICE, BOB), two=(ALICE,))
    requirement = "A delete takes a node away (RFC 6241 7.2)"
    await ground.accepted(requirement, group(ONE, operation="delete"), leaves={"two": (ALICE,)})


@_edit(id="O1-EDIT-107", title="Delete takes one value away", clause="RFC 6241 7.2; RFC 7950 7.7.9")
@by_every_route
async def deletes_value(ground: Ground) -> None:
    """One user of a group is deleted; the others stay."""
    await ground.have(one=(ALICE, BOB))
    requirement = "A delete of one entry of a leaf-list takes away that entry (RFC 7950 7.7.9)"
    content = group(ONE, acm("user-name", ALICE, operation="delete"))
    await ground.accepted(requirement, content, leaves={"one": (BOB,)})


@_edit(id="O1-EDIT-108", title="Remove of what is not there is done", clause="RFC 6241 7.2")
@by_every_route
async def removes_absent(ground: Ground) -> None:
    """A remove of a group that is not there is no error, and changes nothing."""
    _demand_remove(ground)
    await ground.have(two=(ALICE,))
    requirement = "A remove of a node that is not there is silently passed over (RFC 6241 7.2)"
    await ground.accepted(requirement, group(ONE, operation="remove"), leaves={"two": (ALICE,)})


@_edit(id="O1-EDIT-109", title="Remove takes a node away", clause="RFC 6241 7.2")
@by_every_route
async def removes(ground: Ground) -> None:
    """A removed group is gone."""
    _demand_remove(ground)
    await ground.have(one=(ALICE,), two=(ALICE,))
    requirement = "A remove takes a node away that is there (RFC 6241 7.2)"
    await ground.accepted(requirement, group(ONE, operation="remove"), leaves={"two": (ALICE,)})


@_edit(id="O1-EDIT-110", title="An operation holds down to the next", clause="RFC 6241 7.2")
@by_every_route
async def nests(ground: Ground) -> None:
    """In a merged group one user is deleted, one created, and one merged: each has its own operation."""
    await ground.have(one=(ALICE,), two=(ALICE,))
    requirement = "An operation is that of the nearest attribute on the way up (RFC 6241 7.2)"
    users = (acm("user-name", ALICE, operation="delete"), acm("user-name", BOB, operation="create"), CAROL)
    leaves = {"one": (BOB, CAROL), "two": (ALICE,)}
    await ground.accepted(requirement, group(ONE, *users, operation="merge"), leaves=leaves)


@_edit(id="O1-EDIT-111", title="Default-operation none changes what has an operation", clause="RFC 6241 7.2")
@by_every_route
async def none_by_default(ground: Ground) -> None:
    """Where nothing is done by default, a user without an operation stays as he was, and one with it is added."""
    await ground.have(one=(ALICE, BOB))
    requirement = "With default-operation none only what has an operation of its own is done (RFC 6241 7.2)"
    content = group(ONE, BOB, acm("user-name", CAROL, operation="create"))
    leaves = {"one": (ALICE, BOB, CAROL)}
    await ground.accepted(requirement, content, leaves=leaves, default_operation="none")


@_edit(
    id="O1-EDIT-112",
    title="Default-operation replace replaces",
    clause="RFC 6241 7.2",
    needs=("capability:candidate",),
)
@by_candidate
async def replace_by_default(ground: Ground) -> None:
    """The whole configuration is given back with one user less, in the candidate alone, and is taken as it is given."""
    await ground.have(one=(ALICE, BOB))
    whole = await ground.done(whole_config("running"), "The o1-provider gives running (RFC 6241 7.1)")
    content = [each for part in whole.content for each in part]
    entry = _entry_of(content, ONE)
    if entry is None:
        raise not_applicable("the user of the session cannot read the whole configuration")
    for user in [each for each in entry.iterfind(f"{{{ACM}}}user-name") if each.text == BOB]:
        entry.remove(user)
    request = edit_config("candidate", *content, default_operation="replace", test_option="set")
    reply = await ground.ask(request)
    if reply.refused:
        raise inconclusive(f"the configuration is not taken back as it was given: {errors_text(reply.errors)}")
    found = await ground.ours()
    requirement = "With default-operation replace, what is given is put in the place of what there is (RFC 6241 7.2)"
    wanted = {ONE: frozenset((ALICE,))}
    check(found == wanted, requirement, expected=groups_text(wanted), actual=groups_text(found))


def _entry_of(content: Iterable[Element], name: str) -> Element | None:
    entries = (entry for part in content for entry in part.iter(f"{{{ACM}}}group"))
    return next((entry for entry in entries if entry.findtext(f"{{{ACM}}}name") == name), None)


@_edit(id="O1-EDIT-113", title="All of an edit is done", clause="RFC 6241 7.2")
@by_every_route
async def several(ground: Ground) -> None:
    """One request deletes a group, creates another and adds a user to a third; all three are done."""
    await ground.have(one=(ALICE,), two=(BOB,))
    requirement = "All that one edit-config names is done (RFC 6241 7.2)"
    content = groups(
        acm("group", acm("name", ONE), operation="delete"),
        acm("group", acm("name", TWO), acm("user-name", CAROL)),
        acm("group", acm("name", THREE), acm("user-name", ALICE), operation="create"),
    )
    await ground.accepted(requirement, content, leaves={"two": (BOB, CAROL), "three": (ALICE,)})


@_edit(id="O1-EDIT-114", title="Prefixes mean what they are bound to", clause="RFC 6241 3.1")
@by_every_route
async def prefixed(ground: Ground) -> None:
    """The same edit with a prefix on all that is NETCONF's, and another on all that is the module's, is done."""
    await ground.have(one=(ALICE,))
    requirement = "The prefixes of a request are the client's to choose (XML Namespaces; RFC 6241 3.1)"
    reply = await ground.ask(_PREFIXED.format(target=ground.target).encode())
    check(not reply.refused, requirement, expected="no rpc-error", actual=errors_text(reply.errors))
    await ground.commit()
    found = await ground.ours("running")
    check(not found, requirement, expected="none", actual=groups_text(found))


@_edit(id="O1-EDIT-115", title="An entry is inserted where it is wanted", clause="RFC 7950 7.8.6")
@by_every_route
async def inserts(ground: Ground) -> None:
    """Of two lists of rules, for nobody, one is inserted before the other, in whose order rules are tried."""
    await ground.make(rule_list(ONE))
    requirement = "In a list that is ordered by its user, an entry stands where it was inserted (RFC 7950 7.8.6)"
    await ground.done(_INSERTING.format(target=ground.target).encode(), requirement)
    await ground.commit()
    order = [key.partition(" ")[2] for key in await ground.content("running") if key.startswith("rule-list ")]
    ours = ", ".join(name for name in order if name in (ONE, TWO))
    check(ours == f"{TWO}, {ONE}", requirement, expected=f"{TWO}, {ONE}", actual=ours or "neither")


def _demand_remove(ground: Ground) -> None:
    """End the case as ``unsupported`` without base:1.1, with which this operation came (RFC 6241 appendix F)."""
    if not ground.manager.has(BASE_1_1, ground.session):
        raise unsupported("the operation remove came with base:1.1, which the o1-provider does not speak")


_PREFIXED = (
    f'<nc:edit-config xmlns:nc="{BASE}"><nc:target><nc:{{target}}/></nc:target><nc:config>'
    f'<own:nacm xmlns:own="{ACM}"><own:groups><own:group nc:operation="delete"><own:name>{ONE}</own:name>'
    "</own:group></own:groups></own:nacm></nc:config></nc:edit-config>"
)
_INSERTING = (
    f'<edit-config xmlns="{BASE}"><target><{{target}}/></target><config>'
    f'<nacm xmlns="{ACM}" xmlns:own="{ACM}" xmlns:yang="{YANG}">'
    f'<rule-list yang:insert="before" yang:key="[own:name=\'{ONE}\']"><name>{TWO}</name></rule-list>'
    "</nacm></config></edit-config>"
)
"""Written out, for what a key binds its prefixes to is lost where elements are moved."""
