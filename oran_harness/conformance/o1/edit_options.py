"""What an edit-config does about errors, and about tests (RFC 6241 7.2, 8.5, 8.6)."""

import functools

from oran_harness.codec.xml import Element
from oran_harness.conformance.o1.edits import ALICE, BOB, CAROL, ONE, THREE, TWO, acm, edit_config, group, groups
from oran_harness.conformance.o1.playground import Ground, by_every_route, groups_text
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.state import differences
from oran_harness.steps.outcome import check, unsupported

_option = functools.partial(provider_case, tags=("edit-config", "options"))
_ROLLBACK = ("capability:rollback-on-error",)
_VALIDATE = ("capability:validate",)
_BACK = "With rollback-on-error, an error leaves the configuration as it was before (RFC 6241 7.2, 8.5)"
_TOLD = "An edit-config of which a part cannot be done is answered with its error (RFC 6241 7.2)"


@_option(id="O1-OPTION-101", title="Rollback takes back what came before", clause="RFC 6241 7.2, 8.5", needs=_ROLLBACK)
@by_every_route
async def rolls_back(ground: Ground) -> None:
    """A proper part, and behind it one that cannot be done: with rollback-on-error neither is there."""
    await ground.have(one=(ALICE,))
    content = groups(_create(TWO), _create(ONE))
    await ground.refuses_edit(_BACK, ("data-exists",), content, error_option="rollback-on-error")


@_option(id="O1-OPTION-102", title="Rollback leaves out what comes behind", clause="RFC 6241 7.2, 8.5", needs=_ROLLBACK)
@by_every_route
async def rolls_back_first(ground: Ground) -> None:
    """A part that cannot be done, and behind it a proper one: with rollback-on-error neither is there."""
    await ground.have(one=(ALICE,))
    content = groups(_create(ONE), _create(TWO))
    await ground.refuses_edit(_BACK, ("data-exists",), content, error_option="rollback-on-error")


@_option(id="O1-OPTION-103", title="Rollback restores what was deleted", clause="RFC 6241 7.2, 8.5", needs=_ROLLBACK)
@by_every_route
async def restores(ground: Ground) -> None:
    """A group is deleted and another replaced, and a third cannot be deleted: all is as it was."""
    await ground.have(one=(ALICE,), two=(ALICE, BOB))
    content = groups(
        acm("group", acm("name", ONE), operation="delete"),
        acm("group", acm("name", TWO), acm("user-name", CAROL), operation="replace"),
        acm("group", acm("name", THREE), operation="delete"),
    )
    await ground.refuses_edit(_BACK, ("data-missing",), content, error_option="rollback-on-error")


@_option(id="O1-OPTION-104", title="Rollback on what cannot be read", clause="RFC 6241 7.2, 8.5", needs=_ROLLBACK)
@by_every_route
async def rolls_back_unknown(ground: Ground) -> None:
    """A group is deleted, and another holds a node that there is not: the first is still there."""
    await ground.have(one=(ALICE,))
    unknown = acm("group", acm("name", TWO), acm("oran-harness-unknown", "1"))
    content = groups(acm("group", acm("name", ONE), operation="delete"), unknown)
    await ground.refuses_edit(_BACK, ("unknown-element",), content, error_option="rollback-on-error")


@_option(id="O1-OPTION-105", title="Stop-on-error tells the error", clause="RFC 6241 7.2")
@by_every_route
async def stops(ground: Ground) -> None:
    """Of two parts one cannot be done: that is told, and nothing is changed that the edit did not name."""
    await ground.have(one=(ALICE,), three=(BOB,))
    await _told(ground, "stop-on-error")


@_option(id="O1-OPTION-106", title="Continue-on-error tells the error", clause="RFC 6241 7.2")
@by_every_route
async def continues(ground: Ground) -> None:
    """Of two parts one cannot be done: that is told, and nothing is changed that the edit did not name."""
    await ground.have(one=(ALICE,), three=(BOB,))
    await _told(ground, "continue-on-error")


