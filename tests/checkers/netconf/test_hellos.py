"""Rules about hellos."""

import pytest

from oran_harness.protocols.netconf import BASE_1_0, BASE_1_1, speaking
from oran_harness.protocols.netconf.breach_kind import BreachKind as Kind
from tests.checkers.netconf.scene import (
    BOTH,
    CELLS,
    CLIENT,
    EOM,
    MANAGER,
    PROVIDER,
    SERVER,
    Case,
    Scene,
    case,
    check_broken,
    wrong_hello,
)


def no_hello(scene: Scene) -> None:
    """The manager asks without a hello."""
    scene.up().say(SERVER, speaking.hello(BOTH, 4), EOM).say(CLIENT, speaking.rpc(CELLS, "1"), EOM)


def apart(scene: Scene) -> Scene:
    """The one names the old version only, the other the new one only."""
    return scene.hellos((BASE_1_0,), (BASE_1_1,))


CASES = (
    case(Kind.NO_HELLO, MANAGER, no_hello),
    case(Kind.SECOND_HELLO, None, lambda s: s.hellos().say(SERVER, speaking.hello(BOTH, 4), EOM)),
    case(
        Kind.BEFORE_OTHER_HELLO,
        None,
        lambda s: (
            s.up()
            .say(CLIENT, speaking.hello(BOTH), EOM)
            .say(CLIENT, speaking.rpc(CELLS, "1"), EOM)
            .say(SERVER, speaking.hello(BOTH, 4), EOM)
            .ask("2")
        ),
    ),
    case(Kind.NO_CAPABILITIES, PROVIDER, wrong_hello("no-capabilities", SERVER), Kind.NO_COMMON_BASE),
    case(Kind.NO_BASE, PROVIDER, wrong_hello("no-base", SERVER), Kind.NO_COMMON_BASE),
    case(Kind.NO_BASE_1_1, MANAGER, wrong_hello("base-1-0-only", CLIENT)),
    case(Kind.CAPABILITY_REPEATED, None, lambda s: s.hellos(server=(*BOTH, "urn:a", "urn:a"))),
    case(Kind.CAPABILITY_NOT_A_URI, PROVIDER, lambda s: s.hellos(server=(*BOTH, "urn:a b", "not<uri"))),
    case(Kind.NO_COMMON_BASE, None, apart, Kind.NO_BASE_1_1),
    case(
        Kind.WENT_ON_WITHOUT_COMMON_BASE,
        MANAGER,
        lambda s: apart(s).say(CLIENT, speaking.rpc(CELLS, "1"), EOM),
        Kind.NO_BASE_1_1,
        Kind.NO_COMMON_BASE,
    ),
    case(Kind.SESSION_ID_FROM_CLIENT, MANAGER, wrong_hello("client-session-id", CLIENT)),
    case(Kind.NO_SESSION_ID, PROVIDER, wrong_hello("no-session-id", SERVER)),
    case(Kind.BAD_SESSION_ID, PROVIDER, wrong_hello("session-id-zero", SERVER)),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_it_fires(row: Case) -> None:
    """Each rule fires where its kind of breach is, and blames whoever sent the octets."""
    check_broken(row)


def test_each_capability_is_told() -> None:
    """Two that are no URIs are two findings."""
    scene = Scene()
    scene.hellos(server=(*BOTH, "urn:a b", "not<uri"))
    assert len(scene.audit().findings) == 2
