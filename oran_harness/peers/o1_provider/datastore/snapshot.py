"""What a datastore holds at one time; it never changes, so that it can be kept for a rollback."""

import enum
import functools
from collections.abc import Iterator, Mapping

from oran_harness.codec.yang import Checked, Models, Violation
from oran_harness.peers.o1_provider.datastore.differences import Difference, differences
from oran_harness.peers.o1_provider.datastore.names import DEFAULT
from oran_harness.peers.o1_provider.datastore.trees import Element, copy_of, elements, schema_of, tree_of, written


class WithDefaults(enum.Enum):
    """How nodes with default values are told of (RFC 6243, 3)."""

    REPORT_ALL = "report-all"
    TRIM = "trim"
    EXPLICIT = "explicit"
    REPORT_ALL_TAGGED = "report-all-tagged"


class Snapshot:
    """The configuration ``root``, which nobody may change from now on. Nothing of it is checked until asked."""

    def __init__(self, models: Models, root: Element) -> None:
        self.root = root
        self._models = models

    @functools.cached_property
    def parts(self) -> Mapping[Element, str]:
        """Its top-level nodes, each as it is written."""
        return {each: written(each) for each in self.root}

    @functools.cached_property
    def xml(self) -> str:
        """Its top-level nodes written one after the other."""
        return "".join(self.parts.values())

    def differences(self, after: "Snapshot") -> Iterator[Difference]:
        """What was created, updated and deleted where this one came to be another."""
        parts = {**self.parts, **after.parts}
        return differences(self.root, after.root, self._models.schema, parts.__getitem__)

    @functools.cached_property
    def _checked(self) -> Checked:
        return self._models.check(self.xml)

    @property
    def violations(self) -> tuple[Violation, ...]:
        """What breaks the modules' rules."""
        return self._checked.violations

    def octets(self) -> bytes:
        """It as octets for a file; ``Snapshot.read`` takes them."""
        return self.xml.encode()

    @classmethod
    def read(cls, models: Models, octets: bytes) -> "Snapshot":
        """The snapshot that ``octets`` hold."""
        return cls(models, tree_of(octets.decode()))

    def tree(self, mode: WithDefaults) -> Element:
        """The configuration with defaults as ``mode`` says; to be read only. If it is not valid, what was set."""
        match mode:
            case WithDefaults.EXPLICIT:
                return self.root
            case WithDefaults.REPORT_ALL_TAGGED:
                return self._tagged
            case WithDefaults.REPORT_ALL:
                return self._all
            case WithDefaults.TRIM:
                return self._trimmed

    @functools.cached_property
    def _tagged(self) -> Element:
        return self.root if self.violations else tree_of(self._checked.xml)

    @functools.cached_property
    def _all(self) -> Element:
        tree = copy_of(self._tagged)
        for element in tree.iter():
            element.attrib.pop(DEFAULT, None)
        return tree

    @functools.cached_property
    def _trimmed(self) -> Element:
        tree = copy_of(self._tagged)
        for element in [each for each in tree.iter() if each.get(DEFAULT) is not None]:
            above = element.getparent()
            if above is not None:
                above.remove(element)
        self._drop_empty(tree)
        return tree

    def _drop_empty(self, tree: Element) -> None:
        for child in list(elements(tree)):
            self._drop_empty(child)
            if len(child) == 0:
                schema = schema_of(child, self._models.schema)
                if schema is not None and schema.conceptual:
                    tree.remove(child)
