"""What ``harvest`` shows, and what it ends with, with an element of ours over SSH."""

import asyncio
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("asyncssh")
pytest.importorskip("oopt_gnpy_libyang")

from oran_harness.cli.harvesting import shown
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.drivers.netconf_client import Harvested, Undelivered
from tests.cli.run import run
from tests.drivers.netconf_client.elements import Scripted, listening, nothing


@pytest.fixture
def address(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an element in another thread, for the program runs an event loop of its own."""
    opened: list[str] = []
    ready, over = threading.Event(), threading.Event()

    async def serve() -> None:
        async with listening(tmp_path, getattr(request, "param", None)) as uri:
            opened.append(uri)
            ready.set()
            await asyncio.to_thread(over.wait)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert ready.wait(30)
    yield opened[0]
    over.set()
    thread.join()


def test_all_modules_come(address: str, tmp_path: Path) -> None:
    """One JSON document and nothing else; for people how many there are, and where."""
    ended = run("harvest", address, "--out", str(tmp_path / "yang"), "--json")
    assert ended.code == 0, ended.err
    document = json.loads(ended.text)
    assert document["schema"] == "oran-harness/harvest/1"
    assert document["undelivered"] == []
    assert {each["file"] for each in document["modules"]} == {each.name for each in (tmp_path / "yang").iterdir()}


@pytest.mark.parametrize(
    ("address", "code"),
    [(Scripted(nothing), 3), (Scripted(nothing, ["urn:ietf:params:netconf:base:1.1", "urn:a?module=a"]), 1)],
    indirect=["address"],
)
def test_what_does_not_come(address: str, code: int, tmp_path: Path) -> None:
    """1 where something that is listed does not come, 3 where nothing is listed."""
    ended = run("harvest", address, "--out", str(tmp_path / "yang"))
    assert ended.code == code
    assert ended.text.startswith("0 modules in")
    assert ("not delivered" in ended.text) is (code == 1)


def test_what_an_element_says_steers_no_terminal() -> None:
    """Names from the wire are printed harmlessly."""
    missed = Undelivered("a\x1b[31m", "", "it is refused: \u202eno.", ("hello",))
    text = "\n".join(shown(Terminal(), Harvested((), (missed,), ("a remark\x07",)), Path("x")))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\x07" not in text
