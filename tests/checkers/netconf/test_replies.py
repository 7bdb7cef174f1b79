"""Rules about requests and replies."""

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

CLOSE = b'<close-session xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"/>'
PREFIXED = b'<rpc xmlns="urn:ietf:params:xml:ns:netconf:base:1.0" xmlns:c="urn:cells" message-id="1"><c:cells/></rpc>'
PLAIN = b'<rpc-reply xmlns="urn:ietf:params:xml:ns:netconf:base:1.0" message-id="1"><ok/></rpc-reply>'


def out_of_order(scene: Scene) -> None:
    """Two requests, and the second is answered first."""
    scene.hellos().ask("1").ask("2").answer()
    scene.say(SERVER, speaking.ok(scene.asked[0]))


CASES = (
    case(Kind.NO_MESSAGE_ID, MANAGER, wrong("no-message-id", CLIENT), Kind.UNANSWERED),
    case(Kind.MESSAGE_ID_TOO_LONG, MANAGER, wrong("long-message-id", CLIENT), Kind.UNANSWERED),
    case(Kind.MESSAGE_ID_REPEATED, None, lambda s: s.hellos().ask("1").ask("1")),
    case(Kind.NOT_ONE_OPERATION, MANAGER, wrong("two-operations", CLIENT), Kind.UNANSWERED),
    case(Kind.AFTER_CLOSE, None, lambda s: s.hellos().ask("1", CLOSE).ask("2")),
    case(Kind.REPLY_WITHOUT_ID, PROVIDER, wrong("reply-without-id", SERVER)),
    case(Kind.REPLY_WITH_UNKNOWN_ID, PROVIDER, wrong("unknown-id", SERVER), Kind.UNANSWERED),
    case(Kind.SECOND_REPLY, PROVIDER, wrong("second-reply", SERVER)),
    case(Kind.REPLY_OUT_OF_ORDER, PROVIDER, out_of_order),
    case(Kind.ATTRIBUTE_NOT_RETURNED, PROVIDER, lambda s: s.hellos().ask("1", a="b").say(SERVER, PLAIN)),
    case(Kind.PREFIX_NOT_RETURNED, None, lambda s: s.hellos().say(CLIENT, PREFIXED).say(SERVER, PLAIN)),
    case(Kind.OK_WITH_MORE, PROVIDER, wrong("ok-with-more", SERVER)),
    case(Kind.EMPTY_REPLY, None, wrong("empty-reply", SERVER)),
    case(Kind.UNANSWERED, None, lambda s: s.hellos().ask("1", CELLS).down()),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_it_fires(row: Case) -> None:
    """Each rule fires where its kind of breach is, and blames whoever sent the octets."""
    check_broken(row)
