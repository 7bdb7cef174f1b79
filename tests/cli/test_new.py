"""``new vendor``: what it writes works, and what cannot be is refused with a sentence."""

from pathlib import Path

import pytest

from oran_harness.adapters import Addresses, PersonsAnswer, StimulusStatus
from oran_harness.cli.new import _complete_kind, _complete_role, _complete_what
from oran_harness.cli.scaffold import KINDS
from oran_harness.cli.scaffold.profile_text import MEETING
from oran_harness.model import Role
from oran_harness.runner.wire import free_port
from oran_harness.testing import PeerAdapter, contract_results, vendor_subjects
from tests.cli.run import Ended, refused, run
from tests.cli.serving_process import ServingProcess
from tests.cli.test_adapter_serving import served
from tests.pytest_plugin.session import pytest_in

CASES = {Role.NEAR_RT_RIC: "E2AP-SETUP-101", Role.E2_NODE: "E2AP-SETUP-201"}


def made(folder: Path, kind: str, *roles: Role) -> Path:
    """A new vendor ``alfa``; its folder."""
    words = [word for role in roles for word in ("--role", role)]
    ended = run("new", "vendor", "alfa", "--kind", kind, "--out", str(folder), *words)
    assert ended.code == 0, ended
    assert f"{folder / 'alfa' / 'README.md'}" in ended.text
    return folder / "alfa"


def performed(vendor: Path, role: Role) -> Ended:
    """A run of one case of E2 Setup, which has to pass."""
    # The seconds are for machines that have much else to do.
    options = ("--out", str(vendor.parent / "out"), "--timeout", "30")
    ended = run("run", "--sut", f"{vendor}:{role}", "-k", CASES[role], *options)
    assert ended.code == 0, ended
    assert f"pass         must    {CASES[role]}" in ended.text
    return ended


def suite_of(vendor: Path, *options: str) -> str:
    """What pytest says of a vendor's contract suite, which has to pass."""
    done = pytest_in(vendor.parent, "-p", "no:xdist", "-q", "-W", "error", *options, vendor.name)
    assert done.code == 0, done.out
    return done.out


def moved(vendor: Path, old: str, new: str) -> None:
    """Another address in the profile, so that two tests never meet."""
    profile = vendor / "profile.toml"
    written = profile.read_text("utf-8")
    assert old in written
    profile.write_text(written.replace(old, new), "utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_a_vendor_that_is_found(kind: str, tmp_path: Path) -> None:
    """With both roles or one, its profile and its known verdicts load, and nothing else lies in the folder."""
    both = made(tmp_path / "both", kind, *Role.ends_of("e2"))
    assert [each.role for each in vendor_subjects(both)] == list(Role.ends_of("e2"))
    ended = run("list", "vendors", "--vendors", str(both.parent), "--json")
    assert '"problem": null' in ended.text
    (tmp_path / "one").mkdir()
    one = made(tmp_path / "one", kind)
    assert [each.role for each in vendor_subjects(one)] == [Role.E2_NODE]
    python = {"adapter": {"adapter.py"}, "grpc": {"adapter.py"}}.get(kind, set())
    python |= {"test_alfa.py"} if kind in ("command", "adapter", "grpc") else set()
    assert {path.name for path in one.iterdir()} == {"profile.toml", "README.md", "expected.toml"} | python


def test_a_command(tmp_path: Path) -> None:
    """A run passes in either role, and so does what starts it."""
    vendor = made(tmp_path, "command", *Role.ends_of("e2"))
    for role in Role.ends_of("e2"):
        performed(vendor, role)
    suite_of(vendor, "-k", "e2-node and (stimulus or nothing)")


def test_an_adapter(tmp_path: Path) -> None:
    """A run passes in either role, and the adapter keeps the whole contract, in a process of its own."""
    vendor = made(tmp_path, "adapter", *Role.ends_of("e2"))
    for role in Role.ends_of("e2"):
        performed(vendor, role)
    assert "10 passed, 1 skipped" in suite_of(vendor, "-k", "near-rt-ric")


def test_an_adapter_over_grpc(tmp_path: Path) -> None:
    """Served as its README says, a run passes; the contract suite serves it by itself."""
    vendor = made(tmp_path, "grpc", *Role.ends_of("e2"))
    with served("adapter:ProductAdapter", vendor) as uri:
        moved(vendor, "grpc://127.0.0.1:7000", uri)
        for role in Role.ends_of("e2"):
            performed(vendor, role)
    suite_of(vendor, "-k", "e2-node and (stimulus or nothing)")


@pytest.mark.parametrize("role", list(Role.ends_of("e2")))
def test_on_the_wire(role: Role, tmp_path: Path) -> None:
    """A product that runs already is met where the profile says."""
    vendor = made(tmp_path, "wire", role)
    uri = f"tcp://127.0.0.1:{free_port('tcp')}"
    moved(vendor, MEETING, uri)
    way = "--connect" if role is Role.E2_NODE else "--listen"
    with ServingProcess(role, way, uri) as product:
        product.ready()
        performed(vendor, role)


@pytest.mark.parametrize("role", list(Role.ends_of("e2")))
def test_a_person_at_the_bench(role: Role, tmp_path: Path) -> None:
    """Somebody who does what is asked keeps the contract."""
    vendor = made(tmp_path, "operator", role)
    moved(vendor, MEETING, f"tcp://127.0.0.1:{free_port('tcp')}")
    peer = PeerAdapter.of(role)

    async def person(request: str) -> PersonsAnswer:
        there = request.rpartition(" ")[2]
        if request.startswith("stop"):
            await peer.stop()
        elif "://" in there:
            await peer.start(Addresses(peer=there) if role is Role.E2_NODE else Addresses(own=there))
        else:
            await peer.reset()
        return PersonsAnswer(StimulusStatus.DONE)

    (subject,) = vendor_subjects(vendor, person=person)
    found = contract_results(subject)
    assert [(each.check, each.problem) for each in found if each.problem is not None] == []


def test_completion_knows_what_there_is() -> None:
    """Kinds, roles and what can be new, without loading what writes them."""
    assert tuple(_complete_kind("")) == KINDS
    assert _complete_kind("co") == ["command", "container"]
    assert _complete_role("e2") == ["e2-node"]
    assert _complete_what("v") == ["vendor"]


def test_what_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bad name, kind or role, a folder that exists, a name that is taken, a place that is no folder."""
    monkeypatch.chdir(tmp_path)
    made(Path("vendors"), "wire")
    (tmp_path / "taken").mkdir()
    (tmp_path / "file").write_text("")
    for words, said in (
        (("vendor", "../alfa"), "'../alfa' cannot be the name of a vendor; expected letters, digits"),
        (("vendor", ""), "'' cannot be the name of a vendor"),
        (("vendor", "x" * 65), "at most 64"),
        (("vendor", "taken"), "taken is there already; choose another name, or another --out."),
        (("vendor", "alfa"), "There is a vendor alfa already (vendors/alfa); choose another name."),
        (("vendor", "bravo", "--out", "file"), "file is no folder; --out names the one in which bravo is made."),
        (("vendor", "bravo", "--out", "file/inner"), "cannot be written: Not a directory"),
        (("vendor", "bravo", "--kind", "docker"), "There is no kind 'docker'"),
        (("vendor", "bravo", "--role", "ric"), "There is no role 'ric'"),
        (("product", "bravo"), "There is no new 'product'; write oran-harness new vendor NAME."),
    ):
        assert said in refused(run("new", *words)), words
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "taken", "vendors"]
