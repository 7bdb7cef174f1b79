"""XPath filters (RFC 6241, 8.9)."""

import re
from collections.abc import Mapping

from lxml import etree

from oran_harness.codec.yang import SchemaNode
from oran_harness.peers.o1_provider.datastore.refusal import Refusal, protocol
from oran_harness.peers.o1_provider.datastore.selection import Selection
from oran_harness.peers.o1_provider.datastore.trees import Element

_TOKEN = re.compile(r"""\s+|"[^"]*"|'[^']*'|//|::|\.\.|[<>!]=|[A-Za-z_][\w.-]*|\d+(?:\.\d*)?|.""", re.DOTALL)
_ENDS_NO_OPERAND = frozenset(
    ("", "(", "[", ",", "|", "/", "//", "::", "@", "=", "!=", "<", "<=", ">", ">=", "+", "-", ":")
)
_LONGEST = 8192
_MOST = 100_000_000
_ALL_OVER = frozenset(("//", "descendant", "descendant-or-self"))
_BESIDE_ALL = frozenset(("following", "preceding"))
_AROUND = frozenset(("..", "parent", "ancestor", "ancestor-or-self", "following-sibling", "preceding-sibling"))
_SEARCHES = frozenset(("translate", "contains", "substring-before", "substring-after"))
"""Functions that look for each character of one text in another, which may be all the data."""
_CHARACTERS = 16
"""About how many a node has."""
_OPERATOR_NAMES = frozenset(("and", "or", "div", "mod"))


def selected(
    root: Element, expression: str, namespaces: Mapping[str | None, str], known: Mapping[str, SchemaNode]
) -> Element:
    """The part of the tree ``root`` that an expression selects; raises ``Refusal`` if it selects no node-set.

    ``namespaces`` are the prefixes in scope where the expression stands.
    """
    if len(expression) > _LONGEST or work(expression, *_size(root)) > _MOST:
        message = "The XPath filter asks for more work than is done for one; ask for less at once."
        raise Refusal(protocol("resource-denied", None, message))
    spaces = {prefix: space for prefix, space in namespaces.items() if prefix}
    try:
        compiled = etree.XPath(from_root(expression), namespaces=spaces, regexp=False)
        found = compiled(root, root=root)
    except (etree.XPathError, ValueError) as error:
        raise _refused(expression, str(error)) from error
    if not isinstance(found, list):
        raise _refused(expression, "it gives a value, and no nodes")
    selection = Selection()
    for node in found:
        element = node if isinstance(node, etree._Element) else _holder(node)
        if element is not None:
            selection.add(element)
    return selection.tree(root, known)


def from_root(expression: str) -> str:
    """The expression with absolute paths made to begin at ``$root``, which stands for the root of the data."""
    tokens = _TOKEN.findall(expression)
    made: list[str] = []
    before = ""
    for at, token in enumerate(tokens):
        if token in ("/", "//") and before in _ENDS_NO_OPERAND:
            made.append("$root")
            after = next((each for each in tokens[at + 1 :] if not each.isspace()), "")
            if token == "//" or re.match(r"[A-Za-z_*.@]", after):
                made.append(token)
            before = token if len(made) and made[-1] == token else "$"
            continue
        made.append(token)
        if not token.isspace():
            operator = before not in _ENDS_NO_OPERAND and (token in _OPERATOR_NAMES or token == "*")
            before = "=" if operator else token
    return "".join(made)


def work(expression: str, nodes: int, widest: int) -> int:
    """About how many nodes an expression visits in a tree of so many ``nodes``, of which one holds up to ``widest``.

    A step to anywhere multiplies by ``nodes``, one up or aside by ``widest``; what is in a predicate is done for each
    node before it, and a path from the root is a step to anywhere there. Both sides of a comparison multiply, and so do
    the characters that a text is looked through for.
    """
    tokens = [token for token in _TOKEN.findall(expression) if not token.isspace()]
    total, within, now = 0, [1], 1
    before = ""
    for at, token in enumerate(tokens):
        if token in _SEARCHES and tokens[at + 1 : at + 2] == ["("]:
            now *= _sought(tokens, at + 2, nodes * (_CHARACTERS if token == "translate" else 1))
        elif token in ("[", "("):
            within.append(now)
        elif token == "]" and len(within) > 1:
            total, now = total + now, within.pop()
        elif token == ")" and len(within) > 1:
            within.pop()
        elif token in _ALL_OVER or (token == "/" and len(within) > 1 and before in _ENDS_NO_OPERAND):
            now *= nodes
        elif token in _BESIDE_ALL:
            now *= nodes * nodes
        elif token in _AROUND:
            now *= widest
        elif token in ("and", "or", ",", "|", "+", "-", "div", "mod"):
            total, now = total + now, within[-1]
        before = token
    return total + now


def _sought(tokens: list[str], at: int, otherwise: int) -> int:
    """How many characters the function looks for whose first argument begins at a token, if a literal says so."""
    depth = 0
    while at < len(tokens) and depth >= 0 and (depth or tokens[at] != ","):
        depth += tokens[at] in ("(", "[")
        depth -= tokens[at] in (")", "]")
        at += 1
    second = "".join(tokens[at + 1 : at + 2])
    alone = tokens[at + 2 : at + 3] in ([","], [")"])
    return max(1, len(second) - 2) if second[:1] in ("'", '"') and alone else otherwise


def _size(root: Element) -> tuple[int, int]:
    """How many elements there are, and how many the one has that holds most."""
    counts = [len(each) for each in root.iter()]
    return max(len(counts), 2), max(2, *counts)


def _holder(node: object) -> Element | None:
    """The element that an attribute or text is of."""
    parent = getattr(node, "getparent", None)
    return parent() if parent is not None else None


def _refused(expression: str, why: str) -> Refusal:
    return Refusal(protocol("invalid-value", None, f"The XPath filter {expression} cannot be used: {why}."))
