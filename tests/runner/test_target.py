"""What a run is aimed at."""

from pathlib import Path

from oran_harness.adapters import (
    Launch,
    ModelClaim,
    PersonsAnswer,
    Profile,
    ProfileClaims,
    RoleProfile,
    StimulusStatus,
)
from oran_harness.model import Role
from oran_harness.runner import edition_for, raw_target, vendor_target
from oran_harness.runner.target import claims_of
from oran_harness.steps import Claims

START = Launch(("alfa",), Path(), Path(), ready_timeout_s=7)
ALFA = Profile("alfa", "alfa RIC", "2", Path(), {})


def test_a_raw_wire_claims_nothing() -> None:
    """Its vendor is unknown, and nobody starts it."""
    found = raw_target(Role.NEAR_RT_RIC, None, "tcp://127.0.0.1:1")
    assert (found.vendor, found.claims.made, found.startable) == ("unknown", False, False)


def test_a_vendor() -> None:
    """What can be started is; a RIC that does not say that it is ready has its time to answer."""
    for launch, settling in ((START, 7), (Launch(("alfa",), Path(), Path(), ready="up"), None)):
        found = vendor_target(ALFA, RoleProfile(Role.NEAR_RT_RIC, launch=launch, transport=("tcp",)))
        assert (found.vendor, found.version, found.startable, found.settling) == ("alfa", "2", True, settling)
    node = vendor_target(ALFA, RoleProfile(Role.E2_NODE, launch=START, transport=("tcp",)))
    assert node.settling is None
    assert not vendor_target(ALFA, RoleProfile(Role.E2_NODE, listen="tcp://127.0.0.1:0")).startable


def test_a_vendor_whose_product_a_person_looks_after() -> None:
    """It can be started, by asking; a RIC may need a moment after the person's word, and then answers."""

    async def person(request: str) -> PersonsAnswer:
        return PersonsAnswer(StimulusStatus.DONE)

    for role, settling in ((Role.NEAR_RT_RIC, 30), (Role.E2_NODE, None)):
        found = vendor_target(ALFA, RoleProfile(role, operator=True, transport=("tcp",)), person)
        assert (found.startable, found.settling) == (True, settling)


def test_how_long_a_stimulus_takes_effect() -> None:
    """As the profile says."""
    slow = RoleProfile(Role.NEAR_RT_RIC, launch=START, transport=("tcp",), effect_timeout_s=30.0)
    assert vendor_target(ALFA, slow).effect_timeout == 30
    assert vendor_target(ALFA, RoleProfile(Role.E2_NODE, listen="tcp://127.0.0.1:0")).effect_timeout is None


def test_claims() -> None:
    """They arrive as cases ask for them; without any, nothing is claimed."""
    made = claims_of(ProfileClaims(("3.01",), ("Reset",), (ModelClaim("KPM", "1.2", "3.00", (1,)),)))
    assert made.procedure("Reset")
    assert made.service_model("KPM")
    assert claims_of(None) == Claims()


def test_the_edition_is_asked_for_or_claimed() -> None:
    """What is asked for goes first; the default where it is claimed or nothing is; else the newest claimed."""
    known = ("1.01", "2.03", "3.01", "5.00")
    for claimed, asked, expected in (
        ((), None, "3.01"),
        (("2.03", "3.01"), None, "3.01"),
        (("1.01", "2.03"), None, "2.03"),
        (("5.00",), None, "5.00"),
        (("9.99",), None, "3.01"),
        (("5.00",), "1.01", "1.01"),
    ):
        assert edition_for(Claims(True, claimed), asked, known, "3.01") == expected
