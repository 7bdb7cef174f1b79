"""How a manager edits: locks, commits, confirmations (RFC 6241 7.5, 8.3, 8.4; O-RAN.WG4 MP 6.6, 9.1.5)."""

from oran_harness.conformance.o1.manager_case import manager_case
from oran_harness.conformance.o1.manager_options import parameter, uses
from oran_harness.conformance.o1.manager_rpcs import within
from oran_harness.conformance.o1.provoking import EDIT, EDITED, advertised, done_with
from oran_harness.conformance.preambles import FRESH
from oran_harness.model import Level
from oran_harness.protocols.netconf import Rpc
from oran_harness.steps.managed_element import ManagedElement
from oran_harness.steps.outcome import check, inconclusive, not_applicable

TAGS = ("edit",)
INTERVAL_S = 60
"""The seconds of a supervision interval unless a manager says otherwise (O-RAN.WG4 MP 6.7)."""
DEFAULT_TIMEOUT_S = 600
"""The seconds of a confirmed commit that names none (RFC 6241 8.4.5)."""


@manager_case(
    "O1-LOCK-201",
    "A manager locks what it edits",
    "O-RAN.WG4 MP 9.1.5",
    level=Level.SHOULD,
    needs=(EDITED,),
    tags=("lock", *TAGS),
)
async def locks_first(element: ManagedElement) -> None:
    """The manager edits: a lock of the datastore that it edits comes before its edit-config."""
    asked = await done_with(element, EDIT, "edit-config")
    target, before = edited(asked)
    locked = [
        rpc for rpc in before if rpc.name in ("lock", "partial-lock") and target in (*within(rpc, "target"), target)
    ]
    actual = ", ".join(rpc.name for rpc in before) or "nothing before it"
    requirement = f"A manager locks a datastore before it edits it, here {target} (O-RAN.WG4 MP 9.1.5)"
    check(bool(locked), requirement, expected=f"lock of {target} before edit-config", actual=actual)


@manager_case(
    "O1-LOCK-202",
    "A manager gives a lock back",
    "RFC 6241 7.5, 7.6",
    level=Level.SHOULD,
    needs=(EDITED,),
    tags=("lock", *TAGS),
)
async def unlocks(element: ManagedElement) -> None:
    """What the manager has locked for its edit is unlocked behind it, or its session is over."""
    asked = await done_with(element, EDIT, "edit-config")
    name = element.last_session
    held: list[str] = []
    for rpc in asked:
        held += within(rpc, "target") if rpc.name == "lock" else ()
        if rpc.name == "unlock":
            held = [each for each in held if each not in within(rpc, "target")]
    if not any(rpc.name == "lock" for rpc in asked):
        raise not_applicable(f"the {element.sut} edits without a lock")
    over = name not in element.standing or any(rpc.name == "close-session" for rpc in asked)
    requirement = "A lock is held for a short time, and given back (RFC 6241 7.5)"
    check(not held or over, requirement, expected=f"unlock of {', '.join(held)}", actual="the lock is kept")


@manager_case(
    "O1-EDIT-201",
    "An edited candidate is committed",
    "RFC 6241 8.3",
    level=Level.SHOULD,
    needs=(FRESH, EDITED),
    tags=TAGS,
)
async def commits(element: ManagedElement) -> None:
    """Running can be changed by commits alone: a commit follows the manager's edit of the candidate."""
    await element.greet(capabilities=advertised(element, "writable-running"))
    asked = await done_with(element, EDIT, "edit-config")
    _, before = edited(asked)
    after = [rpc.name for rpc in asked[len(before) + 1 :]]
    requirement = "What was put into the candidate gets into running by a commit (RFC 6241 8.3.1)"
    done = "commit" in after or any(uses(rpc, "candidate") for rpc in asked if rpc.name == "copy-config")
    check(done, requirement, expected="commit behind edit-config", actual=", ".join(after) or "nothing more")


