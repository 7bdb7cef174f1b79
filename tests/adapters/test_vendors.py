"""Where vendors are found."""

import importlib.metadata
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from oran_harness.adapters import find_vendor, list_vendors
from oran_harness.adapters.entry_points import GROUP
from oran_harness.model import InputError, Role, UsageError
from tests.adapters.profiles import simple


def vendor(folder: Path, name: str = "") -> Path:
    """Make a vendor's folder."""
    folder.mkdir(parents=True)
    (folder / "profile.toml").write_text(simple(name or folder.name))
    return folder


def test_the_places_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The caller's folder, ./vendors, entry points, the samples; the first of a name counts."""
    monkeypatch.chdir(tmp_path)
    mine, local = vendor(tmp_path / "mine/alfa"), vendor(tmp_path / "vendors/alfa")
    vendor(tmp_path / "vendors/beta")
    vendor(tmp_path / "package")
    declared = EntryPoints([EntryPoint("gamma", "no_such_module", GROUP)])
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: declared)
    found = {each.name: each.place for each in list_vendors(tmp_path / "mine")}
    assert list(found)[:3] == ["alfa", "beta", "gamma"]
    assert {"oran-harness-node", "oran-harness-ric"} <= set(list(found)[3:])
    assert found["alfa"] == str(tmp_path / "mine")
    assert found["beta"] == "./vendors"
    assert found["oran-harness-ric"] == "comes with oran-harness"
    assert find_vendor("alfa", tmp_path / "mine")[0].folder == mine
    assert find_vendor("alfa")[0].folder.resolve() == local
    with pytest.raises(InputError, match="gamma: loading no_such_module raised"):
        find_vendor("gamma")


def test_the_samples_can_be_used() -> None:
    """Both reference peers have a profile that takes stimuli."""
    for name, role in (("oran-harness-ric", Role.NEAR_RT_RIC), ("oran-harness-node", Role.E2_NODE)):
        profile, _ = find_vendor(name)
        launch = profile.role(role).launch
        assert launch is not None
        assert launch.stimuli


def test_a_vendor_by_path_and_with_a_role(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path of a folder will do, from anywhere; a role is named behind a colon."""
    folder = vendor(tmp_path / "some where/alfa", "alfa")
    assert find_vendor(str(folder)) == (find_vendor(f"{folder}:e2-node")[0], None)
    assert find_vendor(f"{folder}:e2-node")[1] is Role.E2_NODE
    assert find_vendor(f"{folder}/profile.toml:e2-node")[0] == find_vendor(str(folder))[0]
    monkeypatch.chdir(folder.parent)
    assert find_vendor("alfa")[0].name == find_vendor("./alfa")[0].name == "alfa"
    monkeypatch.chdir(folder)
    assert find_vendor(".")[0].name == "alfa"


def test_what_is_not_there(tmp_path: Path) -> None:
    """The nearest names, or all; a role that does not exist; a folder that does not."""
    with pytest.raises(UsageError, match="did you mean oran-harness-ric"):
        find_vendor("oran-harnes-ric")
    with pytest.raises(UsageError, match=r"there is .*oran-harness-node"):
        find_vendor("zzz")
    with pytest.raises(UsageError, match="There is no role 'xapp'"):
        find_vendor("oran-harness-ric:xapp")
    with pytest.raises(UsageError, match="is no folder"):
        list_vendors(tmp_path / "none")
    with pytest.raises(InputError, match="does not exist"):
        find_vendor(str(tmp_path))


def test_a_broken_profile_harms_only_its_vendor(tmp_path: Path) -> None:
    """It is listed with its problem, under the folder's name; others can be used."""
    vendor(tmp_path / "alfa")
    (tmp_path / "beta").mkdir()
    (tmp_path / "beta/profile.toml").write_text("[vendor]\n")
    listed = {each.name: each.problem for each in list_vendors(tmp_path)}
    assert listed["alfa"] == ""
    assert "vendor.name is missing" in listed["beta"]
    assert find_vendor("alfa", tmp_path)[0].name == "alfa"
    with pytest.raises(InputError, match=r"vendor\.name is missing"):
        find_vendor("beta", tmp_path)


def test_one_name_twice_in_one_place(tmp_path: Path) -> None:
    """That is an error that names both."""
    vendor(tmp_path / "one", "alfa")
    vendor(tmp_path / "two", "alfa")
    with pytest.raises(UsageError, match=r"alfa stands twice in one place, in .*one and in .*two"):
        list_vendors(tmp_path)
