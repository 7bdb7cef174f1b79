"""The modules of the element that we play."""

from pathlib import Path

import pytest

from oran_harness.codec.yang import YangError
from oran_harness.peers.o1_provider.datastore import Snapshot, element_models
from oran_harness.peers.o1_provider.datastore import element_models as made
from oran_harness.peers.o1_provider.datastore.trees import tree_of

NI = "urn:ietf:params:xml:ns:yang:ietf-network-instance"


def test_modules_of_a_folder_join_ours(tmp_path: Path) -> None:
    """What is in a folder is loaded beside what NETCONF needs, with our own modules or without."""
    (tmp_path / "extra.yang").write_text('module extra { namespace "urn:extra"; prefix e; leaf a { type string; } }')
    both, alone = element_models([tmp_path]).by_name, element_models([tmp_path], own=False).by_name
    assert "extra" in both
    assert "oran-harness-pm" in both
    assert "extra" in alone
    assert "oran-harness-pm" not in alone
    assert alone["ietf-netconf"].implemented


def test_features_are_those_that_we_have() -> None:
    """RFC 6241, 8: no feature of ietf-netconf is announced beyond what the element does; a caller may take some."""
    ours = set(element_models().by_name["ietf-netconf"].features)
    assert {"candidate", "writable-running", "xpath"} <= ours
    assert "url" not in ours
    fewer = element_models(features={"ietf-netconf": ("candidate",)})
    assert fewer.by_name["ietf-netconf"].features == ("candidate",)


def test_without_the_modules_of_the_ietf_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks the IETF's modules is told what to install."""
    monkeypatch.setitem(made.__globals__, "installed_modules", lambda: ())
    with pytest.raises(YangError, match="pip install"):
        element_models()


def test_mount_points_are_plain_containers() -> None:
    """RFC 8528, 3: where nothing is mounted, a mount point is a container, and the same is said of it each time."""
    entry = "<network-instance><name>a</name><vrf-root/></network-instance>"
    xml = f'<network-instances xmlns="{NI}">{entry}</network-instances>'
    several = [element_models(own=False) for _ in range(10)]
    told = {tuple(each.message for each in Snapshot(models, tree_of(xml)).violations) for models in several}
    assert len(told) == 1
    assert "plugin" not in str(told)
    assert not several[0].by_name["ietf-yang-schema-mount"].implemented