@manager_case("O1-EDIT-202", "One edit at a time", "O-RAN.WG4 MP 9.1.5", level=Level.SHOULD, needs=(EDITED,), tags=TAGS)
async def edits_in_turn(element: ManagedElement) -> None:
    """The manager edits, and its edit-config has no reply yet: no other comes."""
    await element.stimulate(EDIT)
    rpc = await element.request()
    while rpc.name != "edit-config":
        await element.answer(rpc)
        rpc = await element.request()
    name = element.last_session
    requirement = "A manager sends one edit-config at a time (O-RAN.WG4 MP 9.1.5)"
    other = await element.hear(Rpc, where=lambda each: each.name in ("edit-config", "commit"), within=2.0)
    actual = "" if other is None else f"{other.name} before the reply to edit-config"
    check(other is None, requirement, expected="nothing before the reply", actual=actual)
    if name in element.standing:
        await element.reply(element.proper(rpc, name), session=name)


@manager_case(
    "O1-CONFIRM-201",
    "A confirmed commit is confirmed",
    "RFC 6241 8.4.1",
    level=Level.SHOULD,
    needs=(FRESH, EDITED),
    tags=(*TAGS, "commit"),
)
async def confirms(element: ManagedElement) -> None:
    """The manager edits with a confirmed commit: it confirms or cancels it before the time is over."""
    asked = await confirming(element)
    first = next(n for n, rpc in enumerate(asked) if parameter(rpc, "confirmed") is not None)
    timeout = timeout_of(asked[first])
    ends = ("commit", "cancel-commit", "discard-changes")
    if not any(rpc.name in ends for rpc in asked[first + 1 :]):
        if timeout > INTERVAL_S:
            raise inconclusive(f"its commit is not confirmed yet, and has {timeout} s for that")
        rpc = await element.hear(Rpc, where=lambda each: each.name in ends, within=float(timeout))
        requirement = "A confirmed commit is followed by one that confirms it, or is undone (RFC 6241 8.4.1)"
        check(rpc is not None, requirement, expected=f"commit within {timeout} s", actual="none")


@manager_case(
    "O1-CONFIRM-202",
    "A confirmed commit is shorter than supervision",
    "O-RAN.WG4 MP 6.6",
    level=Level.SHOULD,
    needs=(FRESH, EDITED),
    tags=(*TAGS, "commit"),
)
async def confirms_soon(element: ManagedElement) -> None:
    """The manager edits with a confirmed commit: its timeout is below the interval of supervision.

    The rule is for managers that supervise, and a must for those with the privileges "sudo", which nobody sees from
    here; of others nothing is said.
    """
    asked = await confirming(element)
    resets = [rpc for rpc in asked if rpc.name == "supervision-watchdog-reset"]
    if not resets and not supervises(asked):
        raise not_applicable(f"the {element.sut} does not supervise the element")
    given = parameter(resets[-1], "supervision-notification-interval") if resets else None
    interval = int(given) if given and given.isdecimal() else INTERVAL_S
    first = next(rpc for rpc in asked if parameter(rpc, "confirmed") is not None)
    timeout = timeout_of(first)
    requirement = "The timeout of a confirmed commit is below the interval of supervision (O-RAN.WG4 MP 6.6)"
    check(timeout < interval, requirement, expected=f"below {interval} s", actual=f"{timeout} s")


async def confirming(element: ManagedElement) -> list[Rpc]:
    """Have the SUT edit with a confirmed commit; what it asked. One that commits plainly is none for the case."""
    await element.greet()
    if any("supervision" in uri for uri in element.capabilities):
        await element.propose("o1-subscribe", stream="supervision-notification")
    asked = await done_with(element, EDIT, "edit-config", confirmed=True)
    if not any(parameter(rpc, "confirmed") is not None for rpc in asked):
        raise not_applicable(f"the {element.sut} does not commit with confirmation")
    return asked


def supervises(asked: list[Rpc]) -> bool:
    """Whether one of these rpcs subscribes to the notifications of supervision."""
    return any("supervision" in (parameter(rpc, "stream") or "") for rpc in asked)


def timeout_of(commit: Rpc) -> int:
    """The seconds of a confirmed commit."""
    given = parameter(commit, "confirm-timeout")
    return int(given) if given and given.isdecimal() else DEFAULT_TIMEOUT_S


def edited(asked: list[Rpc]) -> tuple[str, list[Rpc]]:
    """The datastore of the first edit-config, and what was asked before it."""
    place = next(n for n, rpc in enumerate(asked) if rpc.name == "edit-config")
    return ", ".join(within(asked[place], "target")), asked[:place]
