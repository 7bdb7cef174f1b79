"""What ``run`` tests, and where."""

import io
import os
import sys
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest
import typer

from oran_harness.adapters import Trials
from oran_harness.cli.testing_ground import (
    command_line,
    confirm_outside,
    new_folder,
    options_for,
    security_options,
    target_of,
)
from oran_harness.model import Role, UsageError
from tests.cli.bench import vendor

OUTSIDE = "tcp://192.0.2.1:36421"


def test_targets(tmp_path: Path) -> None:
    """A vendor of a folder, of a path, with a role; a wire without any."""
    path = vendor(tmp_path)
    for sut, vendors in (("alfa", tmp_path), (str(path), None), (f"{path}:near-rt-ric", None)):
        found = target_of(sut, None, None, None, vendors)
        assert (found.vendor, found.role, found.version) == ("alfa", Role.NEAR_RT_RIC, "1.2")
    assert target_of(None, Role.E2_NODE, "tcp://127.0.0.1:0", None, None).vendor == "unknown"


def test_options(tmp_path: Path) -> None:
    """The version that is asked for has to exist."""
    found = target_of(str(vendor(tmp_path)), None, None, None, None)
    assert options_for(found, None, 5, 1).edition == "3.01"
    assert options_for(found, "5.00", 5, 1).edition == "5.00"
    with pytest.raises(UsageError, match=r"choose one of 1\.01"):
        options_for(found, "4.00", 5, 1)


def test_beyond_this_machine_one_has_to_say_so() -> None:
    """Loopback is free; elsewhere the option, or a yes at a terminal."""
    confirm_outside("tcp://127.0.0.1:1", False)
    confirm_outside(OUTSIDE, True)
    silent = mock.patch.multiple(sys, stdin=io.StringIO(), stderr=io.StringIO())
    with silent, pytest.raises(UsageError, match="--i-own-this"):
        confirm_outside(OUTSIDE, False)


@pytest.mark.parametrize(("answer", "goes_on"), [(True, True), (False, False)])
def test_at_a_terminal_it_asks(monkeypatch: pytest.MonkeyPatch, answer: bool, goes_on: bool) -> None:
    """Who says no has tested nothing."""
    monkeypatch.setattr("oran_harness.cli.testing_ground.is_interactive", lambda stream: True)
    monkeypatch.setattr(typer, "confirm", lambda text, err: answer)
    if goes_on:
        confirm_outside(OUTSIDE, False)
    else:
        with pytest.raises(UsageError, match="nothing is tested"):
            confirm_outside(OUTSIDE, False)


def test_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named by the time; two in one second do not mix."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("time.strftime", lambda *_: "20260101T120000Z")
    assert new_folder(Path("mine")) == Path("mine")
    first = new_folder(None)
    assert first == Path("results/20260101T120000Z")
    os.makedirs(first)
    assert new_folder(None) == Path("results/20260101T120000Z-2")


def test_the_command_that_runs_the_same_again() -> None:
    """With the options that were given, quoted for a shell."""
    options = {"--sut": "./my vendor", "--role": Role.E2_NODE, "--seed": None, "--timeout": 2.5}
    command = "oran-harness run --sut './my vendor' --role e2-node --timeout 2.5 --i-own-this"
    assert command_line(options, "--i-own-this", None) == command


def test_security_options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are for O1 alone; what they name has to be there, and no password is repeated."""
    element = target_of(None, Role.O1_PROVIDER, None, "netconf+ssh://nms@127.0.0.1:830", None)
    assert security_options(element, None, None, None) == {}
    monkeypatch.setenv("GUESSED", "secret")
    found = security_options(element, "m-plane", None, "guest=env:GUESSED")
    assert found["policy"].title == "M-plane"
    assert found["means"].guess == ("guest", "env:GUESSED")
    for given, words in (
        ((None, None, "guest=secret"), "NAME=env:VARIABLE"),
        ((None, None, "guest=env:NOT_SET_ANYWHERE"), "not set"),
        (("other", None, None), "o1 or m-plane"),
        ((None, tmp_path / "missing.pem", None), "cannot be read"),
    ):
        with pytest.raises(UsageError, match=words) as raised:
            security_options(element, *given)
        assert "secret" not in str(raised.value)
    by_profile = replace(element, trials=Trials("m-plane", None, "guest=env:GUESSED"))
    assert security_options(by_profile, None, None, None) == found
    assert security_options(by_profile, "o1", None, None)["policy"].title == "O1"
    node = target_of(None, Role.E2_NODE, "tcp://127.0.0.1:0", None, None)
    with pytest.raises(UsageError, match="are for O1"):
        security_options(node, "o1", None, None)
