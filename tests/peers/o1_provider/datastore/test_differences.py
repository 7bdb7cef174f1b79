"""What differs between two trees."""

from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore import Access
from oran_harness.peers.o1_provider.datastore.differences import differences, refused
from oran_harness.peers.o1_provider.datastore.trees import tree_of
from tests.peers.o1_provider.datastore.conftest import USERS, cell, du, element


def found(models: Models, before: str, after: str) -> list[tuple[str, str, str | None]]:
    between = differences(tree_of(before), tree_of(after), models.schema)
    return [(access.value, schema.name, node.text) for access, schema, node in between]


def test_a_whole_entry_is_told_node_by_node(models: Models) -> None:
    """RFC 8341, 3.2.5: each node of an entry that comes or goes is one that is created or deleted."""
    names = ["nr-cell", "local-id", "nr-pci", "arfcn-dl", "arfcn-ul"]
    for before, after, access in ((cell(1), cell(1) + cell(2), "create"), (cell(1) + cell(2), cell(1), "delete")):
        assert [each[:2] for each in found(models, du(before), du(after))] == [(access, name) for name in names]


def test_order_counts_only_where_the_user_orders(models: Models) -> None:
    """RFC 7950, 7.7.7: a system-ordered list that comes in another order is the same."""
    assert found(models, du(cell(1) + cell(2)) + USERS, USERS + du(cell(2) + cell(1))) == []
    one, two = "<managed-by>a</managed-by>", "<managed-by>b</managed-by>"
    assert [each[0] for each in found(models, element(one + two), element(two + one))] == ["update", "update"]


def test_what_stays_in_order_is_not_moved(models: Models) -> None:
    """An entry that is put before others, or taken from them, moves none of them."""
    one, two = "<managed-by>a</managed-by>", "<managed-by>b</managed-by>"
    assert found(models, element(one), element(two + one)) == [("create", "managed-by", "b")]
    assert found(models, element(one + two), element(two)) == [("delete", "managed-by", "a")]


def test_the_first_that_is_not_permitted_is_refused_with_its_path(models: Models) -> None:
    """RFC 8341, 3.2.5: access-denied names the node; containers that mean nothing need no right."""
    between = differences(tree_of(""), tree_of(du(cell(1))), models.schema)
    error = refused(between, lambda access, schema, node: schema.name != "nr-pci", models.schema)
    assert error is not None
    assert (error.tag, error.path.rpartition("/")[2]) == ("access-denied", "oran-harness-managed-element:nr-pci")
    address = element("<management-address/>")
    assert refused(differences(tree_of(""), tree_of(address), models.schema), _nothing, models.schema) is None


def _nothing(access: Access, schema: object, node: object) -> bool:
    return False
