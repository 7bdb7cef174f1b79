"""The capabilities of the hello (RFC 6241 8.1, RFC 7950 5.6.4)."""

from oran_harness.peers.o1_provider.capabilities import capabilities
from oran_harness.protocols.netconf.capabilities import Capabilities
from tests.peers.o1_provider.chart import MODELS

URIS = capabilities(MODELS, "0123")
OF_NETCONF = "urn:ietf:params:netconf:capability:"


def test_features_of_netconf() -> None:
    """Each optional part of NETCONF is announced just where its module has the feature (RFC 6241 8, 10.4)."""
    (netconf,) = [each for each in MODELS.modules if each.name == "ietf-netconf"]
    optional = (
        *("candidate", "confirmed-commit", "rollback-on-error", "startup"),
        *("url", "validate", "writable-running", "xpath"),
    )
    said = {uri.removeprefix(OF_NETCONF).partition(":")[0] for uri in URIS if uri.startswith(OF_NETCONF)}
    assert said & set(optional) == set(netconf.features)


def test_library() -> None:
    """The YANG library is named with its revision and content-id (RFC 7950 5.6.4)."""
    assert f"{OF_NETCONF}yang-library:1.1?revision=2019-01-04&content-id=0123" in URIS


def test_modules() -> None:
    """Each implemented module is announced once, with its revision, features and deviations (RFC 6020 5.6.4)."""
    said = {each.module: each for each in Capabilities(URIS).modules}
    assert len(said) == len(Capabilities(URIS).modules)
    for module in MODELS.modules:
        if module.implemented:
            each = said[module.name]
            assert (each.revision or None) == module.revision
            assert each.names("features") == module.features
            assert each.names("deviations") == module.deviations
    assert "ietf-inet-types" not in said