@_option(id="O1-OPTION-107", title="Test-only changes nothing", clause="RFC 6241 7.2, 8.6.5.1", needs=_VALIDATE)
@by_every_route
async def tests_only(ground: Ground) -> None:
    """A proper edit that is only to be tested is answered ok, and no datastore is changed."""
    await ground.have(one=(ALICE,))
    requirement = "With test-only an edit is validated, and not done (RFC 6241 7.2, 8.6.5.1)"
    before = await ground.ours()
    await ground.edit(requirement, group(TWO, BOB), test_option="test-only")
    for datastore in {"running", ground.target}:
        found = await ground.ours(datastore)
        expected = f"in {datastore}: {groups_text(before)}"
        check(found == before, requirement, expected=expected, actual=f"in {datastore}: {groups_text(found)}")


@_option(id="O1-OPTION-108", title="Test-only tells what is wrong", clause="RFC 6241 7.2, 8.6.5.1", needs=_VALIDATE)
@by_every_route
async def tests_only_wrong(ground: Ground) -> None:
    """An edit that cannot be done is refused when it is only to be tested, too."""
    await ground.have(one=(ALICE,))
    requirement = "With test-only, what is wrong with an edit is told (RFC 6241 7.2, 8.6.5.1)"
    await ground.refuses_edit(requirement, ("invalid-value",), group(ONE, acm("user-name")), test_option="test-only")


@_option(id="O1-OPTION-109", title="Test-then-set does what is right", clause="RFC 6241 7.2, 8.6.5.1", needs=_VALIDATE)
@by_every_route
async def tests_then_sets(ground: Ground) -> None:
    """A proper edit that is to be tested first is done."""
    requirement = "With test-then-set, an edit that is valid is done (RFC 6241 7.2, 8.6.5.1)"
    await ground.accepted(requirement, group(ONE, ALICE), leaves={"one": (ALICE,)}, test_option="test-then-set")


@_option(id="O1-OPTION-110", title="Test-then-set does nothing wrong", clause="RFC 6241 7.2, 8.6.5.1", needs=_VALIDATE)
@by_every_route
async def tests_then_sets_not(ground: Ground) -> None:
    """An edit with a value of the wrong form that is to be tested first is not done."""
    await ground.have(one=(ALICE,))
    requirement = "With test-then-set, an edit that is not valid is not done (RFC 6241 7.2, 8.6.5.1)"
    content = group(ONE, BOB, acm("user-name"))
    await ground.refuses_edit(requirement, ("invalid-value",), content, test_option="test-then-set")


@_option(id="O1-OPTION-111", title="Set does what it is told", clause="RFC 6241 7.2, 8.6.5.1", needs=_VALIDATE)
@by_every_route
async def sets(ground: Ground) -> None:
    """A proper edit without a test is done."""
    requirement = "With set, an edit is done (RFC 6241 7.2, 8.6.5.1)"
    await ground.accepted(requirement, group(ONE, ALICE), leaves={"one": (ALICE,)}, test_option="set")


async def _told(ground: Ground, option: str) -> None:
    """The error is told. Whether the proper part is done is open: elements may take edits as one."""
    before = await ground.content(ground.target)
    request = edit_config(ground.target, groups(_create(ONE), _create(TWO)), error_option=option)
    reply = await ground.ask(request)
    tags = ", ".join(error.tag for error in reply.errors)
    if tags == "operation-not-supported":
        raise unsupported(f"the {ground.manager.sut} does not have the error-option {option}")
    expected = "an rpc-error with error-tag data-exists"
    check("data-exists" in tags, _TOLD, expected=expected, actual=tags or "done, without an rpc-error")
    after = dict(await ground.content(ground.target))
    made = after.pop(f"group {TWO}", CAROL)
    requirement = "An edit-config changes what it names, and nothing else (RFC 6241 7.2)"
    check(after == before, requirement, expected="all else as it was", actual=differences(before, after))
    requirement = "A part of an edit-config that is done is done whole (RFC 6241 7.2)"
    check(made == CAROL, requirement, expected=f"{TWO} with {CAROL}, or not at all", actual=f"{TWO} with {made!r}")


def _create(name: str) -> Element:
    return acm("group", acm("name", name), acm("user-name", CAROL), operation="create")
