"""The YANG library (RFC 8525)."""

from oran_harness.peers.o1_provider.library import content_id, yang_library
from oran_harness.peers.o1_provider.names import LIBRARY
from tests.peers.o1_provider.chart import MODELS


def test_all_modules() -> None:
    """Both lists hold each module, with its submodules and features."""
    library, state = yang_library(MODELS)
    names = {each.name for each in MODELS.modules}
    sets = library.iterfind(f"{{{LIBRARY}}}module-set/*")
    assert {each.findtext(f"{{{LIBRARY}}}name") for each in sets} - {None} == names
    assert {each.findtext(f"{{{LIBRARY}}}name") for each in state.iterchildren(f"{{{LIBRARY}}}module")} == names
    assert "oran-harness-nr-cells" in {each.text for each in library.iter(f"{{{LIBRARY}}}name")}
    assert "candidate" in {each.text for each in library.iter(f"{{{LIBRARY}}}feature")}


def test_content_id() -> None:
    """It is the same for the same modules, and both lists name it."""
    library, state = yang_library(MODELS)
    assert library.findtext(f"{{{LIBRARY}}}content-id") == content_id(MODELS)
    assert state.findtext(f"{{{LIBRARY}}}module-set-id") == content_id(MODELS)


def test_datastores() -> None:
    """Their names are identities of ietf-datastores, with a prefix that is bound."""
    library, _ = yang_library(MODELS)
    for each in library.iterfind(f"{{{LIBRARY}}}datastore/{{{LIBRARY}}}name"):
        assert each.nsmap[each.text.partition(":")[0]] == "urn:ietf:params:xml:ns:yang:ietf-datastores"
