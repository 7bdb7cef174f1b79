"""One role of a profile: the one way to reach it, and what is wrong with others."""

from pathlib import Path
from typing import Any

import pytest

from oran_harness.adapters import RoleProfile
from oran_harness.adapters.container import Container
from oran_harness.adapters.profile_reader import profile_of
from oran_harness.model import InputError, Role
from tests.adapters.profiles import role

HERE = Path("alfa")
START = {"command": ["alfa"]}


def read(name: str = "e2-node", **fields: Any) -> RoleProfile:
    """The role of a profile with these fields."""
    return profile_of(role(name, **fields), HERE).roles[Role(name)]


def problems(name: str = "e2-node", **fields: Any) -> str:
    """The sentence that these fields are refused with."""
    with pytest.raises(InputError) as refused:
        read(name, **fields)
    return str(refused.value)


def test_each_way_to_reach_a_product() -> None:
    """Started by us, listening somewhere, expected to connect, driven by a class."""
    assert read(launch=START).launch is not None
    assert read("near-rt-ric", address="sctp://192.0.2.1:36421").address == "sctp://192.0.2.1:36421"
    assert read(listen="sctp://[::1]:0").listen == "sctp://[::1]:0"
    assert read(adapter="alfa.bench:Adapter").adapter == "alfa.bench:Adapter"
    assert read(launch={"adapter": "alfa:Adapter"}).adapter == "alfa:Adapter"
    assert read(operator=True).operator
    assert read(launch={"operator": True}).operator
    for fields in ({"container": "alfa:1"}, {"container": {"image": "alfa:1"}}, {"launch": {"container": "alfa:1"}}):
        launch = read(**fields).launch
        assert launch is not None
        assert launch.container == Container("alfa:1")
    assert read("near-rt-ric", launch=START, address="tcp://127.0.0.1:4000").address == "tcp://127.0.0.1:4000"


def test_what_a_stimulus_sets_off_may_have_its_own_time() -> None:
    """Seconds, beside any way to reach the product; none is as long as any message."""
    assert read(launch=START, effect_timeout_s=30).effect_timeout_s == 30
    assert read(adapter="alfa:Adapter").effect_timeout_s is None
    for wrong in (0, 301, "soon", True):
        assert "effect_timeout_s is" in problems(launch=START, effect_timeout_s=wrong)


def test_there_is_one_way() -> None:
    """None, two, and those of the other role are refused."""
    assert "expected launch, container, adapter, operator or listen" in problems()
    assert "expected launch, container, adapter, operator or address" in problems("near-rt-ric")
    assert "expected one of them" in problems(launch=START, operator=True)
    several = problems(launch=START, operator=True, adapter="a:B")
    assert "adapter is one way to reach the product and launch another" in several
    assert "operator is one way to reach the product and launch another" in several
    assert "expected one of them" in problems(launch={"adapter": "a:B", "operator": True})
    assert "operator is false, which is no way" in problems(operator=False)
    assert "a near-rt-ric listens itself, expected address" in problems("near-rt-ric", listen="tcp://127.0.0.1:0")
    assert "an e2-node connects to us, expected listen" in problems(address="tcp://127.0.0.1:1")
    assert "expected one of them" in problems(address="tcp://127.0.0.1:1", listen="tcp://127.0.0.1:1")


def test_an_adapter_that_is_elsewhere() -> None:
    """Its files lie beside the profile; its calls have their times."""
    found = read(adapter="grpcs://192.0.2.1:4000?ca=file:ca.pem", ready_timeout_s=60)
    assert (found.ready_timeout_s, found.stop_timeout_s, found.stimulus_timeout_s) == (60, 30, 10)
    assert found.endpoint is not None
    assert found.endpoint.address.options == {"ca": str((HERE / "ca.pem").absolute())}
    assert read(launch={"adapter": "grpc://[::1]:4000"}).endpoint is not None
    assert "ready_timeout_s means nothing here" in problems(launch=START, ready_timeout_s=60)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"listen": "tcp:/x"}, "listen is 'tcp:/x', expected a URI such as"),
        ({"listen": "http://127.0.0.1:1"}, "expected a URI such as"),
        ({"listen": "tcp://127.0.0.1:1", "transport": []}, "transport is [], expected at least one"),
        ({"listen": "tcp://127.0.0.1:1", "transport": ["tcp", "tcp"]}, "each only once"),
        ({"adapter": "alfa"}, "adapter is 'alfa', expected module:Class or grpc://HOST:PORT"),
        ({"adapter": "grpc://192.0.2.1"}, "adapter cannot be: 'grpc://192.0.2.1' is no address of an adapter"),
        ({"adapter": "grpc://h:1?ca=x"}, "grpc:// has no option 'ca'"),
        ({"adapter": "alfa:Adapter", "stop_timeout_s": "soon"}, "stop_timeout_s is 'soon', expected a number"),
        ({"listen": "tcp://127.0.0.1:1", "claims": {"e2ap": ["3"]}}, "expected an edition such as 3.01"),
        ({"listen": "tcp://127.0.0.1:1", "claims": {"service_models": [{}]}}, "service_models[0].name is missing"),
        ({"listen": "tcp://127.0.0.1:1", "claims": []}, "claims is [], expected a table"),
    ],
)
def test_what_is_wrong_with_a_role(fields: dict[str, Any], said: str) -> None:
    """Each problem names its field."""
    assert said in problems(**fields)


def test_without_claims_nothing_is_claimed() -> None:
    """No table of claims is another thing than an empty one."""
    assert read(listen="tcp://127.0.0.1:1").claims is None
    assert read(listen="tcp://127.0.0.1:1", claims={}).claims is not None


def test_the_ends_of_o1() -> None:
    """An element listens, a manager connects, or the one calls the other home."""
    claims = {"netconf": ["1.1"], "capabilities": ["candidate", "xpath"]}
    element = read("o1-provider", launch=START, claims=claims, login={"user": "ann", "password": "made"})
    assert element.transport == ("netconf+ssh",)
    assert element.claims is not None
    assert (element.claims.netconf, element.claims.capabilities) == (("1.1",), ("candidate", "xpath"))
    assert element.login.makes_password
    assert read("o1-provider", listen="netconf+ssh://127.0.0.1:4334").listen is not None
    assert read("o1-manager", listen="netconf+tls://127.0.0.1:6513").listen is not None
    assert "expected launch, container, adapter, operator or address" in problems("o1-provider")
    assert "roles.o1-provider.transport[0]" in problems("o1-provider", launch=START, transport=["sctp"])
    assert "means nothing here" in problems("o1-provider", launch=START, claims={"e2ap": ["3.01"]})
    assert "means nothing here" in problems(launch=START, login={"user": "ann"})
    assert "{e2ap}" in problems("o1-provider", launch={"command": ["a", "{e2ap}"]})
