"""The candidate, its way into running, and validation (RFC 6241 8.3, 8.6)."""

from oran_harness.conformance.o1.edits import (
    ALICE,
    BOB,
    ONE,
    TWO,
    acm,
    between,
    config_of,
    edit_config,
    group,
    incomplete_rule,
    rule_list,
)
from oran_harness.conformance.o1.playground import (
    Ground,
    by_candidate,
    by_every_route,
    demand_holds,
    demand_same,
)
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.protocols.netconf.speaking import operation
from oran_harness.steps.manager import errors_text
from oran_harness.steps.outcome import check, inconclusive

_CANDIDATE = ("capability:candidate",)
_VALIDATE = ("capability:validate",)
_MANDATORY = "A mandatory leaf has to be there (RFC 7950 7.6.5, 8.1): a rule of access control has an action (RFC 8341)"


@provider_case(
    id="O1-CANDIDATE-101",
    title="The candidate is not running",
    clause="RFC 6241 8.3.1",
    needs=_CANDIDATE,
    tags=("candidate",),
)
@by_candidate
async def isolated(ground: Ground) -> None:
    """What is edited in the candidate, also in several steps, is not in running before the commit."""
    await ground.have(one=(ALICE,))
    await ground.edit("A proper edit of the candidate is done (RFC 6241 8.3.5)", group(ONE, BOB))
    await ground.edit("A proper edit of the candidate is done (RFC 6241 8.3.5)", group(TWO, BOB))
    requirement = "Edits of the candidate do not change running (RFC 6241 8.3.1)"
    await demand_holds(ground, requirement, "running", one=(ALICE,))
    requirement = "Edits of the candidate add up (RFC 6241 8.3.1)"
    await demand_holds(ground, requirement, "candidate", one=(ALICE, BOB), two=(BOB,))


@provider_case(
    id="O1-CANDIDATE-102",
    title="A commit brings all into running",
    clause="RFC 6241 8.3.4.1",
    needs=_CANDIDATE,
    tags=("candidate", "commit"),
)
@by_candidate
async def committed(ground: Ground) -> None:
    """Several edits and one commit: running and the candidate hold the same afterwards."""
    await ground.have(one=(ALICE,))
    await ground.edit("A proper edit of the candidate is done (RFC 6241 8.3.5)", group(ONE, operation="delete"))
    await ground.edit("A proper edit of the candidate is done (RFC 6241 8.3.5)", group(TWO, BOB))
    await ground.commit()
    for datastore in ("running", "candidate"):
        requirement = "After a commit, running is what the candidate was, and is again (RFC 6241 8.3.4.1)"
        await demand_holds(ground, requirement, datastore, two=(BOB,))


@provider_case(
    id="O1-CANDIDATE-103",
    title="Discarded changes are gone",
    clause="RFC 6241 8.3.4.2",
    needs=_CANDIDATE,
    tags=("candidate", "discard-changes"),
)
@by_candidate
async def discarded(ground: Ground) -> None:
    """After discard-changes the candidate is what running is, and a commit brings nothing of what was discarded."""
    await ground.have(one=(ALICE,))
    await ground.edit("A proper edit of the candidate is done (RFC 6241 8.3.5)", group(ONE, operation="delete"))
    await ground.edit("A proper edit of the candidate is done (RFC 6241 8.3.5)", group(TWO, BOB))
    requirement = "discard-changes makes the candidate what running is (RFC 6241 8.3.4.2)"
    await ground.done(operation("discard-changes"), requirement)
    await demand_holds(ground, requirement, "candidate", one=(ALICE,))
    await ground.commit()
    await demand_holds(ground, requirement, "running", one=(ALICE,))


@provider_case(
    id="O1-CANDIDATE-104",
    title="A commit of nothing is done",
    clause="RFC 6241 8.3.4.1",
    needs=_CANDIDATE,
    tags=("candidate", "commit"),
)
@by_candidate
async def commits_nothing(ground: Ground) -> None:
    """A commit where nothing was edited is answered ok, and changes nothing."""
    await ground.have(one=(ALICE,))
    await ground.commit()
    await ground.commit()
    requirement = "A commit of a candidate that is what running is changes nothing (RFC 6241 8.3.4.1)"
    await demand_holds(ground, requirement, "running", one=(ALICE,))


