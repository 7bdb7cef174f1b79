"""The tree of just what is wanted."""

from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore.selection import Selection, visible_part
from oran_harness.peers.o1_provider.datastore.trees import tree_of, xml_of
from tests.peers.o1_provider.datastore.conftest import USERS, cell, du

TREE = USERS + du(cell(1) + cell(2))


def test_the_way_comes_with_its_keys_only(models: Models) -> None:
    """RFC 6241, 6.2.5: keys of entries on the way are there, so that the part can be told; siblings are not."""
    tree = tree_of(TREE)
    selection = Selection()
    selection.add(next(each for each in tree.iter("{*}nr-pci") if each.text == "2"))
    selection.add(next(each for each in tree.iter("{*}nr-pci") if each.text == "2"))
    expected = du("<nr-cell><local-id>2</local-id><nr-pci>2</nr-pci></nr-cell>")
    assert xml_of(selection.tree(tree, models.schema)) == expected


def test_a_whole_node_swallows_its_parts(models: Models) -> None:
    """RFC 6241, 6.4: what is wanted whole is not cut by a part of it that is wanted too."""
    tree = tree_of(TREE)
    selection = Selection()
    first = next(tree.iter("{*}nr-cell"))
    selection.add(first[0])
    selection.add(first)
    assert first in selection
    assert xml_of(selection.tree(tree, models.schema)) == du(cell(1)).replace("<nr-cell >", "<nr-cell>")


def test_nothing_wanted_is_nothing(models: Models) -> None:
    """RFC 6241, 6.4.2: an empty filter selects nothing."""
    assert len(Selection().tree(tree_of(TREE), models.schema)) == 0


def test_an_entry_without_its_key_is_not_shown(models: Models) -> None:
    """RFC 8341, 3.2.4: what may not be read is left out; an entry that cannot be told from others goes with its key."""
    tree = tree_of(TREE)
    seen = visible_part(
        tree,
        models.schema,
        lambda schema, node: schema.name != "local-id" or node.text == "1",
        lambda schema: schema.name == "users",
    )
    assert xml_of(seen).count("<nr-cell>") == 1
    assert USERS in xml_of(seen)
    assert xml_of(tree).count("<nr-cell>") == 2


def test_only_what_is_wanted_is_looked_at(models: Models) -> None:
    """Of the top-level nodes those that a filter names: the others are not copied in vain."""
    tree = tree_of(TREE)
    seen = visible_part(tree, models.schema, lambda *_: True, lambda _: False, only={tree[0].tag})
    assert xml_of(seen) == USERS
