"""What the head of a YANG file says."""

import pytest

from oran_harness.codec.yang.errors import YangError
from oran_harness.codec.yang.module_text import ModuleText, read_module

MODULE = """module m { yang-version 1.1; namespace "urn:m"; prefix own;
  import other { prefix o; } include a; revision 2020-01-01; revision 2026-02-02; revision 2021-01-01; }"""
PARTS = {
    "a": "submodule a { belongs-to m { prefix mine; } import third { prefix t; } include b; include a; }",
    "b": "submodule b { belongs-to m { prefix m; } include a; revision 2019-01-01; }",
}


def loaded() -> ModuleText:
    return read_module(MODULE, lambda name, revision: PARTS[name])


def test_the_newest_revision_counts() -> None:
    """RFC 7950, 7.1.9: revisions may come in any order; the newest is the module's."""
    assert loaded().revision == "2026-02-02"


def test_submodules_are_included_once_and_belong_to_the_module() -> None:
    """RFC 7950, 7.1.6: includes of includes count, once each; all names are in the module's namespace."""
    module = loaded()
    assert [part.name for part in module.parts] == ["m", "a", "b"]
    assert {(part.module, part.namespace) for part in module.parts} == {("m", "urn:m")}
    assert module.imports() == ("other", "third")


def test_prefixes_are_of_their_file() -> None:
    """RFC 7950, 7.1.4 and 7.2.2: each file has prefixes of its own, for its module and for what it imports."""
    module, first, _ = loaded().parts
    assert module.prefixed("o:x") == ("other", "x")
    assert module.prefixed("own:x") == module.prefixed("x") == ("m", "x")
    assert first.prefixed("mine:x") == ("m", "x")
    assert first.prefixed("t:x") == ("third", "x")
    assert first.prefixed("o:x") == ("o", "x")


@pytest.mark.parametrize("text", [PARTS["a"], "module m { prefix p; }", 'module m { namespace "urn:m"; }'])
def test_what_is_no_whole_module_is_refused(text: str) -> None:
    """RFC 7950, 7.1: a module has a namespace and a prefix; a submodule cannot stand alone."""
    with pytest.raises(YangError):
        read_module(text, lambda name, revision: "")
