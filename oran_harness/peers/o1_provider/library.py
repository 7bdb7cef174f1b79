"""The YANG library, as it is now and as it was before datastores were told apart (RFC 8525, RFC 7895)."""

import hashlib
from collections.abc import Iterator

from lxml import etree

from oran_harness.codec.xml import Element
from oran_harness.codec.yang import Models, Module
from oran_harness.peers.o1_provider.names import DATASTORES, LIBRARY, tag
from oran_harness.peers.o1_provider.put import put, top

_SET = "all"


def content_id(models: Models) -> str:
    """Changes when the modules do."""
    told = repr([(each.name, each.revision, each.features, each.deviations) for each in models.modules])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def yang_library(models: Models) -> Iterator[Element]:
    """Both lists of modules."""
    number = content_id(models)
    library = top(LIBRARY, "yang-library")
    modules = put(library, "module-set")
    put(modules, "name", _SET)
    for module in models.modules:
        if module.implemented:
            _module(put(modules, "module"), module)
            for feature in module.features:
                put(modules[-1], "feature", feature)
            for name in module.deviations:
                put(modules[-1], "deviation", name)
    for module in models.modules:
        if not module.implemented:
            _module(put(modules, "import-only-module"), module)
    schema = put(library, "schema")
    put(schema, "name", _SET)
    put(schema, "module-set", _SET)
    for name in ("running", "candidate", "startup"):
        datastore = put(library, "datastore")
        # An identity of another module is written with a prefix (RFC 7950 9.10.3).
        identity = etree.SubElement(datastore, tag(LIBRARY, "name"), nsmap={"ds": DATASTORES})
        identity.text = f"ds:{name}"
        put(datastore, "schema", _SET)
    put(library, "content-id", number)
    yield library
    yield _modules_state(models, number)


def _module(entry: Element, module: Module) -> None:
    put(entry, "name", module.name)
    if module.revision or entry.tag.endswith("import-only-module"):
        put(entry, "revision", module.revision or "")
    put(entry, "namespace", module.namespace)
    for part in module.submodules:
        submodule = put(entry, "submodule")
        put(submodule, "name", part.name)
        if part.revision:
            put(submodule, "revision", part.revision)


def _modules_state(models: Models, number: str) -> Element:
    state = top(LIBRARY, "modules-state")
    put(state, "module-set-id", number)
    revisions = {each.name: each.revision or "" for each in models.modules}
    for module in models.modules:
        entry = put(state, "module")
        put(entry, "name", module.name)
        put(entry, "revision", module.revision or "")
        put(entry, "namespace", module.namespace)
        for feature in module.features:
            put(entry, "feature", feature)
        for name in module.deviations:
            deviation = put(entry, "deviation")
            put(deviation, "name", name)
            put(deviation, "revision", revisions[name])
        put(entry, "conformance-type", "implement" if module.implemented else "import")
        for part in module.submodules:
            submodule = put(entry, "submodule")
            put(submodule, "name", part.name)
            put(submodule, "revision", part.revision or "")
    return state
