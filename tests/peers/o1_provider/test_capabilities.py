"""What the element says in its hello."""

from oran_harness.peers.o1_provider.capabilities import capabilities
from oran_harness.protocols.netconf import Capabilities
from tests.peers.o1_provider.chart import MODELS

FOUND = Capabilities(capabilities(MODELS, "abc"))


def test_what_o1_demands() -> None:
    """writable-running, rollback-on-error, validate and xpath are there (REQ-GNC-FUN-2), and each once."""
    for name in ("writable-running:1.0", "rollback-on-error:1.0", "validate:1.1", "xpath:1.0"):
        assert f"urn:ietf:params:netconf:capability:{name}" in FOUND
    assert len(set(FOUND.uris)) == len(FOUND.uris)


def test_modules() -> None:
    """Each implemented module is named with its revision and features: ietf-netconf with those of the capabilities."""
    named = {each.module: each for each in FOUND.modules}
    assert set(named) == {each.name for each in MODELS.modules if each.implemented}
    base = named["ietf-netconf"]
    assert (base.base, base.revision) == ("urn:ietf:params:xml:ns:netconf:base:1.0", "2011-06-01")
    assert {"candidate", "startup", "xpath"} <= set(base.names("features"))


def test_library() -> None:
    """The YANG library is pointed to, with what it holds now (RFC 8526)."""
    library = FOUND.by_base["urn:ietf:params:netconf:capability:yang-library:1.1"]
    assert library.parameters["content-id"] == "abc"
