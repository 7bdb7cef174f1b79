"""YANG text becomes statements as RFC 7950, 6 says."""

import contextlib

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.codec.yang.errors import YangError
from oran_harness.codec.yang.statement import parse_statements


def test_strings_comments_and_joints() -> None:
    """RFC 7950, 6.1.3: quotes, escapes, indentation and + are taken away; comments too, but not in strings."""
    text = """module m { // a comment }
      description "one
                   two \\"three\\"" ; /* { */
      path '/a//b' + "/c";
      x:ext; contact a/b; }"""
    found = parse_statements(text)
    assert found.value("description") == 'one\ntwo "three"'
    assert found.value("path") == "/a//b/c"
    assert found.value("x:ext") == ""
    assert found.value("contact") == "a/b"
    assert found.first("none") is None


@given(st.text(max_size=40))
def test_whatever_text_is_read_or_refused(text: str) -> None:
    """Text that is no module is refused with a sentence, and nothing else happens."""
    with contextlib.suppress(YangError):
        assert parse_statements(text).keyword in ("module", "submodule")
