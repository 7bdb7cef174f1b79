"""The modules that an element says it has: in its hello, and in its YANG library (RFC 7950 5.6.4, RFC 8525)."""

from collections.abc import Mapping
from dataclasses import dataclass

from oran_harness.codec.xml import Element
from oran_harness.conformance.o1.answers import data, every, text
from oran_harness.conformance.o1.queries import LIBRARY, get, subtree
from oran_harness.protocols.netconf import Side
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import not_applicable

LIBRARY_1_0 = "urn:ietf:params:netconf:capability:yang-library:1.0"
LIBRARY_1_1 = "urn:ietf:params:netconf:capability:yang-library:1.1"


@dataclass(frozen=True, slots=True)
class Listed:
    """A module in a list of the element; ``revision`` is empty where there is none."""

    name: str
    revision: str
    namespace: str
    features: frozenset[str]
    implemented: bool = True


def in_hello(manager: Manager) -> Mapping[str, Listed]:
    """The modules that the hello of the newest session announces, by name."""
    hello = manager.session().hello(Side.SERVER)
    found = {}
    for each in () if hello is None else hello.capabilities.modules:
        name = each.module or ""
        found[name] = Listed(name, each.revision or "", each.base, frozenset(each.names("features")))
    return found


async def libraries(manager: Manager) -> list[Element]:
    """The YANG library in the forms that there are: that of RFC 8525, and that of RFC 7895."""
    requirement = "The YANG library can be read with get (RFC 8525 3)"
    forms = []
    for name in ("yang-library", "modules-state"):
        asked = get(subtree(f'<{name} xmlns="{LIBRARY}"/>'))
        found = every(await data(manager, asked, requirement), name, LIBRARY)
        forms += [each for each in found if len(each)]
    return forms


async def library(manager: Manager) -> Element | None:
    """The YANG library, in the form of RFC 8525 if there is one, else in that of RFC 7895; None if there is neither."""
    return next(iter(await libraries(manager)), None)


def in_library(found: Element) -> list[Listed]:
    """The modules of a YANG library, those that are only imported too."""
    listed = []
    for path in ("module-set/module", "module-set/import-only-module", "module"):
        for module in every(found, path, LIBRARY):
            kind = text(module, "conformance-type")
            features = frozenset((each.text or "").strip() for each in every(module, "feature", LIBRARY))
            implemented = path != "module-set/import-only-module" and kind != "import"
            parts = (text(module, "name"), text(module, "revision"), text(module, "namespace"))
            listed.append(Listed(*parts, features, implemented))
    return listed


async def demand_module(manager: Manager, name: str) -> None:
    """End the case as ``skip`` unless the element has a module."""
    if name in in_hello(manager):
        return
    found = await library(manager)
    if found is None or not any(each.name == name and each.implemented for each in in_library(found)):
        raise not_applicable(f"the {manager.sut} does not have the module {name}")
