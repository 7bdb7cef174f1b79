"""Data made by schema and seed are valid, for our modules and for others."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.codec.yang import Models, YangError, installed_modules
from oran_harness.peers.o1_provider.datastore import Snapshot, element_models, plausible_data
from oran_harness.peers.o1_provider.datastore.trees import tree_of, xml_of

STRANGE = """
module strange {
  namespace "urn:strange"; prefix s; yang-version 1.1;
  typedef odd { type string { pattern '[A-F]{3}-\\d{2,4}(x|y)+'; length "1..20"; } }
  container top {
    list item { key "a b"; min-elements 3; leaf a { type uint8 { range "7..9"; } } leaf b { type odd; }
      choice c { mandatory true; case one { leaf x { type binary; mandatory true; } }
        case two { container y { presence p; leaf z { type int8 { range "-5..-3"; } mandatory true; } } } }
      leaf-list many { type union { type int8 { range "1..3"; } type enumeration { enum q; } } min-elements 1; }
      leaf to { type leafref { path "../../other/name"; } mandatory true; }
      leaf never { when "false()"; type string; mandatory true; }
    }
    list other { key name; leaf name { type string { length "3"; } } leaf is { type instance-identifier; } }
    anydata any; anyxml xml;
  }
}
"""
IMPOSSIBLE = """
module impossible { namespace "urn:impossible"; prefix i;
  container top { must "false()"; leaf a { type string; } } }
"""


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_our_modules_are_filled_validly(seed: int, models: Models) -> None:
    """Every seed gives valid data that fill each of our modules, the same again for the same seed."""
    tree = plausible_data(models, seed)
    snapshot = Snapshot(models, tree)
    assert not snapshot.violations
    names = {child.tag.rpartition("}")[2] for child in tree}
    assert names >= {"managed-element", "alarm-control", "pm-jobs", "user-plane-configuration", "users"}
    assert xml_of(plausible_data(models, seed)) == snapshot.xml
    assert Snapshot.read(models, snapshot.octets()).xml == snapshot.xml


def test_given_data_stay(models: Models) -> None:
    """What is given is kept as it is."""
    users = '<users xmlns="urn:oran-harness:yang:users"><user><name>operator</name></user></users>'
    assert users in xml_of(plausible_data(models, 1, given=tree_of(users)))


def test_strange_modules_are_filled(tmp_path: Path) -> None:
    """Modules of a folder are filled by their schema: keys, patterns, choices, references."""
    (tmp_path / "strange.yang").write_text(STRANGE)
    models = element_models([tmp_path], own=False)
    for seed in range(10):
        tree = plausible_data(models, seed, modules=["strange"])
        assert not Snapshot(models, tree).violations
        assert len(list(tree.iter("{urn:strange}item"))) >= 3


def test_modules_that_allow_nothing_are_refused(tmp_path: Path) -> None:
    """A must that nothing meets is told, with the module's own words."""
    (tmp_path / "impossible.yang").write_text(IMPOSSIBLE)
    with pytest.raises(YangError, match="No valid data"):
        plausible_data(element_models([tmp_path], own=False), 1)


@pytest.mark.parametrize(
    "name", ["ietf-alarms", "ietf-access-control-list", "ietf-system", "ietf-snmp", "ietf-ipv6-unicast-routing"]
)
def test_modules_of_the_ietf_are_filled(name: str) -> None:
    """Modules that nobody here wrote are filled validly."""
    models = Models(installed_modules(), [name, "ietf-netconf-with-defaults"])
    assert not Snapshot(models, plausible_data(models, 3)).violations
