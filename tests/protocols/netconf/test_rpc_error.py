"""Errors in replies."""

import pytest
from lxml import etree

from oran_harness.codec.xml import parse
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.namespaces import BASE
from oran_harness.protocols.netconf.rpc_error import (
    ERROR_TAGS,
    ERROR_TYPES,
    RpcError,
    error_info,
    flaws_of,
    read_error,
    write_error,
)


def kinds(error: RpcError) -> list[BreachKind]:
    """The kinds of what is wrong with an error."""
    return [flaw.kind for flaw in flaws_of(error)]


def proper(tag: str, type: str) -> RpcError:
    """An error with all that its tag asks for."""
    return RpcError(type, tag, info=error_info(**{name.replace("-", "_"): "x" for name in ERROR_TAGS[tag].info}))


@pytest.mark.parametrize("type", ERROR_TYPES)
@pytest.mark.parametrize("tag", ERROR_TAGS)
def test_table(tag: str, type: str) -> None:
    """An error-tag has the error-types of appendix A and no others."""
    expected = [] if type in ERROR_TAGS[tag].types else [BreachKind.ERROR_TYPE_OF_OTHER_TAG]
    assert [kind for kind in kinds(proper(tag, type)) if kind is not BreachKind.OBSOLETE_ERROR] == expected


def test_twenty_tags() -> None:
    """Appendix A has twenty tags; lock-denied is the only one that only the protocol layer uses."""
    assert len(ERROR_TAGS) == 20
    assert [tag for tag, rule in ERROR_TAGS.items() if rule.types == ("protocol",)] == ["lock-denied"]
    assert ERROR_TAGS["lock-denied"].info == ("session-id",)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (RpcError("rpc", "bad-attribute"), [BreachKind.NO_ERROR_INFO]),
        (RpcError("rpc", "bad-attribute", info=error_info(bad_element="x")), [BreachKind.NO_ERROR_INFO]),
        (RpcError("protocol", "lock-denied", info=error_info(session_id="0")), []),
        (RpcError("", "in-use"), [BreachKind.NO_ERROR_TYPE]),
        (RpcError("netconf", "in-use"), [BreachKind.NO_ERROR_TYPE]),
        (RpcError("rpc", "no-such-tag"), [BreachKind.NO_ERROR_TAG]),
        (RpcError("rpc", ""), [BreachKind.NO_ERROR_TAG]),
        (RpcError("protocol", "in-use", ""), [BreachKind.NO_ERROR_SEVERITY]),
        (RpcError("application", "invalid-value", "", "ietf-subscribed-notifications:no-such-subscription"), []),
        (RpcError("protocol", "in-use", "warning"), [BreachKind.WARNING]),
        (RpcError("application", "partial-operation"), [BreachKind.OBSOLETE_ERROR]),
    ],
)
def test_flaws(error: RpcError, expected: list[BreachKind]) -> None:
    """What is missing or none that there is gets its name."""
    assert kinds(error) == expected


def test_round_trip() -> None:
    """An error that was written is read as it was."""
    prefixes = {"c": "urn:cells", "x": "urn:two"}
    info = (*error_info(bad_element="cell"), etree.fromstring('<x:more xmlns:x="urn:one" xmlns:y="urn:two" y:z="1"/>'))
    error = RpcError("application", "bad-element", "error", "too-few", "/c:cells", "Not <so>", info, "de", prefixes)
    read = read_error(parse(write_error(error)))
    assert (read.type, read.tag, read.severity, read.app_tag) == ("application", "bad-element", "error", "too-few")
    assert (read.path, read.message, read.language) == ("/c:cells", "Not <so>", "de")
    assert read.prefixes == {**prefixes, None: BASE}
    assert read.told("bad-element") == "cell"
    assert read.info[1].tag == "{urn:one}more"
    assert dict(read.info[1].attrib) == {"{urn:two}z": "1"}


def test_reading_is_tolerant() -> None:
    """White space, foreign elements and missing parts do no harm; a part that comes twice counts once."""
    text = (
        f'<rpc-error xmlns="{BASE}"><error-tag> in-use\n</error-tag><error-tag>b</error-tag><x xmlns="y"/></rpc-error>'
    )
    error = read_error(parse(text.encode()))
    assert (error.tag, error.type, error.info, error.told("bad-element")) == ("in-use", "", (), None)
