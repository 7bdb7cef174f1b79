"""What the manager is asked to do: the operations that come of it, and arguments that do not fit."""

import pytest

from oran_harness.protocols.netconf import BASE_1_0, BASE_1_1
from tests.peers.o1_manager.play import ALL, CAPABILITY, Play

WRITABLE = (BASE_1_0, BASE_1_1, f"{CAPABILITY}writable-running:1.0", f"{CAPABILITY}rollback-on-error:1.0")
DATA = '<top xmlns="urn:x"><leaf>1</leaf></top>'


def asked(name: str, capabilities: tuple[str, ...] = ALL, **arguments: object) -> Play:
    """A stimulus, and all that comes of it when everything is answered by ok."""
    play = Play().up(capabilities)
    play.stimulate(name, **arguments)
    seen = 0
    while len(play.rpcs) > seen:
        seen = len(play.rpcs)
        play.ok()
    return play


def names(play: Play) -> list[str]:
    return [rpc.name for rpc in play.rpcs]


def text(play: Play, n: int = 0) -> str:
    return play.rpcs[n].octets.decode()


def test_edits_of_the_candidate() -> None:
    """Locked, validated, committed, unlocked; with a confirmed commit confirmed behind it."""
    plain = ["lock", "edit-config", "validate", "commit", "unlock"]
    assert names(asked("o1-edit")) == plain
    confirmed = asked("o1-edit", confirmed=True, timeout=20)
    assert names(confirmed) == ["lock", "edit-config", "validate", "commit", "commit", "unlock"]
    assert "<confirm-timeout>20</confirm-timeout>" in text(confirmed, 3)
    assert names(asked("o1-edit", confirmed=True, confirm=False)) == plain
    assert names(asked("o1-edit", lock=False)) == plain[1:-1]


def test_edits_of_running() -> None:
    """Without a commit, and rolled back on an error where that is advertised."""
    play = asked("o1-edit", WRITABLE, config=DATA, default_operation="none")
    assert names(play) == ["lock", "edit-config", "unlock"]
    assert "<error-option>rollback-on-error</error-option>" in text(play, 1)
    assert "<default-operation>none</default-operation>" in text(play, 1)
    assert DATA in text(play, 1)


def test_reading() -> None:
    """With filters of either kind, and modes of with-defaults."""
    assert f'<filter type="subtree">{DATA}</filter>' in text(asked("o1-get", filter=DATA))
    play = asked("o1-get-config", xpath="/x", source="startup", with_defaults="trim")
    assert "<startup/>" in text(play)
    assert 'select="/x"' in text(play)
    assert ">trim<" in text(play)


def test_schemas() -> None:
    """The one that is named, else the first of the element's."""
    named = asked("o1-get-schema", identifier="m", version="2026-01-01")
    assert "<identifier>m</identifier><version>2026-01-01</version>" in text(named)
    first = asked("o1-get-schema", (*ALL, "urn:x?module=x&revision=2020-01-01"))
    assert "<identifier>x</identifier><version>2020-01-01</version>" in text(first)


def test_other_operations() -> None:
    """Subscriptions, and any that is given as XML."""
    assert "<stream>NETCONF</stream>" in text(asked("o1-subscribe", stream="NETCONF"))
    assert names(asked("o1-rpc", operation='<go xmlns="urn:x"/>')) == ["go"]


@pytest.mark.parametrize(
    ("name", "capabilities", "arguments"),
    [
        ("o1-edit", WRITABLE, {"confirmed": True}),
        ("o1-edit", (*WRITABLE, f"{CAPABILITY}candidate:1.0"), {"confirmed": True}),
        ("o1-edit", ALL, {"config": "<top"}),
        ("o1-edit", ALL, {"config": "<top/>"}),
        ("o1-edit", ALL, {"target": "elsewhere"}),
        ("o1-edit", ALL, {"unknown": 1}),
        ("o1-edit", ALL, {"lock": "yes"}),
        ("o1-get", ALL, {"wait": 1}),
        ("o1-get", ALL, {"filter": 4}),
        ("o1-get-schema", ALL, {}),
        ("o1-rpc", ALL, {}),
        ("o1-subscribe", WRITABLE, {}),
    ],
)
def test_what_does_not_fit_fails(name: str, capabilities: tuple[str, ...], arguments: dict[str, object]) -> None:
    """With a reason, and nothing is asked of the element."""
    play = asked(name, capabilities, **arguments)
    assert play.rpcs == []
    assert [each.status for each in play.answers] == ["failed"]
    assert play.answers[0].details["reason"]
