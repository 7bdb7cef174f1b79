"""Statements become schema nodes."""

from oran_harness.codec.yang.module_text import read_module
from oran_harness.codec.yang.schema import Kind, SchemaNode
from oran_harness.codec.yang.schema_tree import SchemaTree


def tree(*bodies: str, features: tuple[str, ...] = ()) -> dict[str, SchemaNode]:
    texts = {}
    for number, body in enumerate(bodies):
        imports = "".join(f"import m{other} {{ prefix m{other}; }} " for other in range(number))
        text = f'module m{number} {{ namespace "urn:m{number}"; prefix m{number}; {imports} {body} }}'
        texts[f"m{number}"] = read_module(text, lambda name, revision: "")
    return SchemaTree(texts, list(texts), lambda module, name: name in features).top


def at(top: dict[str, SchemaNode], *tags: str) -> SchemaNode:
    node = top["{urn:" + tags[0].replace(":", "}")]
    for tag in tags[1:]:
        node = node.children["{urn:" + tag.replace(":", "}")]
    return node


def test_nodes_of_a_grouping_are_of_who_uses_it() -> None:
    """RFC 7950, 7.13: what a grouping holds is in the namespace of the module that uses it; the type is not."""
    top = tree("typedef t { type int8; } grouping g { leaf a { type t; } }", "container c { uses m0:g; }")
    leaf = at(top, "m1:c", "m1:a")
    assert (leaf.module, leaf.defined_in) == ("m1", "m0")


def test_refinements_change_one_use_only() -> None:
    """RFC 7950, 7.13.2: a refine changes the node where it is used, and config goes down with it."""
    grouping = "grouping g { container c { leaf a { type string; } } leaf b { type string; } } "
    one = "container x { uses g { refine c { config false; presence p; } refine b { mandatory true; default d; } } } "
    top = tree(grouping + one + "container y { uses g; }")
    assert not at(top, "m0:x", "m0:c", "m0:a").config
    assert at(top, "m0:x", "m0:c").presence
    assert (at(top, "m0:x", "m0:b").mandatory, at(top, "m0:x", "m0:b").defaults) == (True, ("d",))
    assert at(top, "m0:y", "m0:c", "m0:a").config
    assert not at(top, "m0:y", "m0:b").mandatory


def test_a_nearer_grouping_hides_one_further_off() -> None:
    """RFC 7950, 5.5: groupings are looked for from the inside out."""
    inner = "container c { grouping g { leaf near { type string; } } uses g; } "
    top = tree("grouping h { leaf far { type string; } } " + inner + "container d { uses h; }")
    assert list(at(top, "m0:c").children) == ["{urn:m0}near"]
    assert list(at(top, "m0:d").children) == ["{urn:m0}far"]


def test_state_stays_state() -> None:
    """RFC 7950, 7.21.1: config false goes down; nothing below an operation or a notification is configuration."""
    top = tree(
        "container s { config false; leaf a { type string; } } notification n { leaf b { type string; } } "
        "rpc r { input { leaf i { type string; } } }"
    )
    assert not at(top, "m0:s", "m0:a").config
    assert not at(top, "m0:n", "m0:b").config
    assert not at(top, "m0:r", "m0:input", "m0:i").config
    assert at(top, "m0:r", "m0:input").kind is Kind.INPUT


def test_cases_inside_cases() -> None:
    """RFC 7950, 7.9: a node in a nested choice is in a case of each; a bare node is a case of its own name."""
    inner = "choice i { leaf x { type string; } case two { leaf y { type string; } leaf z { type string; } } }"
    top = tree(f"container c {{ choice o {{ case one {{ {inner} }} leaf w {{ type string; }} }} }}")
    assert [(c.name, c.case) for c in at(top, "m0:c", "m0:x").choices] == [("o", "one"), ("i", "x")]
    assert [(c.name, c.case) for c in at(top, "m0:c", "m0:z").choices] == [("o", "one"), ("i", "two")]
    assert [(c.name, c.case) for c in at(top, "m0:c", "m0:w").choices] == [("o", "w")]


def test_deviations() -> None:
    """RFC 7950, 7.20.3: a deviation takes away, adds, replaces and deletes."""
    base = 'container c { leaf a { type string; default x; } leaf b { type string; } list l { key k; unique "u"; '
    base += "leaf k { type string; } leaf u { type string; } } leaf gone { type string; } }"
    changes = (
        "deviation /m0:c/m0:gone { deviate not-supported; } deviation /m0:c/m0:a { deviate delete { default x; } } "
        "deviation /m0:c/m0:b { deviate replace { type int8; } deviate add { mandatory true; } } "
        'deviation /m0:c/m0:l { deviate delete { unique "u"; } deviate add { max-elements 3; } }'
    )
    top = tree(base, changes)
    assert "{urn:m0}gone" not in at(top, "m0:c").children
    assert at(top, "m0:c", "m0:a").defaults == ()
    changed = at(top, "m0:c", "m0:b")
    assert (changed.type and changed.type.argument, changed.mandatory) == ("int8", True)
    assert (at(top, "m0:c", "m0:l").uniques, at(top, "m0:c", "m0:l").maximum) == ((), 3)


def test_what_needs_a_feature() -> None:
    """RFC 7950, 7.20.2: a node, a use, a case or an augment whose feature is off leaves nothing."""
    body = (
        "feature f; grouping g { leaf u { type string; } } container c { uses g { if-feature f; } "
        "leaf l { if-feature f; type string; } choice x { case a { if-feature f; leaf in { type string; } } } }"
    )
    augment = "augment /m0:c { if-feature m0:f; leaf more { type string; } }"
    assert not at(tree(body, augment), "m0:c").children
    assert len(at(tree(body, augment, features=("f",)), "m0:c").children) == 4
