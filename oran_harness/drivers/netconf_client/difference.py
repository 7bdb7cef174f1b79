"""In what two configurations differ, and the edits that make the one the other. No schema is needed.

What a user may not read is in neither. So nothing is replaced as a whole: what differs is merged leaf by leaf, and what
is too much is removed. Keys come first in an entry (RFC 7950 7.8.5), but how many of the leading leaves are keys is not
known. So an edit may leave something to a second one: until nothing differs, differences are to be taken again.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from oran_harness.codec.xml import Element, local_name, namespace, parse, wrap, write
from oran_harness.protocols.netconf import BASE, base

YANG = "urn:ietf:params:xml:ns:yang:1"
_SHOWN = 40
_PREFIX = re.compile(r"([A-Za-z_][A-Za-z0-9_.-]*):(?=[A-Za-z_*])")
Content = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One place at which the configuration is another one: its path, for people, and ``what`` is so there."""

    path: str
    what: str

    def __str__(self) -> str:
        return f"{self.path} {self.what}"


@dataclass(frozen=True, slots=True)
class Part:
    """What differs below one top-level node: ``edit`` is what stands in a config element to mend it."""

    differences: tuple[Difference, ...]
    edit: bytes


def content_of(element: Element, known: dict[Element, Content] | None = None) -> Content:
    """What an element holds, equal where the order of what is in it does not matter; attributes do not count.

    ``known`` is what is known of elements already, and takes in what is found out.
    """
    if known is not None and element in known:
        return known[element]
    children = Counter(content_of(each, known) for each in element.iterchildren("*"))
    found = (element.tag, frozenset(children.items())) if children else (element.tag, _value(element))
    if known is not None:
        known[element] = found
    return found


def alike(one: Element, other: Element) -> bool:
    """Whether two elements hold the same, wherever the order of what is in them does not matter."""
    return write(one) == write(other) or content_of(one) == content_of(other)


def parts(wanted: Element, there: Element, *, remove: str = "remove") -> list[Part]:
    """What is to be done so that ``there`` becomes ``wanted``, both ``data`` elements, by top-level node.

    ``remove`` is the operation that takes away: ``delete`` for servers that do not know ``remove``.
    """
    return _Comparison(remove).parts(wanted, there)


def misordered(wanted: Element, there: Element) -> list[Part]:
    """Lists with the same entries in another order, and what puts them into it if their order is the user's.

    Only meant for what has no other differences.
    """
    return [
        Part((Difference(path, "has its entries in another order"),), edit) for path, edit in _orders(wanted, there)
    ]


class _Comparison:
    def __init__(self, remove: str) -> None:
        self._remove = remove
        self._found: list[Difference] = []

    def parts(self, wanted: Element, there: Element) -> list[Part]:
        made = []
        for tag in _tags(wanted, there):
            self._found = []
            edits = self._siblings(list(wanted.iterchildren(tag)), list(there.iterchildren(tag)), "")
            if edits:
                made.append(Part(tuple(self._found), b"".join(edits)))
        return made

    def _siblings(self, wanted: Sequence[Element], there: Sequence[Element], above: str) -> list[bytes]:
        """All elements of one name below one parent."""
        if len(wanted) == len(there) == 1:
            return self._pair(wanted[0], there[0], above)
        missing, surplus = _unmatched(wanted, there)
        if not missing:
            return [self._too_much(each, above) for each in surplus]
        lead = _lead(wanted, there)
        named = {_leading(each)[:lead]: each for each in surplus if len(each)}
        edits = []
        for each in missing:
            same = named.pop(_leading(each)[:lead], None) if lead and len(each) else None
            if same is None:
                self._found.append(Difference(_path(above, each), "is missing"))
                edits.append(_whole(each))
            else:
                edits += self._pair(each, same, above)
                surplus.remove(same)
        return edits + [self._too_much(each, above) for each in surplus]

    def _pair(self, wanted: Element, there: Element, above: str) -> list[bytes]:
        """Two that may be one and the same."""
        if alike(wanted, there):
            return []
        path = _path(above, wanted)
        if not len(wanted) or not len(there):
            was = f"holds {_shown(there)} instead of {_shown(wanted)}"
            self._found.append(Difference(path, was))
            emptied = [self._gone(each) for each in there.iterchildren("*")] if not (wanted.text or "").strip() else []
            return [wrap(_shell(wanted), *emptied)] if emptied else [_whole(wanted)]
        edits: list[bytes] = []
        for tag in _tags(wanted, there):
            edits += self._siblings(list(wanted.iterchildren(tag)), list(there.iterchildren(tag)), path)
        keys = [_whole(each) for each in _leaves_ahead(wanted)]
        return [wrap(_shell(wanted), *keys, *(edit for edit in edits if edit not in keys))]

    def _too_much(self, element: Element, above: str) -> bytes:
        self._found.append(Difference(_path(above, element), "is too much"))
        return self._gone(element)

    def _gone(self, element: Element) -> bytes:
        """What takes an element away; leading leaves tell which entry of a list it is."""
        if len(element):
            shell = _shell(element, {base("operation"): self._remove})
            return wrap(shell, *(_whole(each) for each in _leaves_ahead(element)))
        return _whole(element, {base("operation"): self._remove})


