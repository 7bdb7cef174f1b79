"""Which products meet."""

from pathlib import Path

import pytest

from oran_harness.adapters import Launch, Profile, ProfileClaims, RoleProfile
from oran_harness.adapters.endpoint import endpoint_of
from oran_harness.interop.matrix.matchmaking import Candidate, matches
from oran_harness.model import Role

NODE = Role.E2_NODE
RIC = Role.NEAR_RT_RIC
LAUNCH = Launch(("alfa",), Path(), Path())


def product(name: str, role: Role, e2ap: tuple[str, ...] = ()) -> Candidate:
    """A vendor's product in a role."""
    profile = RoleProfile(role, transport=("tcp",), claims=ProfileClaims(e2ap=e2ap) if e2ap else None)
    return Candidate(Profile(name, name, None, Path(name), {role: profile}), profile)


def test_every_node_meets_every_ric() -> None:
    """By name, whatever the order in which they are given; a product with both roles meets itself too."""
    found = matches([product("delta", NODE), product("alfa", NODE), product("alfa", RIC), product("bravo", RIC)])
    assert [(each.node.vendor, each.ric.vendor) for each in found] == [
        ("alfa", "alfa"),
        ("alfa", "bravo"),
        ("delta", "alfa"),
        ("delta", "bravo"),
    ]
    assert found[3].name == "delta--bravo"


def test_each_pair_has_a_name_of_its_own() -> None:
    """Two pairs in one folder would write over each other's results."""
    nodes, rics = ("a", "a--b", "a-", "a-b"), ("c", "b--c", "b-c", "b")
    found = matches([*(product(name, NODE) for name in nodes), *(product(name, RIC) for name in rics)])
    assert len({each.name.casefold() for each in found}) == len(found)
    assert next(each.name for each in found if (each.node.vendor, each.ric.vendor) == ("a-b", "b-c")) == "a-b--b-c"


@pytest.mark.parametrize(
    ("node", "ric", "edition"),
    [
        ((), (), "3.01"),
        (("2.03",), (), "2.03"),
        (("2.03", "3.01", "5.00"), ("3.01", "5.00"), "3.01"),
        (("2.03", "5.00", "7.00"), ("5.00", "7.00"), "7.00"),
        (("1.01",), ("1.01", "7.00"), "1.01"),
        (("1.01",), ("2.03", "3.01"), None),
    ],
)
def test_a_pair_speaks_what_both_claim(node: tuple[str, ...], ric: tuple[str, ...], edition: str | None) -> None:
    """The usual edition if it is among them, else the newest; none where nothing is common."""
    (match,) = matches([product("alfa", NODE, node), product("bravo", RIC, ric)])
    assert match.edition == edition
    assert bool(match.mismatch) == (edition is None)


def test_an_edition_that_is_asked_for_has_to_be_claimed_by_both() -> None:
    """Else the two have nothing to say to each other in it."""
    both = [product("alfa", NODE, ("2.03", "3.01")), product("bravo", RIC, ("3.01", "5.00"))]
    assert [each.edition for each in matches(both, "3.01")] == ["3.01"]
    (match,) = matches(both, "2.03")
    assert match.edition is None
    assert match.mismatch.startswith("E2AP 2.03 was asked for: alfa offers E2AP 2.03, 3.01, bravo accepts 3.01, 5.00;")
    assert [each.edition for each in matches([product("alfa", NODE), product("bravo", RIC)], "7.00")] == ["7.00"]


def test_what_cannot_be_is_said_in_one_line() -> None:
    """Who declares what, and that nobody is to blame."""
    known = ("2.03", "3.01", "5.00", "7.00")
    (match,) = matches([product("alfa", NODE, ("1.01",)), product("bravo", RIC, known)])
    assert match.mismatch == (
        "alfa offers E2AP 1.01 only, bravo accepts 2.03 and later; declared by both, nobody to blame"
    )
    (match,) = matches([product("alfa", NODE, ("1.01", "3.01")), product("bravo", RIC, ("2.03", "5.00"))])
    assert match.mismatch.startswith("alfa offers E2AP 1.01, 3.01, bravo accepts 2.03, 5.00;")
    (match,) = matches([product("alfa", NODE, ("4.00", "4.01")), product("bravo", RIC, ("2.03",))])
    assert match.mismatch.startswith("alfa offers E2AP 4.00, 4.01, bravo accepts 2.03 only;")


@pytest.mark.parametrize(
    ("role", "one"),
    [
        (RoleProfile(NODE, adapter="bench:Adapter"), False),
        (RoleProfile(NODE, launch=LAUNCH), False),
        (RoleProfile(NODE, launch=LAUNCH, listen="tcp://127.0.0.1:1"), True),
        (RoleProfile(RIC, address="tcp://127.0.0.1:1"), True),
        (RoleProfile(RIC, adapter="grpc://h:1", endpoint=endpoint_of("grpc://h:1", Path())), True),
        (RoleProfile(RIC, operator=True), True),
    ],
)
def test_of_some_products_there_is_one(role: RoleProfile, one: bool) -> None:
    """What has a place of its own, runs already or is served elsewhere is in one pair at a time."""
    assert Candidate(Profile("alfa", "alfa", None, Path(), {}), role).only_one is one


def test_what_cannot_be_started_here_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that waits for an environment variable: the pair says what is missing."""
    monkeypatch.delenv("ALFA_DU", raising=False)
    launch = Launch(("sh", "-c", "$ALFA_DU"), Path(), Path(), env={"ALFA_DU": "env:ALFA_DU"})
    role = RoleProfile(NODE, launch=launch, transport=("tcp",))
    node = Candidate(Profile("alfa", "alfa", None, Path(), {}), role)
    (match,) = matches([node, product("bravo", RIC)])
    assert match.edition is not None
    assert match.mismatch == (
        "alfa: The profile takes ALFA_DU from the environment variable ALFA_DU, which is not set; set it"
    )
    monkeypatch.setenv("ALFA_DU", "alfa-du")
    assert match.mismatch == ""
