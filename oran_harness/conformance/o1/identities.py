"""Whose session it is: who logged in, or whom his certificate stands for (RFC 7589 7; O-RAN.WG11 STS 11.3.3.2)."""

from oran_harness.conformance.o1.answers import data, every, text
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import MONITORING, get, state
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, not_applicable

CLAUSE = "O-RAN.WG11 STS 11.3.3.2; RFC 7589 7; RFC 6022 2.1.4"


@provider_case("O1-NACM-131", "A session is that of who logged in", CLAUSE, needs=("user:other",), tags=("nacm", "F41"))
async def knows_user(manager: Manager) -> None:
    """The second user logs in: /netconf-state has his name for his session, and another one for that of the first."""
    first = manager.here
    number = manager.session(first).session_id
    await manager.connect(user=manager.other_user)
    his = manager.session().session_id
    requirement = "A session has the name of the user who logged in, or to whom his certificate is mapped (RFC 7589 7)"
    asked = get(state("<sessions/>"))
    found = every(await data(manager, asked, requirement, session=first), "netconf-state/sessions/session", MONITORING)
    names = {text(each, "session-id"): text(each, "username") for each in found}
    if str(his) not in names or str(number) not in names:
        raise not_applicable("the user that we are cannot read /netconf-state/sessions")
    name = names[str(his)]
    check(name == manager.other_user, requirement, expected=f"username {manager.other_user}", actual=f"username {name}")
    other = names[str(number)]
    check(other != name, requirement, expected="another username for the first session", actual=f"username {other}")
