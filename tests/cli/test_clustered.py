"""What --cluster asks for."""

from pathlib import Path

import pytest

from oran_harness.cli.clustered import cluster_of
from oran_harness.errands import ClusterName
from oran_harness.model import UsageError
from tests.cli.run import refused, run


def test_which_cluster() -> None:
    """None without; beyond this machine one has to say so."""
    assert cluster_of(None, False) is None
    assert cluster_of("local:2", False) == ClusterName(None, 2)
    assert cluster_of("tcp://127.0.0.1:8786", False) == ClusterName("tcp://127.0.0.1:8786")
    assert cluster_of("tls://192.0.2.1:8786", True) == ClusterName("tls://192.0.2.1:8786")
    with pytest.raises(UsageError, match="--i-own-this"):
        cluster_of("tls://192.0.2.1:8786", False)


@pytest.mark.parametrize(
    ("cluster", "said"),
    [
        ("tcp://127.0.0.1:1", "No Dask scheduler answers at tcp://127.0.0.1:1 ("),
        ("nonsense", "'nonsense' is no cluster; write tcp://HOST:PORT"),
        ("local:0", "'local:0' is no cluster; "),
    ],
)
def test_a_cluster_that_cannot_be_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cluster: str, said: str
) -> None:
    """Exit code 2, and nothing is written."""
    monkeypatch.setattr("oran_harness.errands.cluster._CONNECTING_S", 1.0)
    out = tmp_path / "out"
    words = ("interop", "oran-harness-node", "oran-harness-ric", "--cluster", cluster, "--out", str(out))
    assert refused(run(*words)).startswith(said)
    assert not out.exists()


def test_scenes_that_nobody_plays_are_refused() -> None:
    """With those that there are."""
    words = ("interop", "oran-harness-node", "oran-harness-ric", "-k", "no such scene")
    assert refused(run(*words)).startswith("No scene has 'no such scene' in id, title or clause; ids: ")
