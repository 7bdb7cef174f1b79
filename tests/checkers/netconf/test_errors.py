"""Rules about errors."""

import pytest

from oran_harness.protocols.netconf import BASE_1_0
from oran_harness.protocols.netconf.breach_kind import BreachKind as Kind
from tests.checkers.netconf.scene import PROVIDER, Case, Play, case, check_broken


def refused(*parts: str) -> Play:
    """A request that is refused with an error of these elements."""
    texts = (f"<{part}>{text}</{part}>" for part, _, text in (each.partition("=") for each in parts))
    error = f'<rpc-error xmlns="urn:ietf:params:xml:ns:netconf:base:1.0">{"".join(texts)}</rpc-error>'.encode()
    return lambda scene: scene.hellos().ask().answer(error)


ERROR = "error-severity=error"
TYPE, TAG = "error-type=application", "error-tag=operation-failed"
MALFORMED = (
    b'<rpc-error xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"><error-type>rpc</error-type>'
    b"<error-tag>malformed-message</error-tag><error-severity>error</error-severity></rpc-error>"
)
CASES = (
    case(Kind.NO_ERROR_TYPE, PROVIDER, refused(TAG, ERROR)),
    case(Kind.NO_ERROR_TAG, PROVIDER, refused(TYPE, "error-tag=no-such-tag", ERROR)),
    case(Kind.NO_ERROR_SEVERITY, PROVIDER, refused(TYPE, TAG)),
    case(Kind.ERROR_TYPE_OF_OTHER_TAG, PROVIDER, refused("error-type=transport", "error-tag=data-exists", ERROR)),
    case(Kind.NO_ERROR_INFO, PROVIDER, refused(TYPE, "error-tag=unknown-element", ERROR)),
    case(Kind.OBSOLETE_ERROR, PROVIDER, refused(TYPE, "error-tag=partial-operation", ERROR)),
    case(Kind.WARNING, None, refused(TYPE, TAG, "error-severity=warning")),
    case(
        Kind.MALFORMED_MESSAGE_TO_OLD_CLIENT,
        PROVIDER,
        lambda s: s.hellos(client=(BASE_1_0,)).ask().answer(MALFORMED),
        Kind.NO_BASE_1_1,
    ),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_it_fires(row: Case) -> None:
    """Each rule fires where its kind of breach is, and blames whoever sent the octets."""
    check_broken(row)
