"""Edits do what RFC 6241, 7.2 and RFC 7950, 7 say."""

from oran_harness.peers.o1_provider.datastore import Access, Datastores, Edit, Snapshot
from tests.peers.o1_provider.datastore.conftest import USERS, cell, config, du, element

ORDER = [f"<managed-by>{name}</managed-by>" for name in "abc"]


def managers(stores: Datastores) -> str:
    return "".join(each.text for each in stores.running.root.iter("{*}managed-by"))


def test_merge_adds_and_keeps(edit, stores: Datastores) -> None:
    """A merge sets what it names and leaves the rest."""
    assert not edit(element("<id>a</id><user-label>x</user-label>")).errors
    assert not edit(element("<id>b</id>")).errors
    assert "<id>b</id><user-label>x</user-label>" in stores.running.xml


def test_replace_takes_the_rest_away(edit, stores: Datastores) -> None:
    """A replace leaves only what it names, for a container and for a list entry."""
    edit(element("<id>a</id><user-label>x</user-label>"))
    replaced = element("<id>b</id>").replace("<managed-element", '<managed-element nc:operation="replace"')
    assert not edit(replaced).errors
    assert "<id>b</id>" in stores.running.xml
    assert "user-label" not in stores.running.xml
    edit(du(cell(1, "<arfcn-ul>3</arfcn-ul><nr-tac>5</nr-tac>")))
    assert not edit(du(cell(1, attributes='nc:operation="replace"'))).errors
    assert "nr-tac" not in stores.running.xml


def test_default_operation_replace_is_of_all(edit, stores: Datastores) -> None:
    """RFC 6241, 7.2: with default-operation replace, the config takes the place of the whole configuration."""
    edit(element("<id>a</id><user-label>x</user-label>"))
    assert edit(element("<id>c</id>"), default_operation="replace").errors
    assert not edit(element("<id>c</id>") + USERS, default_operation="replace").errors
    assert "user-label" not in stores.running.xml
    assert not edit(USERS, default_operation="replace").errors
    assert "managed-element" not in stores.running.xml
    assert "admin" in stores.running.xml


def test_operations_inside_others(edit, stores: Datastores) -> None:
    """Nested operations each do their own; none above them only leads to them."""
    edit(du(cell(1) + cell(2)))
    body = '<nr-cell nc:operation="delete"><local-id>1</local-id></nr-cell>' + cell(
        3, attributes='nc:operation="create"'
    )
    assert not edit(du(body), default_operation="none").errors
    assert [each.text for each in stores.running.root.iter("{*}local-id")] == ["2", "3"]


def test_remove_of_nothing_is_fine(edit) -> None:
    """RFC 6241, 7.2: remove ignores what is not there."""
    assert not edit(element('<id nc:operation="remove"/>')).errors


def test_delete_needs_no_value(edit, stores: Datastores) -> None:
    """A leaf is deleted by its name; containers that mean nothing do not stay behind."""
    edit(element("<management-address><port>1</port></management-address>"))
    assert not edit(element('<management-address><port nc:operation="delete"/></management-address>')).errors
    assert "managed-element" not in stores.running.xml


def test_keys_are_compared_by_value(edit, stores: Datastores) -> None:
    """RFC 7950, 9.1: values are compared in canonical form."""
    edit(du(cell(1)))
    assert not edit(du("<nr-cell><local-id>01</local-id><nr-tac>7</nr-tac></nr-cell>")).errors
    assert stores.running.xml.count("<nr-cell>") == 1
    assert "<nr-tac>7</nr-tac>" in stores.running.xml


def test_one_case_takes_the_place_of_another(edit, stores: Datastores) -> None:
    """RFC 7950, 8.2: nodes of other cases go when a node of a case comes."""
    edit(du(cell(1)))
    assert not edit(du("<nr-cell><local-id>1</local-id><tdd-pattern/></nr-cell>")).errors
    assert "arfcn-ul" not in stores.running.xml
    assert "<tdd-pattern/>" in stores.running.xml


def test_what_is_untrue_goes(edit, stores: Datastores) -> None:
    """RFC 7950, 8.2: a node whose when becomes false by an edit of another is deleted."""
    edit(du(cell(1, "<arfcn-ul>3</arfcn-ul><band>fr2</band><subcarrier-spacing>120</subcarrier-spacing>")))
    assert "subcarrier-spacing" in stores.running.xml
    assert not edit(du("<nr-cell><local-id>1</local-id><band>n78</band></nr-cell>")).errors
    assert "subcarrier-spacing" not in stores.running.xml


def test_entries_are_put_where_the_user_says(edit, stores: Datastores) -> None:
    """RFC 7950, 7.7.9: insert first, last, before, after; an entry that exists is moved."""
    edit(element("".join(ORDER)))
    assert managers(stores) == "abc"
    edit(element('<managed-by yang:insert="first">d</managed-by>'))
    edit(element('<managed-by yang:insert="before" yang:value="b">c</managed-by>'))
    edit(element('<managed-by yang:insert="after" yang:value="d">e</managed-by>'))
    assert managers(stores) == "deacb"
    edit(element('<managed-by yang:insert="last">d</managed-by>'))
    assert managers(stores) == "eacbd"


