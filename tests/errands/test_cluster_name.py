"""Which cluster is meant."""

import os

import pytest

from oran_harness.errands import ClusterName
from oran_harness.model import UsageError


@pytest.mark.parametrize(
    ("text", "uri", "address"),
    [
        ("tcp://127.0.0.1:8786", "tcp://127.0.0.1:8786", "tcp://127.0.0.1:8786"),
        ("tls://lab.example:8786", "tls://lab.example:8786", "tcp://lab.example:8786"),
        ("tcp://[::1]:1", "tcp://[::1]:1", "tcp://[::1]:1"),
    ],
)
def test_a_scheduler(text: str, uri: str, address: str) -> None:
    """As Dask tells it."""
    name = ClusterName.of(text)
    assert (name.uri, name.address, str(name)) == (uri, address, text)


def test_a_cluster_on_this_machine() -> None:
    """With a number of workers, or one for each core."""
    assert ClusterName.of("local:3") == ClusterName(None, 3)
    assert str(ClusterName.of("local:3")) == "local:3"
    assert ClusterName.of("local") == ClusterName(None, os.cpu_count() or 1)
    assert ClusterName.of("local").address is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "local:0",
        "local:257",
        "local:x",
        "locals",
        "8786",
        "127.0.0.1:8786",
        "tcp://127.0.0.1",
        "tcp://:8786",
        "tcp://127.0.0.1:0",
        "tcp://127.0.0.1:70000",
        "tcp://127.0.0.1:8786/x",
        "http://127.0.0.1:8786",
    ],
)
def test_what_is_no_cluster_is_said(text: str) -> None:
    """With what would be one."""
    with pytest.raises(UsageError, match="is no cluster; write tcp://HOST:PORT"):
        ClusterName.of(text)
