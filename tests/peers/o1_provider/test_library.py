"""The YANG library (RFC 8525, RFC 7895)."""

from oran_harness.codec.xml import local_name
from oran_harness.peers.o1_provider.datastore import element_models
from oran_harness.peers.o1_provider.library import content_id, yang_library
from oran_harness.peers.o1_provider.names import DATASTORES
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


def test_features_and_deviations() -> None:
    """Each module's features, deviations and submodules are told of in both lists (RFC 8525 4)."""
    library, state = yang_library(MODELS)
    for module in MODELS.modules:
        told = [each for part in (library, state) for each in part.iter() if each.findtext("{*}name") == module.name]
        (first, second) = [each for each in told if local_name(each.tag) in ("module", "import-only-module")]
        for entry in (first, second):
            assert [each.text for each in entry.iterchildren("{*}feature")] == list(module.features)
            submodules = [each.findtext("{*}name") for each in entry.iterchildren("{*}submodule")]
            assert submodules == [part.name for part in module.submodules]
        assert [each.text for each in first.iterchildren("{*}deviation")] == list(module.deviations)
        assert [each.findtext("{*}name") for each in second.iterchildren("{*}deviation")] == list(module.deviations)


def test_datastores() -> None:
    """Each is an identity of another module, whose prefix is bound where it is used (RFC 7950 9.10.3)."""
    library, _ = yang_library(MODELS)
    names = list(library.iterfind("{*}datastore/{*}name"))
    assert [each.text.partition(":")[2] for each in names] == ["running", "candidate", "startup"]
    assert {each.nsmap[each.text.partition(":")[0]] for each in names} == {DATASTORES}
