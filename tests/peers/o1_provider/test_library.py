"""The YANG library (RFC 8525, RFC 7895)."""

from oran_harness.peers.o1_provider.datastore import element_models
from oran_harness.peers.o1_provider.datastore.trees import empty_tree, xml_of
from oran_harness.peers.o1_provider.library import content_id, yang_library
from tests.peers.o1_provider.chart import MODELS


def test_content_id() -> None:
    """It changes when the modules or their features do, and only then (RFC 8525 3)."""
    fewer = {"ietf-netconf": ("candidate",)}
    small = [element_models(own=False), element_models(own=False), element_models(own=False, features=fewer)]
    same, again, other = (content_id(models) for models in small)
    assert same == again
    assert len({same, other, content_id(MODELS)}) == 3


def test_both_lists() -> None:
    """They tell of the same modules and have the same id (RFC 8525 4)."""
    library, state = yang_library(MODELS)
    assert library.findtext("{*}content-id") == state.findtext("{*}module-set-id") == content_id(MODELS)
    implemented = {each.findtext("{*}name") for each in library.iter("{*}module")}
    imported = {each.findtext("{*}name") for each in library.iter("{*}import-only-module")}
    listed = {each.findtext("{*}name"): each.findtext("{*}conformance-type") for each in state.iter("{*}module")}
    assert listed == dict.fromkeys(implemented, "implement") | dict.fromkeys(imported, "import")
    assert not implemented & imported


def test_of_the_modules() -> None:
    """The library's own module accepts what is told (RFC 8525 4)."""
    tree = empty_tree()
    tree.extend(yang_library(MODELS))
    for part in tree:
        assert part.tag in MODELS.schema
    assert "ietf-yang-library" in xml_of(tree)
