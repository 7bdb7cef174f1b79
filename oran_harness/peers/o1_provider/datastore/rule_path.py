"""The path of an access rule (RFC 8341, 3.3.4: node-instance-identifier)."""

import re
from dataclasses import dataclass

from oran_harness.codec.yang import Models, SchemaNode
from oran_harness.peers.o1_provider.datastore.trees import Element

_STEP = re.compile(r"/([^/\[\]'\"]+)((?:\[(?:[^'\"\]]|'[^']*'|\"[^\"]*\")*\])*)")
_KEY = re.compile(r"\[\s*([^=\s\]]+)\s*=\s*(?:'([^']*)'|\"([^\"]*)\")\s*\]")


@dataclass(frozen=True, slots=True)
class RulePath:
    """Steps from the top: a tag, and the keys that an instance must have; fewer keys stand for any."""

    steps: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

    @property
    def has_keys(self) -> bool:
        """Whether it speaks of some instances only."""
        return any(keys for _, keys in self.steps)

    def leads_to(self, schema: SchemaNode) -> bool:
        """Whether a node of the schema is at the path's end, or below it."""
        chain = [schema.tag]
        above = schema.parent
        while above is not None:
            chain.append(above.tag)
            above = above.parent
        chain.reverse()
        return len(chain) >= len(self.steps) and all(
            tag == step for tag, (step, _) in zip(chain, self.steps, strict=False)
        )

    def is_met(self, element: Element) -> bool:
        """Whether the keys fit an instance, whose schema node the path leads to."""
        chain = [element, *element.iterancestors()]
        chain.reverse()
        return all(
            all((each.text if tag == "." else each.findtext(tag)) == value for tag, value in keys)
            for each, (_, keys) in zip(chain[1:], self.steps, strict=False)
        )


def rule_path(element: Element, models: Models) -> RulePath:
    """The path that a rule's element holds; its prefixes are module names or those that the element declares."""
    steps: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    space = ""
    for name, keys in _STEP.findall((element.text or "").strip()):
        space, tag = _resolved(name, space, element, models)
        pairs = tuple(
            ("." if key == "." else _resolved(key, space, element, models)[1], one or two)
            for key, one, two in _KEY.findall(keys)
        )
        steps.append((tag, pairs))
    return RulePath(tuple(steps))


def _resolved(name: str, inherited: str, element: Element, models: Models) -> tuple[str, str]:
    prefix, colon, local = name.strip().partition(":")
    if not colon:
        space = inherited
        local = prefix
    elif prefix in element.nsmap:
        space = element.nsmap[prefix]
    else:
        space = models.by_name[prefix].namespace if prefix in models.by_name else prefix
    return space, f"{{{space}}}{local}"
