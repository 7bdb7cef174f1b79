"""``serve o1-manager``: its options, and a managed element over SSH that calls nobody and answers all."""

import time
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("asyncssh")
pytest.importorskip("lxml")

from oran_harness.cli.o1_manager_serving import ManagerServeOptions, manager_of, run
from oran_harness.model import UsageError
from oran_harness.peers.o1_manager import O1Manager
from tests.cli.serving_process import ServingProcess

SSH = "netconf+ssh://admin@127.0.0.1:{}?password=file:{}"


def test_the_manager_that_is_asked_for() -> None:
    """It connects or is called, subscribes, and is flawed if it is to be."""
    manager = manager_of(ManagerServeOptions(connect="netconf+ssh://h:1", stream="NETCONF", reconnect_after=0.5))
    assert isinstance(manager, O1Manager)
    assert (manager.config.connects, manager.config.subscribe) == (True, "NETCONF")
    assert manager.config.reconnect_after == 0.5
    called = manager_of(ManagerServeOptions(listen="netconf+ssh://h:1", flaw="manager-no-lock"))
    assert isinstance(called, O1Manager)
    assert not called.config.connects


@pytest.mark.parametrize(
    "options",
    [
        ManagerServeOptions(),
        ManagerServeOptions(listen="netconf+ssh://h:1", connect="netconf+ssh://h:2"),
        ManagerServeOptions(connect="tcp://h:1"),
        ManagerServeOptions(connect="netconf+ssh://h:1", until_eof=True),
        ManagerServeOptions(connect="netconf+ssh://h:1", flaw="none-such"),
        ManagerServeOptions(connect="netconf+ssh://h:1", flaw="ric-ppid-zero"),
    ],
)
def test_what_cannot_be(options: ManagerServeOptions) -> None:
    """Is refused before anything is opened."""
    with pytest.raises(UsageError):
        run(options)


def test_it_manages_our_element(tmp_path: Path) -> None:
    """Over SSH: it reads, edits, reads what it has edited, and leaves."""
    pytest.importorskip("oopt_gnpy_libyang")
    password = tmp_path / "password"
    password.touch(0o600)
    password.write_text("secret-of-tests\n")
    with ServingProcess("o1-provider", "--listen", SSH.format(0, password)) as element:
        port = element.ready().rpartition(":")[2]
        with ServingProcess("o1-manager", "--connect", SSH.format(port, password), "--control") as manager:
            assert manager.ready().startswith(f"netconf+ssh://admin@127.0.0.1:{port}")
            groups = '<nacm xmlns="urn:ietf:params:xml:ns:yang:ietf-netconf-acm"><groups/></nacm>'
            told = []
            for name, arguments in (("o1-edit", {}), ("o1-get", {"filter": groups}), ("o1-close", {})):
                answer = once_open(manager, name, wait=True, **arguments)
                told.append((answer["status"], "oran-harness-edit" in str(answer["details"])))
    assert told == [("done", False), ("done", True), ("done", False)]


def once_open(manager: ServingProcess, name: str, **arguments: Any) -> Any:
    """The answer to a stimulus, when a session is open."""
    for _ in range(200):
        answer = manager.ask(name, **arguments)
        if "no session" not in str(answer["details"]):
            break
        time.sleep(0.05)
    return answer
