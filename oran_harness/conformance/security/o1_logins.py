"""Who is let in over SSH at O1, and how often passwords may be guessed (TC_Password_Guessing, STS 7.3.1)."""

from oran_harness.conformance.security.security_case import STS, security_case
from oran_harness.model import Level
from oran_harness.steps.attempts import SshLogin, SshLoginTried
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, inconclusive

CLAUSE = f"{STS} 11.3.1; RFC 4252 5"
GUESSING = f"{STS} 7.3.1; REQ-SEC-PASS-1, SEC-CTL-PASS-2"
SSH = ("transport:ssh",)
STRANGER = "oran-harness-nobody"
"""A user whom no element has."""
MOST_ON_ONE = 20
"""Attempts on one connection (RFC 4252 4: recommended)."""
DELAY_S = 1.0
"""Seconds from which on a wrong password shows that guessing is slowed down."""
MOST_CONNECTIONS = 60
_PAUSES = (5.0, 10.0, 20.0, 30.0, 60.0)
"""Seconds between attempts to be let in again; a lock lasts as long as the element wants."""


async def demand_refused(login: SshLogin, what: str) -> SshLoginTried:
    """Nobody is let in with that."""
    came = await login
    if not came.reached:
        raise inconclusive(f"nobody could try to log in: {came.why}")
    requirement = "A user is let in who has shown who he is, and nobody else (RFC 4252 5; MP 6.4.1)"
    check(not came.let_in, requirement, expected="he is refused", actual=f"a user is let in with {what}")
    return came


@security_case("SEC-O1-USER-101", "Nobody is let in without showing who he is", CLAUSE, needs=SSH)
async def refuses_none(manager: Manager) -> None:
    """The method none lets nobody in."""
    await demand_refused(SshLogin("none"), "nothing but his name")


@security_case("SEC-O1-USER-102", "An empty password is refused", CLAUSE, needs=SSH)
async def refuses_empty(manager: Manager) -> None:
    """The user of the address is not let in with an empty password."""
    await demand_refused(SshLogin("empty password"), "an empty password")


@security_case("SEC-O1-USER-103", "A wrong password is refused", CLAUSE, needs=SSH)
async def refuses_wrong(manager: Manager) -> None:
    """The user of the address is not let in with a wrong password."""
    await demand_refused(SshLogin("wrong passwords"), "a wrong password")


@security_case("SEC-O1-USER-104", "A user who is not known is refused", CLAUSE, needs=SSH)
async def refuses_stranger(manager: Manager) -> None:
    """A user whom the element cannot know is not let in."""
    await demand_refused(SshLogin("wrong passwords", STRANGER), "a name that the o1-provider cannot know")


@security_case("SEC-O1-USER-105", "A key that nobody knows is refused", CLAUSE, needs=SSH)
async def refuses_key(manager: Manager) -> None:
    """The user of the address is not let in with a key that was made just now."""
    await demand_refused(SshLogin("wrong key"), "a key that was made just now")


@security_case(
    "SEC-O1-USER-111",
    "One connection does not take passwords without end",
    "RFC 4252 4",
    needs=SSH,
    level=Level.SHOULD,
    tags=("slow",),
)
async def limits_connection(manager: Manager) -> None:
    """A user whom nobody knows may be wrong 20 times on one connection, and not once more."""
    login = SshLogin("wrong passwords", STRANGER, most=MOST_ON_ONE + 1)
    came = await demand_refused(login, "one of many wrong passwords")
    tries = len(came.seconds)
    requirement = "A connection ends after a number of wrong passwords; 20 are recommended (RFC 4252 4)"
    check(
        tries <= MOST_ON_ONE, requirement, expected=f"the end after at most {MOST_ON_ONE}", actual=f"{tries} answered"
    )


@security_case("SEC-O1-USER-112", "Passwords cannot be guessed without limit", GUESSING, needs=SSH, tags=("slow",))
async def limits_guessing(manager: Manager) -> None:
    """After one wrong password more than the policy lets, on as many connections as it takes, that shows.

    By a delay, a lock, or by connections that are refused. The user is the one named for it, who may be locked by it.
    """
    right = SshLogin("right", guessed=True)
    if not (await right).let_in:
        raise inconclusive("the user whose password may be guessed is not let in with the right one")
    limit = manager.policy.attempts
    seconds: list[float] = []
    seen = ""
    for _ in range(MOST_CONNECTIONS):
        if len(seconds) > limit:
            break
        came = await SshLogin("wrong passwords", guessed=True, most=limit + 1 - len(seconds))
        check(not came.let_in, "A wrong password is refused", expected="he is refused", actual="he is let in")
        seconds += came.seconds
        if not came.seconds:
            seen = f"no further password is asked for: {came.why}"
            break
    if not seen and not (await right).let_in:
        seen = "the user is locked"
    if not seen and seconds and (seconds[-1] >= DELAY_S or seconds[-1] >= 2 * seconds[0] + DELAY_S / 2):
        seen = f"the last answer took {seconds[-1]:g} s"
    await manager.heading("waiting until the user is let in again")
    for pause in _PAUSES:
        if (await right).let_in:
            break
        await manager.pause(pause)
    requirement = (
        f"Guessing passwords is slowed down or ended after {limit} wrong ones ({manager.policy.passwords_source})"
    )
    expected = "a delay, a lock, or refused connections"
    check(bool(seen), requirement, expected=expected, actual=f"{len(seconds)} wrong passwords, each answered at once")
