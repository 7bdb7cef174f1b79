"""The access rules that an element has at first."""

import pytest
from lxml import etree

from oran_harness.codec.yang import Models, installed_modules
from oran_harness.peers.o1_provider.datastore import Snapshot, element_models, group_names, initial_nacm
from oran_harness.peers.o1_provider.datastore.trees import tree_of
from tests.peers.o1_provider.datastore.conftest import USERS

NACM = "{urn:ietf:params:xml:ns:yang:ietf-netconf-acm}"


def written(models: Models, **options: str) -> str:
    return etree.tostring(initial_nacm(models, {"u": ["nms", "sudo"], "v": []}, **options), encoding="unicode")


def test_they_are_valid_and_stay_as_they_are(models: Models) -> None:
    """RFC 8341, 3.5.2: the rules meet the module, paths included, and libyang takes them over unchanged."""
    snapshot = Snapshot(models, tree_of(USERS + written(models)))
    assert not snapshot.violations
    assert snapshot.octets().count(b"<rule>") > 100


def test_users_are_in_their_groups(models: Models) -> None:
    """Each user is in the groups that he is given, and every group is there, with a rule-list of its own."""
    nacm = tree_of(written(models))[0]
    groups = {
        group.findtext(NACM + "name"): [each.text for each in group.findall(NACM + "user-name")]
        for group in nacm.iter(NACM + "group")
        if len(group)
    }
    assert list(groups) == group_names()
    assert {name for name, users in groups.items() if users == ["u"]} == {"nms", "sudo"}
    assert [each.findtext(NACM + "group") for each in nacm.findall(NACM + "rule-list")] == group_names()


def test_no_rule_denies(models: Models) -> None:
    """RFC 8341, 3.4.5: the first rule decides, so a rule that denies would take from who is in two groups."""
    assert {each.text for each in tree_of(written(models)).iter(NACM + "action")} == {"permit"}


@pytest.mark.parametrize(("given", "expected"), [(None, "deny"), ("permit", "permit")])
def test_the_default_of_reading_can_be_chosen(given: str | None, expected: str, models: Models) -> None:
    """O-RAN's documents disagree on read-default, so whoever plays the element chooses."""
    options = {} if given is None else {"read_default": given}
    assert tree_of(written(models, **options))[0].findtext(NACM + "read-default") == expected


def test_an_element_with_other_modules_has_rules_too() -> None:
    """Modules that the element lacks are named without a path, so the rules load with any modules."""
    assert installed_modules()
    models = element_models(own=False)
    assert not Snapshot(models, tree_of(written(models))).violations
