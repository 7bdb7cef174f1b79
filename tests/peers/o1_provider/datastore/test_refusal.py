"""Errors of refusals."""

from oran_harness.peers.o1_provider.datastore.refusal import Refusal, application, bound, prefixes_in, protocol

SPACES = {"m": "urn:m", "other": "urn:o"}


def test_layers_are_told_apart() -> None:
    """RFC 6241, 4.3: error-type names the layer; names in error-info are in NETCONF's namespace."""
    error = application("bad-element", "/m:a", "No.", "tag", bad_element="a")
    assert (error.type, error.tag, error.app_tag, error.path) == ("application", "bad-element", "tag", "/m:a")
    assert [(each.tag, each.text) for each in error.info] == [
        ("{urn:ietf:params:xml:ns:netconf:base:1.0}bad-element", "a")
    ]
    assert protocol("bad-attribute", None, "No.").type == "protocol"
    assert protocol("bad-attribute", None, "No.").path == ""


def test_prefixes_of_a_path_are_bound() -> None:
    """RFC 6241, 4.3: error-path is an XPath, so each prefix in it, also of a key, is bound; no others are."""
    assert prefixes_in("/m:a[other:k='x']/m:b", SPACES) == {"m": "urn:m", "other": "urn:o"}
    assert bound([application("data-missing", "/m:a", "No.")], SPACES)[0].prefixes == {"m": "urn:m"}
    assert prefixes_in("/none:a", SPACES) == {}


def test_a_refusal_keeps_all_errors() -> None:
    """RFC 6241, 4.3: several errors may be told at once."""
    errors = (application("data-missing", None, "One."), protocol("bad-attribute", None, "Two."))
    assert tuple(Refusal(*errors).errors) == errors
