"""Access rules (RFC 8341), and those that O-RAN's documents give groups at first."""

import pytest
from lxml import etree

from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore import Datastores, Edit, Nacm, Snapshot, initial_nacm, read
from oran_harness.peers.o1_provider.datastore.trees import tree_of
from tests.peers.o1_provider.datastore.conftest import USERS, cell, config, element

NACM = '<nacm xmlns="urn:ietf:params:xml:ns:yang:ietf-netconf-acm">{}</nacm>'
GROUP = "<groups><group><name>g</name><user-name>u</user-name></group></groups>"
DATA = USERS + element("<id>a</id><user-label>b</user-label><gnb-du>" + cell(1) + cell(2) + "</gnb-du>")
ME = "{urn:oran-harness:yang:managed-element}"
NC = "{urn:ietf:params:xml:ns:netconf:base:1.0}"
OWN = {"sudo": "s", "nms": "n", "fm-pm": "f", "swm": "w", "O1_network_management": "o", "O1_nacm_management": "c"}


def rules(*rule: str, groups: str = "g") -> str:
    listed = "".join(f"<rule><name>{at}</name>{each}</rule>" for at, each in enumerate(rule))
    return NACM.format(f"{GROUP}<rule-list><name>l</name><group>{groups}</group>{listed}</rule-list>")


def stores_with(models: Models, nacm: str) -> Datastores:
    snapshot = Snapshot(models, tree_of(DATA + nacm))
    assert not snapshot.violations
    return Datastores(models, snapshot)


def seen(models: Models, stores: Datastores, user: str, groups: tuple[str, ...] = ()) -> str:
    rights = Nacm(stores.running, models).rights(user, groups)
    return etree.tostring(read(stores.running, models, rights=rights), encoding="unicode")


def refused(models: Models, stores: Datastores, user: str, xml: str) -> list[str]:
    rights = Nacm(stores.running, models).rights(user)
    return [error.tag for error in stores.edit("running", Edit(config(xml)), rights.permit).errors]


def test_without_rules_the_defaults_hold(models: Models) -> None:
    """RFC 8341, 3.4.5: reading is permitted, writing is not; default-deny-all hides what it is on."""
    stores = stores_with(models, "")
    assert "<id>a</id>" in seen(models, stores, "u")
    assert "<nacm" not in seen(models, stores, "u")
    assert refused(models, stores, "u", element("<id>x</id>")) == ["access-denied"]


def test_nacm_can_be_off(models: Models) -> None:
    """RFC 8341, 3.4.1: where enable-nacm is false, or for a recovery user, nothing is forbidden."""
    stores = stores_with(models, NACM.format("<enable-nacm>false</enable-nacm>"))
    assert refused(models, stores, "u", element("<id>x</id>")) == []
    stores = stores_with(models, "")
    assert Nacm(stores.running, models, ["root"]).rights("root").unlimited


@pytest.mark.parametrize(
    ("path", "hidden", "shown"),
    [
        ("/m:managed-element", "<id>", "admin"),
        ("/m:managed-element/m:gnb-du/m:nr-cell", "<nr-cell>", "<id>"),
        ("/m:managed-element/m:gnb-du/m:nr-cell[m:local-id='2']", "<local-id>2<", "<local-id>1<"),
        ("/m:managed-element/m:gnb-du/m:nr-cell/m:nr-pci", "<nr-pci>", "<local-id>1<"),
    ],
)
def test_paths_of_rules(path: str, hidden: str, shown: str, models: Models) -> None:
    """RFC 8341, 3.3.4: a rule is about the node of its path and all below, of all entries that lack a key."""
    nacm = rules(
        f'<path xmlns:m="{ME[1:-1]}">{path}</path><access-operations>read</access-operations><action>deny</action>'
    )
    found = seen(models, stores_with(models, nacm), "u")
    assert hidden not in found
    assert shown in found
    assert hidden in seen(models, stores_with(models, nacm), "other")


def test_the_first_rule_that_fits_decides(models: Models) -> None:
    """RFC 8341, 3.4.5: rules are tried in order, each with its module and accesses; * stands for all."""
    module = "<module-name>oran-harness-managed-element</module-name>"
    permit = module + "<access-operations>{}</access-operations><action>{}</action>"
    stores = stores_with(models, rules(permit.format("update", "permit"), permit.format("*", "deny")))
    assert "<managed-element" not in seen(models, stores, "u")
    assert refused(models, stores, "u", element("<id>x</id>")) == []
    assert refused(models, stores, "u", element("<dn-prefix>x</dn-prefix>")) == ["access-denied"]
    assert refused(models, stores, "u", element('<id nc:operation="delete"/>')) == ["access-denied"]
    everyone = stores_with(models, rules(permit.format("*", "deny"), groups="*"))
    assert "<managed-element" not in seen(models, everyone, "u")


