"""Whether modules load: texts that somebody delivered, tried with libyang."""

from oran_harness.codec.yang.loading import Delivered, first_flaw

TYPES = 'module types { namespace "urn:types"; prefix t; typedef name { type string; } }'
USER = """
module user {
  namespace "urn:user";
  prefix u;
  import types { prefix t; }
  revision 2026-01-01;
  leaf a { type t:name; }
}
"""


def user(text: str = USER, name: str = "user") -> Delivered:
    """A module that imports another."""
    return Delivered(name, "2026-01-01", text, implemented=True)


def test_modules_that_load() -> None:
    """With what they import, which is delivered, too."""
    assert first_flaw([user(), Delivered("types", "", TYPES)]) is None


def test_a_module_whose_import_is_missing() -> None:
    """It is named, with libyang's words."""
    found = first_flaw([user()])
    assert found is not None
    assert found[0] == "user"
    assert "types" in found[1]


def test_a_module_that_is_no_module() -> None:
    """Nor does it matter what else there is."""
    found = first_flaw([Delivered("types", "", TYPES), user("module user {")])
    assert found is not None
    assert found[0] == "user"


def test_a_name_that_is_none() -> None:
    """It is no name of a file, whoever sent it."""
    assert first_flaw([user(name="../../etc/passwd")]) is not None