@provider_case(
    id="O1-CANDIDATE-105",
    title="What is not valid is not committed",
    clause="RFC 6241 8.3.4.1; RFC 7950 8.3.3",
    needs=_CANDIDATE,
    tags=("candidate", "commit", "negative"),
)
@by_candidate
async def commits_nothing_wrong(ground: Ground) -> None:
    """A rule without its action can be in the candidate; the commit is refused, and nothing of it is in running."""
    await ground.have(one=(ALICE,))
    await _incomplete(ground)
    await ground.refuses(_MANDATORY, operation("commit"))
    await demand_holds(ground, _MANDATORY, "running", one=(ALICE,))


@provider_case(
    id="O1-CANDIDATE-106",
    title="Validate tells what is wrong with the candidate",
    clause="RFC 6241 8.6.4.1; RFC 7950 8.3.3",
    needs=(*_CANDIDATE, *_VALIDATE),
    tags=("candidate", "validate", "negative"),
)
@by_candidate
async def validates_wrong(ground: Ground) -> None:
    """A candidate with a rule without its action is not valid, and validate says so."""
    await ground.have(one=(ALICE,))
    await _incomplete(ground)
    await ground.refuses(_MANDATORY, between("validate", None, "candidate"))


@provider_case(
    id="O1-CANDIDATE-107",
    title="Validate passes a proper candidate",
    clause="RFC 6241 8.6.4.1",
    needs=(*_CANDIDATE, *_VALIDATE),
    tags=("candidate", "validate"),
)
@by_candidate
async def validates_right(ground: Ground) -> None:
    """A candidate with a group more than running has is valid; to validate it changes nothing."""
    await ground.have(one=(ALICE,))
    await ground.edit("A proper edit of the candidate is done (RFC 6241 8.3.5)", group(ONE, BOB))
    requirement = "A configuration that is valid is found to be so (RFC 6241 8.6.4.1)"
    await ground.done(between("validate", None, "candidate"), requirement)
    await demand_holds(ground, requirement, "candidate", one=(ALICE, BOB))
    await demand_holds(ground, requirement, "running", one=(ALICE,))


@provider_case(
    id="O1-VALIDATE-101",
    title="Running is valid",
    clause="RFC 6241 8.6.4.1; RFC 7950 8.1",
    needs=_VALIDATE,
    tags=("validate",),
)
@by_every_route
async def running_valid(ground: Ground) -> None:
    """Validate of running is answered ok: it is valid at all times."""
    requirement = "Running is valid at all times (RFC 7950 8.1), and validate finds it so (RFC 6241 8.6.4.1)"
    await ground.done(between("validate", None, "running"), requirement)


@provider_case(
    id="O1-VALIDATE-102",
    title="Validate refuses what the models do not have",
    clause="RFC 6241 8.6.4.1",
    needs=_VALIDATE,
    tags=("validate", "negative"),
)
@by_every_route
async def refuses_given(ground: Ground) -> None:
    """A configuration that is given along, with a node that there is not, is not valid."""
    await ground.have(one=(ALICE,))
    requirement = "Validate tells what is wrong with the configuration that it is given (RFC 6241 8.6.4.1)"
    content = config_of([group(ONE, ALICE, acm("oran-harness-unknown", "1"))])
    await ground.refuses(requirement, between("validate", None, content))


@provider_case(
    id="O1-VALIDATE-103",
    title="What is not valid does not get into running",
    clause="RFC 7950 7.6.5, 8.1",
    tags=("edit-config", "negative"),
)
@by_every_route
async def stays_valid(ground: Ground) -> None:
    """A rule without its action gets into running by no route, and the group beside it neither."""
    await ground.make(rule_list(TWO))
    before = await ground.content("running")
    reply = await ground.ask(edit_config(ground.target, incomplete_rule(), group(ONE, BOB)))
    if not reply.refused and ground.target == "candidate":
        reply = await ground.ask(operation("commit"))
    actual = errors_text(reply.errors) if reply.errors else "done, without an rpc-error"
    check(reply.refused, _MANDATORY, expected="an rpc-error", actual=actual)
    await demand_same(ground, before, "running", _MANDATORY)


async def _incomplete(ground: Ground) -> None:
    """Put a rule without its action into the candidate; an element that takes none in is not accused."""
    await ground.make(rule_list(TWO))
    reply = await ground.ask(edit_config("candidate", incomplete_rule(), test_option="set"))
    if reply.refused:
        raise inconclusive(f"the candidate takes in nothing that is not valid: {errors_text(reply.errors)}")
