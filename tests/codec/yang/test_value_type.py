"""The types of leaves, with typedefs resolved."""

from pathlib import Path

import pytest

pytest.importorskip("oopt_gnpy_libyang")

from oran_harness.codec.yang import Models, ValueType, installed_modules

BASE = """
module base { yang-version 1.1; namespace "urn:base"; prefix b;
  feature f; identity root; identity one { base root; } identity colour;
  typedef name {
    type string { length "1..20"; pattern "[a-z]+"; pattern "x.*" { modifier invert-match; } } default joe;
  }
  typedef kind { type identityref { base root; } default one; }
  typedef some { type enumeration { enum a; enum b { if-feature f; } enum c; } }
}
"""
USER = """
module user { yang-version 1.1; namespace "urn:user"; prefix u; import base { prefix q; }
  identity two { base q:one; } identity both { base q:one; base q:colour; }
  typedef short { type q:name { length "2..3"; pattern "..."; } }
  leaf short { type short; } leaf own { type short { length "3"; } default abc; }
  leaf kind { type q:kind; } leaf both { type identityref { base q:root; base q:colour; } }
  leaf some { type q:some; } leaf less { type q:some { enum c; } }
  leaf any { type union { type int8; type q:kind; } } leaf to { type leafref { path "/u:short"; } }
  container c { typedef near { type uint8; } leaf near { type near; } }
  container d { typedef near { type int64; } leaf near { type near; } }
}
"""


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Models:
    folder: Path = tmp_path_factory.mktemp("yang")
    (folder / "base.yang").write_text(BASE)
    (folder / "user.yang").write_text(USER)
    return Models([folder, *installed_modules()], ["base", "user"], {"base": ()})


def kind(models: Models, name: str) -> ValueType:
    return models.types.of(models.schema[f"{{urn:user}}{name}"])


def test_restrictions_are_gathered_outermost_first(models: Models) -> None:
    """RFC 7950, 7.3.4: each typedef on the way restricts further; patterns that must not match are no samples."""
    found = kind(models, "own")
    assert (found.base, found.lengths, found.patterns) == ("string", ("3", "2..3", "1..20"), ("...", "[a-z]+"))
    assert found.typedefs == ("user:short", "base:name")


def test_identities_are_those_derived_from_all_bases(models: Models) -> None:
    """RFC 7950, 9.10.2: identities of any module count, derived from every base, however far down; no base itself."""
    assert set(kind(models, "kind").identities) == {("base", "one"), ("user", "two"), ("user", "both")}
    assert kind(models, "both").identities == (("user", "both"),)


def test_names_that_are_left(models: Models) -> None:
    """RFC 7950, 9.6.4.2 and 9.6.3: a feature that is off takes a name away; a restriction names those that stay."""
    assert kind(models, "some").names == ("a", "c")
    assert kind(models, "less").names == ("c",)


def test_the_nearest_typedef_counts(models: Models) -> None:
    """RFC 7950, 5.5: a typedef is known where it stands and below, so two places may have one of a name."""
    near = [models.schema[f"{{urn:user}}{name}"].children["{urn:user}near"] for name in "cd"]
    assert [models.types.of(each).base for each in near] == ["uint8", "int64"]


def test_which_values_may_hold_prefixes(models: Models) -> None:
    """RFC 7950, 9.10.3 and 9.13.2: identities and paths may, also as a member of a union or by a leafref."""
    assert all(kind(models, name).bears_prefixes() for name in ("kind", "any", "to"))
    assert not any(kind(models, name).bears_prefixes() for name in ("own", "some"))


def test_a_default_comes_from_the_leaf_else_from_its_type(models: Models) -> None:
    """RFC 7950, 7.6.1: the leaf's default wins; a typedef's is read with the prefixes of the file it stands in."""

    def found(name: str) -> tuple[str | None, str]:
        value, where = models.types.default_of(models.schema[f"{{urn:user}}{name}"])
        return value, where.name

    assert found("own") == ("abc", "user")
    assert found("short") == ("joe", "base")
    assert found("kind") == ("one", "base")
    assert found("some")[0] is None
