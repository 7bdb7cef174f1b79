"""How a product is started, as its profile says it."""

import signal
from typing import Any

import pytest

from oran_harness.adapters.container import Container
from tests.adapters.test_role_reader import HERE, START, problems, read

IMAGE = {"image": "alfa/du:1.4"}


def test_the_fields_of_a_launch() -> None:
    """All of them, with what is taken where they are missing."""
    plain = read(launch=START).launch
    assert plain is not None
    assert (plain.ready, plain.ready_timeout_s, plain.stop_signal, plain.stop_timeout_s) == (None, 30, 15, 5)
    assert (plain.cwd, plain.stimuli, plain.stimulus_timeout_s) == (HERE, False, 10)
    full = read(
        launch=START
        | {"cwd": "build", "stop_signal": "SIGINT", "stop_timeout_s": 0.5, "stimuli": "stdin", "stimulus_timeout_s": 2}
    ).launch
    assert full is not None
    assert (full.cwd, full.stop_signal, full.stop_timeout_s) == (HERE / "build", signal.SIGINT, 0.5)
    assert (full.stimuli, full.stimulus_timeout_s) == (True, 2)


@pytest.mark.parametrize(
    ("launch", "said"),
    [
        ({}, "launch.command is missing"),
        ({"command": []}, "expected at least one text"),
        ({"command": [""]}, "command[0] is empty"),
        ({"command": "alfa"}, "expected a list of texts"),
        ({"command": ["alfa", 1]}, "command[1] is 1, expected a text"),
        ({"command": ["alfa", "{peer}"]}, "command[1] holds {peer}; for the role e2-node there are {peer_uri}"),
        ({"command": ["alfa", "{own_uri}"]}, "command[1] holds {own_uri}"),
        (START | {"env": {"A_TOKEN": "hunter2"}}, "env.A_TOKEN looks like a secret"),
        (START | {"env": {"A": "{port}"}}, "env.A holds {port}"),
        (START | {"env": {"A B": "1"}}, "env.A B is no name"),
        (START | {"env": {"A": 1}}, "env.A is 1, expected a text"),
        (START | {"stop_signal": "SIGTREM"}, "did you mean SIGTERM?"),
        (START | {"stimuli": "http"}, "expected one of stdin"),
        (START | {"comand": []}, "launch.comand means nothing here; did you mean command?"),
    ],
)
def test_what_is_wrong_with_a_launch(launch: dict[str, Any], said: str) -> None:
    """Each problem names its field."""
    assert said in problems(launch=launch)


def test_the_fields_of_a_container() -> None:
    """Those of a launch, and its own; what follows the image may have placeholders, and may be left out."""
    full = read(
        container=IMAGE
        | {"command": ["--ric", "{peer_host}"], "runtime": "podman", "ports": ["8080:80"], "volumes": ["./c:/c"]}
        | {"options": ["--init"], "ready": "up", "env": {"TOKEN": "env:T"}, "stop_signal": "SIGINT"}
    ).launch
    assert full is not None
    assert full.container == Container("alfa/du:1.4", "podman", "bridge", ("8080:80",), ("./c:/c",), ("--init",))
    assert (full.command, full.ready, full.stop_signal) == (("--ric", "{peer_host}"), "up", signal.SIGINT)
    assert full.env == {"TOKEN": "env:T"}
    within = read(launch={"container": "alfa:1", "network": "lab", "ready": "up"}).launch
    assert within is not None
    assert within.container == Container("alfa:1", network="lab")
    assert (within.command, within.ready) == ((), "up")


@pytest.mark.parametrize(
    ("container", "said"),
    [
        ({}, "container.image is missing"),
        ("--privileged", "container is '--privileged', expected the name of an image"),
        (7, "container is 7, expected a text"),
        (IMAGE | {"runtime": "lxc"}, "expected one of docker, podman"),
        (
            IMAGE | {"network": "host", "ports": ["1:1"]},
            "container.ports are published, which the network host does not",
        ),
        (IMAGE | {"ports": ["{own_port}:1"]}, "ports[0] holds {own_port}; for the role e2-node"),
        (IMAGE | {"cwd": "x"}, "container.cwd means nothing here"),
        (IMAGE | {"env": {"A_TOKEN": "hunter2"}}, "env.A_TOKEN looks like a secret"),
    ],
)
def test_what_is_wrong_with_a_container(container: Any, said: str) -> None:
    """Each problem names its field."""
    assert said in problems(container=container)
