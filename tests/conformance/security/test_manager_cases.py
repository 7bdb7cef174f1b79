"""The security cases with a manager under test: the same on virtual time, replayed, and on the wire."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("asyncssh")

from oran_harness.conformance import find, load
from oran_harness.drivers import perform_live
from oran_harness.drivers.attempts import NO_MEANS, Means
from oran_harness.drivers.hosting import hosted
from oran_harness.drivers.reach import Dialling, Listening
from oran_harness.drivers.replay import recorded_setting, replay
from oran_harness.drivers.setting import Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Role, Verdict
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws import Flaw
from oran_harness.peers.flaws.o1_manager.transport import FLAWS
from oran_harness.peers.o1_manager import ManagerConfig, O1Manager
from oran_harness.peers.secured import client_side_of
from oran_harness.peers.simulated_client import SimulatedClient
from oran_harness.steps import CaseOutcome
from oran_harness.steps.attempts import (
    Shown,
    SshOffered,
    SshReceived,
    SshReception,
    TlsOffered,
    TlsReceived,
    TlsReception,
)
from oran_harness.transports import ClientSide, ServerSide
from tests.transports.certificates import Issuer

SETTING = Setting(Role.O1_MANAGER, edition="1.1", stimuli=None, timeout=2.0, connect_timeout=5.0)
CASES = [
    case.id
    for case in load()
    if case.description.suite == "security" and case.description.under_test is Role.O1_MANAGER
]
CAUGHT = [(flaw, case) for flaw in FLAWS for case in flaw.caught_by]


class OldSsh(SimulatedClient):
    """Speaks SSH 1, too."""

    def offers_ssh(self) -> SshOffered:
        return replace(super().offers_ssh(), identification="SSH-1.99-old")


class OddTls(SimulatedClient):
    """Lacks what everybody has, and offers what nobody wants."""

    def offers_tls(self) -> TlsOffered:
        return replace(super().offers_tls(), suites=(0x1302,), groups=(1, 29), compression=(1, 0))


class Absent(SimulatedClient):
    """Comes once, and not again."""

    def received_by_tls(self, visit: TlsReception) -> TlsReceived:
        return super().received_by_tls(visit) if visit.shown is Shown.RIGHT and visit.version is None else TlsReceived()

    def received_by_ssh(self, visit: SshReception) -> SshReceived:
        return SshReceived()

    def offers_tls(self) -> TlsOffered:
        return TlsOffered(why="nobody came")

    def offers_ssh(self) -> SshOffered:
        return SshOffered(why="nobody came")


MISBEHAVIOURS: Mapping[str, type[SimulatedClient]] = {
    "SEC-O1-SSH-201": OldSsh,
    **dict.fromkeys(("SEC-O1-TLS-213", "SEC-O1-TLS-214", "SEC-O1-TLS-215"), OddTls),
}


def accused(outcome: CaseOutcome | None) -> None:
    """The case fails, and a stranger can read why."""
    assert outcome is not None
    assert outcome.verdict is Verdict.FAIL, str(outcome)
    assert outcome.blame in (None, Role.O1_MANAGER)
    assert outcome.requirement
    assert outcome.expected
    assert 0 < len(outcome.actual) < 400


@pytest.mark.parametrize("id", CASES)
def test_a_clean_manager_passes_and_so_does_its_record(id: str) -> None:
    """On virtual time, and replayed; one that does not come is accused of nothing."""
    performed = perform_virtual(find(id), SETTING, O1Manager)
    assert performed.outcome is None
    again = replay(find(id), recorded_setting(performed.events)[1], performed.header, performed.events)
    assert (again.outcome, again.diverged) == (None, None)
    absent = perform_virtual(find(id), SETTING, O1Manager, transport=Absent()).outcome
    assert absent is not None
    assert absent.verdict is Verdict.INCONC


@pytest.mark.parametrize(("flaw", "id"), CAUGHT, ids=lambda each: each if isinstance(each, str) else each.id)
def test_each_flaw_is_found(flaw: Flaw, id: str) -> None:
    """By each case that it names."""
    accused(perform_virtual(find(id), SETTING, lambda: flaw.wrap(O1Manager())).outcome)


@pytest.mark.parametrize("id", MISBEHAVIOURS)
def test_each_misbehaviour_is_found(id: str) -> None:
    """By the case that is about it."""
    accused(perform_virtual(find(id), SETTING, O1Manager, transport=MISBEHAVIOURS[id]()).outcome)


def test_each_case_can_fail() -> None:
    """By a flaw, or by a client that misbehaves."""
    assert set(CASES) == set(MISBEHAVIOURS) | {id for _, id in CAUGHT}


# On the wire


class Place:
    """Where managers are received, and what they know of us."""

    def __init__(self, folder: Path) -> None:
        issuer = Issuer(folder, "issuer")
        server, client = issuer.issue("server"), issuer.issue("manager", ())
        password, key, ca = folder / "password", folder / "host", folder / "ca-and-key.pem"
        for private in (password, ca):
            private.touch(0o600)
        password.write_text("secret of tests")
        issuer.write_whole(ca)
        self.ssh = f"netconf+ssh://admin@127.0.0.1:0?password=file:{password}&key={key}"
        self.tls = f"netconf+tls://127.0.0.1:0?ca={issuer.ca}&cert={server.cert}&key={server.key}"
        self.shows = {
            "netconf+ssh": f"?password=file:{password}&known={folder / 'known'}",
            "netconf+tls": f"?ca={issuer.ca}&cert={client.cert}&key={client.key}",
        }
        self.known = folder / "known"
        self._host = key
        self.means = Means(str(ca))

    async def outcomes(
        self, make: type[O1Manager] | Flaw, ids: Sequence[str], *, means: Means | None = None
    ) -> dict[str, CaseOutcome | None]:
        """What cases say of a manager that connects, one after the other."""
        found: dict[str, CaseOutcome | None] = {}
        for uri, mine in (
            (self.ssh, [id for id in ids if "-SSH-" in id or "-HOST-" in id]),
            (self.tls, [id for id in ids if "-TLS-" in id or "-CERT-" in id]),
        ):
            if not mine:
                continue
            async with Listening(uri, ServerSide()) as reach:
                plain = reach.uri.partition("?")[0]
                self._write_known(plain)
                actor: Actor = O1Manager(ManagerConfig(reconnect_after=0.02))
                actor = make.wrap(actor) if isinstance(make, Flaw) else actor
                at = f"{plain}{self.shows[plain.partition(':')[0]]}"
                async with hosted([actor], connect=at, side=client_side_of(actor, ClientSide())):
                    for id in mine:
                        setting = replace(SETTING, means=means or self.means)
                        found[id] = (await perform_live(find(id), setting, reach)).outcome
        return found

    def _write_known(self, uri: str) -> None:
        import asyncssh

        if self._host.exists():
            line = asyncssh.read_private_key(self._host).export_public_key().decode()
            port = uri.rpartition(":")[2]
            self.known.write_text(f"[127.0.0.1]:{port} {line}")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(tmp_path_factory.mktemp("received"))


def test_a_clean_manager_on_the_wire(place: Place) -> None:
    """It passes all."""
    found = asyncio.run(place.outcomes(O1Manager, CASES))
    assert {id: str(outcome) for id, outcome in found.items() if outcome is not None} == {}


@pytest.mark.parametrize("flaw", FLAWS, ids=lambda flaw: flaw.id)
def test_a_flaw_on_the_wire(place: Place, flaw: Flaw) -> None:
    """It is there on the real wire as on virtual time."""
    found = asyncio.run(place.outcomes(flaw, flaw.caught_by))
    verdicts = {id: getattr(outcome, "verdict", None) for id, outcome in found.items()}
    assert verdicts == dict.fromkeys(flaw.caught_by, Verdict.FAIL), {id: str(each) for id, each in found.items()}


def test_what_is_skipped(place: Place) -> None:
    """Without the CA that the manager trusts no certificate of it can be shown."""
    found = asyncio.run(place.outcomes(O1Manager, ["SEC-O1-CERT-204"], means=NO_MEANS))["SEC-O1-CERT-204"]
    assert found is not None
    assert found.verdict is Verdict.SKIP
    assert "--client-ca" in found.reason


def test_a_manager_that_is_called_home(place: Place) -> None:
    """We call it, and are as wrong as where it calls us; a name is not known to it."""

    async def outcomes() -> list[CaseOutcome | None]:
        uri = f"netconf+tls://127.0.0.1:0{place.shows['netconf+tls']}"
        actor = O1Manager(ManagerConfig(connects=False))
        async with hosted([actor], listen=uri, side=ClientSide()) as hosting:
            plain = (hosting.uri or "").partition("?")[0]
            reach = Dialling(f"{plain}?{place.tls.partition('?')[2]}", ServerSide())
            setting = replace(SETTING, means=place.means, comes=False)
            ids = ("SEC-O1-CERT-202", "SEC-O1-TLS-211", "SEC-O1-CERT-206")
            return [(await perform_live(find(id), setting, reach)).outcome for id in ids]

    passed, offered, named = asyncio.run(outcomes())
    assert (passed, offered) == (None, None)
    assert named is not None
    assert named.verdict is Verdict.SKIP