def test_what_stays_the_same_needs_no_right(models: Models) -> None:
    """RFC 8341, 3.2.5: only nodes that an edit changes are checked, by a merge, a replace or a commit."""
    update = rules("<access-operations>update</access-operations><action>permit</action>")
    stores = stores_with(models, update)
    whole = f"<id>x</id><user-label>b</user-label><gnb-du>{cell(1)}{cell(2)}</gnb-du>"
    same = element(whole).replace("<managed-element", '<managed-element nc:operation="replace"')
    assert refused(models, stores, "u", same) == []
    assert refused(models, stores, "u", element("<user-label>b</user-label>")) == []
    assert refused(models, stores, "u", same.replace(cell(2), "")) == ["access-denied"]
    stores.edit("candidate", Edit(config(element('<user-label nc:operation="delete"/>'))))
    rights = Nacm(stores.running, models).rights("u")
    assert [error.tag for error in stores.commit(rights.permit).errors] == ["access-denied"]
    assert [error.tag for error in stores.copy("candidate", "running", rights.permit).errors] == ["access-denied"]


def test_operations_and_notifications(models: Models) -> None:
    """RFC 8341, 3.4.4 and 3.4.6: rules name operations and notifications; closing one's session is always permitted."""
    nacm = rules(
        "<module-name>ietf-netconf</module-name><rpc-name>get</rpc-name><access-operations>exec</access-operations><action>deny</action>",
        "<notification-name>alarm-notif</notification-name><access-operations>read</access-operations><action>deny</action>",
        "<rpc-name>*</rpc-name><access-operations>exec</access-operations><action>permit</action>",
    )
    rights = Nacm(stores_with(models, nacm).running, models).rights("u")
    other = Nacm(stores_with(models, nacm).running, models).rights("other")
    alarm = models.schema["{urn:oran-harness:yang:alarms}alarm-notif"]
    assert not rights.may_execute(models.schema[NC + "get"])
    assert rights.may_execute(models.schema[NC + "kill-session"])
    assert not other.may_execute(models.schema[NC + "kill-session"])
    assert other.may_execute(models.schema[NC + "close-session"])
    assert not rights.may_be_told(alarm)
    assert other.may_be_told(alarm)


@pytest.fixture(scope="session")
def initial(models: Models) -> Datastores:
    nacm = initial_nacm(models, {user: [group] for group, user in OWN.items()})
    return stores_with(models, etree.tostring(nacm, encoding="unicode"))


@pytest.mark.parametrize(
    ("group", "reads", "writes", "told"),
    [
        ("sudo", True, True, True),
        ("nms", True, True, False),
        ("fm-pm", True, False, False),
        ("swm", False, False, False),
        ("O1_network_management", True, True, True),
        ("O1_nacm_management", False, False, False),
    ],
)
def test_groups_of_o_ran(
    group: str, reads: bool, writes: bool, told: bool, models: Models, initial: Datastores
) -> None:
    """Each group reads, writes and is told of the managed element as its table says."""
    assert ("<id>a</id>" in seen(models, initial, OWN[group])) is reads
    rights = Nacm(initial.running, models).rights(OWN[group])
    outcome = initial.edit("candidate", Edit(config(element("<dn-prefix>x</dn-prefix>"))), rights.permit)
    initial.discard()
    assert (not outcome.errors) is writes
    assert rights.may_be_told(models.schema[ME + "reset-done"]) is told
    assert rights.may_execute(models.schema[NC + "get"])
    assert rights.may_execute(models.schema[NC + "kill-session"]) is (group in ("sudo", "O1_network_management"))


def test_nobody_reads_passwords(models: Models) -> None:
    """A password that is default-deny-all is hidden from whom no rule of its module permits it."""
    stores = stores_with(models, "")
    edited = USERS.replace("<name>admin</name>", "<name>admin</name><password>secret_1</password>")
    assert not stores.edit("running", Edit(config(edited))).errors
    assert "secret" not in seen(models, stores, "u")


def test_groups_from_outside(models: Models) -> None:
    """RFC 8341, 3.3.1: groups of the transport count where enable-external-groups is true."""
    hide = "<access-operations>read</access-operations><action>deny</action>"
    stores = stores_with(models, rules(hide))
    assert "<id>" not in seen(models, stores, "stranger", ("g",))
    off = rules(hide).replace("<groups>", "<enable-external-groups>false</enable-external-groups><groups>")
    assert "<id>" in seen(models, stores_with(models, off), "stranger", ("g",))


def test_rules_that_stay_are_not_read_again(models: Models) -> None:
    """Rights out of the same rules are those of before, with all that was found out of them; others are not."""
    stores = stores_with(models, rules("<module-name>*</module-name><action>permit</action>"))
    before = Nacm(stores.running, models)
    was = before.rights("u")
    label = element("<user-label>another</user-label>")
    assert not stores.edit("running", Edit(config(label))).errors
    assert Nacm(stores.running, models, before=before).rights("u") is was
    stricter = stores_with(models, rules("<module-name>*</module-name><action>deny</action>"))
    now = Nacm(stricter.running, models, before=before).rights("u")
    assert now is not was
    assert "<id>" not in etree.tostring(read(stricter.running, models, rights=now), encoding="unicode")


def test_a_whole_tree_that_may_be_read_is_not_copied(models: Models) -> None:
    """With a filter only what it names has to be so."""
    stores = stores_with(models, NACM.format(GROUP))
    rights, tree = Nacm(stores.running, models).rights("u"), stores.running.root
    assert rights.readable(tree, models, only={f"{ME}managed-element"}) is tree
    assert "<nacm" not in etree.tostring(rights.readable(tree, models), encoding="unicode")
    assert len(rights.readable(tree, models, only={tree[-1].tag})) == 0