def _orders(wanted: Element, there: Element) -> Iterator[tuple[str, bytes]]:
    known: dict[Element, Content] = {}
    for tag in _tags(wanted, there):
        yield from _order(list(wanted.iterchildren(tag)), list(there.iterchildren(tag)), "", [], known)


def _order(
    wanted: Sequence[Element],
    there: Sequence[Element],
    above: str,
    shells: list[Element],
    known: dict[Element, Content],
) -> Iterator[tuple[str, bytes]]:
    if [write(each) for each in wanted] == [write(each) for each in there]:
        return
    ours, theirs = [content_of(each, known) for each in wanted], [content_of(each, known) for each in there]
    if ours != theirs and Counter(ours) == Counter(theirs):
        edit = b"".join(_whole(each, {f"{{{YANG}}}insert": "last"}) for each in wanted)
        for each in reversed(shells):
            edit = wrap(_shell(each), *map(_whole, _leaves_ahead(each)), edit)
        yield f"{above}/{local_name(wanted[0].tag)}", edit
    pairs = dict(zip(theirs, there, strict=True))
    for each, content in zip(wanted, ours, strict=True):
        same = pairs.get(content)
        if same is not None and len(each):
            for tag in _tags(each, same):
                inside = list(each.iterchildren(tag)), list(same.iterchildren(tag))
                yield from _order(*inside, _path(above, each), [*shells, each], known)


def _tags(wanted: Element, there: Element) -> list[str]:
    """The names of what is below either, in order."""
    return list(dict.fromkeys(each.tag for parent in (wanted, there) for each in parent.iterchildren("*")))


def _unmatched(wanted: Sequence[Element], there: Sequence[Element]) -> tuple[list[Element], list[Element]]:
    """Those that have no equal among the others, of either side."""
    ours, theirs = [content_of(each) for each in wanted], [content_of(each) for each in there]
    left, right = Counter(theirs), Counter(ours)
    return _without(wanted, ours, left), _without(there, theirs, right)


def _without(entries: Sequence[Element], contents: Sequence[Content], others: Counter[Content]) -> list[Element]:
    """The entries that have no equal among the others, of which each is the equal of one."""
    found = []
    for each, content in zip(entries, contents, strict=True):
        if others[content]:
            others[content] -= 1
        else:
            found.append(each)
    return found


def _lead(wanted: Sequence[Element], there: Sequence[Element]) -> int:
    """How many leading leaves tell the entries of either side apart; 0 where they never do."""
    longest = max((len(_leading(each)) for each in (*wanted, *there)), default=0)
    for count in range(1, longest + 1):
        if all(
            len({_leading(each)[:count] for each in entries}) == len(entries) for entries in (wanted, there) if entries
        ):
            return count
    return 0


def _leaves_ahead(entry: Element) -> list[Element]:
    """The leaves before anything that holds elements: keys are among the first of them."""
    ahead: list[Element] = []
    for each in entry.iterchildren("*"):
        if len(each) or (ahead and each.tag == ahead[-1].tag):
            break
        ahead.append(each)
    return ahead


def _leading(entry: Element) -> tuple[tuple[str, str], ...]:
    return tuple((each.tag, _value(each)) for each in _leaves_ahead(entry))


def _value(leaf: Element) -> str:
    """The value of a leaf, in which prefixes that are bound are their namespaces: they may be others next time."""
    text = (leaf.text or "").strip()
    if ":" not in text:
        return text
    bound = leaf.nsmap

    def spelt(match: re.Match[str]) -> str:
        space = bound.get(match[1])
        return match[0] if space is None else f"{{{space}}}"

    return _PREFIX.sub(spelt, text)


def _shown(element: Element) -> str:
    text = (element.text or "").strip()
    return "elements" if len(element) else repr(text[:_SHOWN])


def _path(above: str, element: Element) -> str:
    """A path for people: entries by their first leaf, leaves of a list by their value."""
    first = next(iter(_leaves_ahead(element)), None)
    siblings = element.getparent() is not None and len(list(element.getparent().iterchildren(element.tag))) > 1
    step = local_name(element.tag)
    if first is not None and (siblings or local_name(first.tag) in ("name", "id")):
        step += f"[{local_name(first.tag)}={_shown(first)}]"
    elif siblings and not len(element):
        step += f"[.={_shown(element)}]"
    return f"{above}/{step}"


def _shell(element: Element, attributes: dict[str, str] | None = None) -> Element:
    """An element of that name with nothing in it."""
    shell = etree.Element(element.tag, nsmap=_declared(namespace(element.tag), attributes))
    shell.attrib.update(attributes or {})
    return shell


def _whole(element: Element, attributes: dict[str, str] | None = None) -> bytes:
    """An element with all that is in it as octets that stand by themselves, its own attributes left out."""
    copy = parse(write(element))
    for each in copy.iter():
        each.attrib.clear()
    if not attributes:
        return write(copy)
    if not len(copy):
        made = etree.Element(copy.tag, nsmap={**copy.nsmap, **_declared(namespace(copy.tag), attributes)})
        made.text = copy.text
        made.attrib.update(attributes)
        return write(made)
    return wrap(_shell(copy, attributes), *(write(each) for each in copy.iterchildren("*")))


def _declared(own: str, attributes: dict[str, str] | None) -> dict[str | None, str]:
    declared: dict[str | None, str] = {None: own}
    for name in attributes or {}:
        space = namespace(name)
        declared["nc" if space == BASE else "yang"] = space
    return declared
