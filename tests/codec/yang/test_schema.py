"""What a node of a schema knows of itself."""

from oran_harness.codec.yang.schema import Kind, SchemaNode


def made(kind: Kind, name: str, parent: SchemaNode | None = None, **more: object) -> SchemaNode:
    node = SchemaNode(kind, name, "m", "urn:m", parent, **more)  # type: ignore[arg-type]
    if parent is not None:
        parent.children[node.tag] = node
    return node


def test_keys_are_keys_of_their_own_list_only() -> None:
    """RFC 7950, 7.8.2: a key is a leaf that its list names; a leaf of that name further down is none."""
    entries = made(Kind.LIST, "entry", keys=("b", "a"))
    inner = made(Kind.CONTAINER, "in", entries)
    assert made(Kind.LEAF, "a", entries).is_key()
    assert not made(Kind.LEAF, "a", inner).is_key()
    assert entries.key_tags == ("{urn:m}b", "{urn:m}a")


def test_containers_exist_by_themselves_unless_they_mean_something() -> None:
    """RFC 7950, 7.5.1: a container without presence only holds others together."""
    assert made(Kind.CONTAINER, "c").conceptual
    assert not made(Kind.CONTAINER, "c", presence=True).conceptual
    assert not made(Kind.LIST, "l").conceptual


def test_anydata_hold_no_nodes_of_the_schema_and_no_value() -> None:
    """RFC 7950, 7.10 and 7.11: what is in anydata and anyxml is not in the schema, nor is it a value."""
    for kind in (Kind.ANYDATA, Kind.ANYXML):
        assert not made(kind, "any").inner
        assert not made(kind, "any").terminal
    assert made(Kind.LEAF_LIST, "l").terminal
    assert made(Kind.LEAF_LIST, "l").many


def test_a_walk_meets_all_below() -> None:
    """A walk gives the node and all below it, each with the path from the top."""
    top = made(Kind.CONTAINER, "top")
    made(Kind.LEAF, "x", made(Kind.LIST, "l", top))
    assert [node.path() for node in top.walk()] == ["/m:top", "/m:top/m:l", "/m:top/m:l/m:x"]
