"""Rules about texts and messages."""

import pytest

from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.breach_kind import BreachKind as Kind
from tests.checkers.netconf.scene import (
    CELLS,
    CLIENT,
    MANAGER,
    PROVIDER,
    SERVER,
    Case,
    Scene,
    case,
    check_broken,
    wrong,
)

MANY = b'<cells xmlns="urn:cells">%b</cells>' % (b"<c/>" * 1_100_000)

CASES = (
    case(Kind.NOT_UTF_8, PROVIDER, wrong("not-utf-8", SERVER), Kind.UNANSWERED),
    case(Kind.NOT_WELL_FORMED, MANAGER, wrong("not-well-formed", CLIENT)),
    case(Kind.DOCUMENT_TYPE, PROVIDER, wrong("entity-bomb", SERVER), Kind.UNANSWERED),
    case(Kind.TOO_DEEP, None, wrong("deep", SERVER), Kind.UNANSWERED),
    case(Kind.TOO_MUCH, None, lambda s: s.hellos().ask().answer(MANY)),
    case(Kind.UNKNOWN_MESSAGE, PROVIDER, wrong("unknown-message", SERVER), Kind.UNANSWERED),
    case(Kind.WRONG_NAMESPACE, PROVIDER, wrong("foreign-namespace", SERVER)),
    case(Kind.WRONG_SIDE, PROVIDER, lambda s: s.hellos().say(SERVER, speaking.rpc(CELLS, "1"))),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_it_fires(row: Case) -> None:
    """Each rule fires where its kind of breach is, and blames whoever sent the octets."""
    check_broken(row)


def test_who_is_wrong_must_be_known() -> None:
    """Where messages alone tell who is who, two that ask contradict each other, and nobody is blamed."""
    scene = Scene(roles=False)
    scene.hellos().ask().answer().say(SERVER, speaking.rpc(CELLS, "1"))
    assert [(each.rule, each.blame) for each in scene.audit().findings] == [("NETCONF-WRONG-SIDE", None)]
