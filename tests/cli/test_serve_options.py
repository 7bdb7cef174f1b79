"""Options of ``serve`` that are not for every role."""

import inspect

import pytest

from oran_harness.cli.serve import serve
from oran_harness.cli.serve_options import OF_E2, OF_O1, demand_fitting
from oran_harness.model import UsageError
from tests.cli.run import refused, run


@pytest.mark.parametrize(
    ("role", "given", "said"),
    [
        ("o1-provider", ["kind"], "--kind is for peers at E2; leave it out for o1-provider"),
        ("o1-manager", ["seed", "nodes", "e2ap"], "--e2ap and --nodes are for peers at E2; leave them out"),
        ("o1-provider", ["kpm", "rc", "plmn"], "--kpm, --plmn and --rc are for peers at E2"),
        ("e2-node", ["yang_dir"], "--yang-dir is for peers at O1; leave it out for e2-node"),
    ],
)
def test_what_is_of_the_other_interface_is_refused(role: str, given: list[str], said: str) -> None:
    """By one sentence that names it."""
    with pytest.raises(UsageError, match=said):
        demand_fitting(role, given)


def test_what_fits_passes() -> None:
    """What both have, and what is no role, which is told elsewhere."""
    demand_fitting("o1-provider", ["listen", "seed", "flaw", "user"])
    demand_fitting("near-rt-ric", ["listen", "seed", "flaw", "e2ap"])
    demand_fitting("nobody", ["e2ap", "user"])


def test_all_that_is_named_there_is() -> None:
    """Each is a parameter of the command, and of one interface."""
    assert set(inspect.signature(serve).parameters) >= OF_E2 | OF_O1
    assert not OF_E2 & OF_O1


def test_the_command_refuses() -> None:
    """Also what is as it would be without the option."""
    place = ("--listen", "netconf+ssh://127.0.0.1:0")
    assert "--kind is for peers at E2" in refused(run("serve", "o1-provider", *place, "--kind", "gnb"))
    at_e2 = ("--listen", "tcp://127.0.0.1:0", "--user", "a=b")
    assert "--user is for peers at O1" in refused(run("serve", "e2-node", *at_e2))
