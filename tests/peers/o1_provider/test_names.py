"""Namespaces of what a provider tells and is asked."""

from oran_harness.peers.o1_provider import names
from tests.peers.o1_provider.chart import MODELS


def test_each_is_a_module() -> None:
    """Each namespace is that of a module that is loaded."""
    spaces = {value for key, value in vars(names).items() if key.isupper()}
    assert spaces <= set(MODELS.namespaces)


def test_tag() -> None:
    """Names are in lxml's form."""
    assert names.tag("urn:x", "y") == "{urn:x}y"
