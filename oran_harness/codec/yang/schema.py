"""The nodes of a schema as an edit, a filter or an access rule needs them: what is where, and of which kind."""

import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from oran_harness.codec.yang.statement import Statement


class Kind(enum.Enum):
    """What a schema node is (RFC 7950, 7)."""

    CONTAINER = "container"
    LIST = "list"
    LEAF = "leaf"
    LEAF_LIST = "leaf-list"
    ANYDATA = "anydata"
    ANYXML = "anyxml"
    RPC = "rpc"
    ACTION = "action"
    NOTIFICATION = "notification"
    INPUT = "input"
    OUTPUT = "output"


class Deny(enum.Enum):
    """What a node denies by itself where no access rule speaks (RFC 8341, 3.4.5)."""

    WRITE = "default-deny-write"
    ALL = "default-deny-all"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice that a node is in: the choice's identity, its name, the case, and whether one must be made."""

    path: str
    name: str
    case: str
    mandatory: bool
    default: str | None


@dataclass(slots=True, eq=False)
class SchemaNode:
    """One data node, operation or notification; choices leave no node.

    ``tag`` is ``{namespace}name``. ``inner`` nodes hold nodes of the schema. Of ``many`` nodes there may be several.
    """

    kind: Kind
    name: str
    module: str
    namespace: str
    parent: "SchemaNode | None"
    config: bool = True
    keys: tuple[str, ...] = ()
    by_user: bool = False
    presence: bool = False
    mandatory: bool = False
    minimum: int = 0
    maximum: int | None = None
    defaults: tuple[str, ...] = ()
    deny: Deny | None = None
    choices: tuple[Choice, ...] = ()
    conditional: bool = False
    uniques: tuple[str, ...] = ()
    children: dict[str, "SchemaNode"] = field(default_factory=dict)
    type: Statement | None = None
    defined_in: str = ""
    scope: tuple[Statement, ...] = ()
    tag: str = field(init=False)
    inner: bool = field(init=False)
    many: bool = field(init=False)
    key_tags: tuple[str, ...] = field(init=False)
    """The keys of a list as tags, in the schema's order."""

    def __post_init__(self) -> None:
        self.tag = f"{{{self.namespace}}}{self.name}"
        self.inner = self.kind not in (Kind.LEAF, Kind.LEAF_LIST, Kind.ANYDATA, Kind.ANYXML)
        self.many = self.kind in (Kind.LIST, Kind.LEAF_LIST)
        self.name_keys(self.keys)

    def name_keys(self, keys: Iterable[str]) -> None:
        """Say which leaves are the keys of a list, by their local names."""
        self.keys = tuple(keys)
        self.key_tags = tuple(f"{{{self.namespace}}}{key}" for key in self.keys)

    @property
    def terminal(self) -> bool:
        """Whether it holds a value and no nodes."""
        return self.kind in (Kind.LEAF, Kind.LEAF_LIST)

    @property
    def conceptual(self) -> bool:
        """Whether it is a container that only holds others together, so that it exists without being made."""
        return self.kind is Kind.CONTAINER and not self.presence

    def is_key(self) -> bool:
        """Whether it is a key of its list."""
        return self.parent is not None and self.parent.kind is Kind.LIST and self.name in self.parent.keys

    def path(self) -> str:
        """Its path with a module's name at each step, for people."""
        above = self.parent.path() if self.parent is not None else ""
        return f"{above}/{self.module}:{self.name}"

    def walk(self) -> Iterator["SchemaNode"]:
        """It and all below it."""
        yield self
        for child in self.children.values():
            yield from child.walk()
