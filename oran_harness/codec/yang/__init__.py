"""YANG modules, their schema, and data checked against them by libyang.

* ``models`` - a loaded set of modules; ``sources`` finds their files; ``module_text`` reads a file's head
* ``schema`` - the nodes; ``schema_tree`` builds them from ``statement`` trees, ``features`` applied
* ``value_type`` - the types of leaves; ``violation`` - what data break; ``errors`` - what is wrong with modules
"""

from oran_harness.codec.yang.errors import YangError
from oran_harness.codec.yang.models import MARK, Checked, Models, Module, Submodule
from oran_harness.codec.yang.schema import Choice, Deny, Kind, SchemaNode
from oran_harness.codec.yang.sources import Sources, installed_modules
from oran_harness.codec.yang.value_type import ValueType
from oran_harness.codec.yang.violation import Rule, Violation

__all__ = [
    "MARK",
    "Checked",
    "Choice",
    "Deny",
    "Kind",
    "Models",
    "Module",
    "Rule",
    "SchemaNode",
    "Sources",
    "Submodule",
    "ValueType",
    "Violation",
    "YangError",
    "installed_modules",
]