def test_list_entries_are_put_beside_a_key(edit, stores: Datastores) -> None:
    """RFC 7950, 7.8.6: the key attribute holds predicates with prefixes, and is compared by value."""
    entry = "<neighbour {}><cell>{}</cell></neighbour>"
    edit(
        du(cell(1, "<arfcn-ul>3</arfcn-ul>" + entry.format("", 2) + entry.format("", 3)) + cell(2) + cell(3) + cell(4))
    )
    key = """xmlns:m="urn:oran-harness:yang:managed-element" yang:insert="before" yang:key="[m:cell='03']\""""
    assert not edit(du(f"<nr-cell><local-id>1</local-id>{entry.format(key, 4)}</nr-cell>")).errors
    assert [each.findtext("{*}cell") for each in stores.running.root.iter("{*}neighbour")] == ["2", "4", "3"]


def test_continue_on_error_does_the_rest(edit, stores: Datastores) -> None:
    """RFC 6241, 7.2: continue-on-error goes on with other nodes, and reports what failed."""
    body = element('<id nc:operation="delete"/><user-label>x</user-label>')
    outcome = edit(body, error_option="continue-on-error")
    assert [error.tag for error in outcome.errors] == ["data-missing"]
    assert "<user-label>x</user-label>" in stores.running.xml


def test_other_error_options_do_nothing(edit, stores: Datastores) -> None:
    """After stop-on-error and rollback-on-error nothing is half done."""
    before = stores.running
    for option in ("stop-on-error", "rollback-on-error"):
        assert edit(element('<user-label>x</user-label><id nc:operation="delete"/>'), error_option=option).errors
        assert stores.running is before


def test_copy_delete_and_discard(edit, stores: Datastores, models) -> None:
    """RFC 6241, 7.3, 7.4 and 8.3: copies are whole, only startup can be deleted, discard goes back to running."""
    edit(element("<id>a</id>"))
    assert not stores.copy("running", "startup").errors
    assert stores.startup is stores.running
    assert not stores.delete("startup").errors
    assert stores.startup is not None
    assert stores.startup.xml == ""
    assert stores.delete("running").errors[0].tag == "operation-not-supported"
    edit(element("<id>b</id>"), "candidate")
    stores.discard()
    assert stores.candidate is stores.running
    assert stores.copy(config(element("<id>z</id>")), "running").errors[0].app_tag in (
        "must-violation",
        "too-few-elements",
    )
    assert not stores.copy(config(element("<id>z</id>")), "candidate").errors
    assert "users" not in stores.candidate.xml
    assert stores.copy("running", "nowhere").errors[0].tag == "operation-not-supported"


def test_a_default_that_is_marked_is_none_of_ones_own(edit, stores: Datastores) -> None:
    """RFC 6243, 4.5.1: a leaf marked wd:default is set to its default."""
    edit(element("<administrative-state>locked</administrative-state>"))
    assert not edit(element('<administrative-state wd:default="true">unlocked</administrative-state>')).errors
    assert "administrative-state" not in stores.running.xml


def test_differences_name_what_changed(edit) -> None:
    """An outcome tells what was created, updated and deleted, and moves of the user's entries."""
    edit(element("<id>a</id><user-label>x</user-label>" + "".join(ORDER)))
    body = '<id>b</id><user-label nc:operation="delete"/><dn-prefix>d</dn-prefix>'
    outcome = edit(element(body))
    found = {(a, s.name) for a, s, _ in outcome.before.differences(outcome.after)}
    assert found == {(Access.UPDATE, "id"), (Access.DELETE, "user-label"), (Access.CREATE, "dn-prefix")}
    outcome = edit(element('<managed-by yang:insert="first">c</managed-by>'))
    moved = outcome.before.differences(outcome.after)
    assert {(a, e.text) for a, _, e in moved} == {(Access.UPDATE, name) for name in "abc"}


def test_a_snapshot_survives_a_file(edit, stores: Datastores, models) -> None:
    """What is stored is what was held, prefixes of values included."""
    edit(du(cell(1, '<arfcn-ul>3</arfcn-ul><band xmlns:q="urn:oran-harness:yang:managed-element">q:fr2</band>')))
    again = Snapshot.read(models, stores.running.octets())
    assert again.xml == stores.running.xml
    assert not again.violations


def test_comments_are_no_data(edit, stores: Datastores) -> None:
    """Comments in an edit, even in a value, are passed over."""
    assert not edit(element("<!-- x --><id>a<!-- y -->b</id>")).errors
    assert "<id>ab</id>" in stores.running.xml


def test_rights_are_asked_for_each_change(stores: Datastores) -> None:
    """RFC 8341, 3.2.5: an edit that changes what the user may not change is access-denied, and does nothing."""
    before = stores.running
    outcome = stores.edit(
        "running", Edit(config(element("<id>a</id>"))), lambda access, schema, node: schema.name != "id"
    )
    assert [error.tag for error in outcome.errors] == ["access-denied"]
    assert stores.running is before
