"""The security cases: a clean element passes, each can fail, and all is the same live, on virtual time and replayed."""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("asyncssh")

from oran_harness.conformance import find, load
from oran_harness.drivers import perform_live
from oran_harness.drivers.attempts import Means
from oran_harness.drivers.hosting import hosted
from oran_harness.drivers.reach import Dialling, Listening
from oran_harness.drivers.replay import recorded_setting, replay
from oran_harness.drivers.setting import Performed, Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Role, Verdict
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws import Flaw
from oran_harness.peers.flaws.o1_provider.transport import FLAWS
from oran_harness.peers.secured import side_of
from oran_harness.peers.simulated_transport import SimulatedTransport
from oran_harness.steps import CaseOutcome
from oran_harness.steps.security_policy import read_policy
from oran_harness.transports import ClientSide, Guessing, ServerSide
from tests.conformance.o1.performing import provider
from tests.conformance.security import misbehaving as m
from tests.transports.certificates import Issuer

SETTING = Setting(Role.O1_PROVIDER, edition="1.1", comes=False, timeout=2.0)
CASES = [
    case.id
    for case in load()
    if case.description.suite == "security" and case.description.under_test is Role.O1_PROVIDER
]
PASSWORD = "secret of tests"
MISBEHAVIOURS: Mapping[str, type[SimulatedTransport]] = {
    **{f"SEC-O1-CERT-{number}": m.Credulous for number in (102, 103, 104, 105, 106, 107)},
    **{f"SEC-O1-CERT-{number}": m.BadCertificate for number in range(111, 121)},
    "SEC-O1-HOST-101": m.Forgetful,
    "SEC-O1-RECORD-101": m.InClear,
    **{f"SEC-O1-RECORD-{number}": m.Unsealed for number in (102, 103, 104, 105)},
    "SEC-O1-SSH-101": m.OldSsh,
    "SEC-O1-SSH-102": m.OldSsh,
    "SEC-O1-SSH-142": m.SmallKeys,
    "SEC-O1-SSH-143": m.SmallKeys,
    "SEC-O1-TLS-102": m.NoTls12,
    "SEC-O1-TLS-111": m.OldTls,
    "SEC-O1-TLS-112": m.OldTls,
    "SEC-O1-TLS-123": m.ManySuites,
    "SEC-O1-TLS-124": m.OldTls,
    "SEC-O1-TLS-125": m.OldTls,
}
"""What makes cases fail that no setting of a server of ours does."""
CAUGHT = [(flaw, case) for flaw in FLAWS for case in flaw.caught_by]


def accused(performed: Performed) -> None:
    """The case fails, and a stranger can read why."""
    outcome = performed.outcome
    assert outcome is not None
    assert outcome.verdict is Verdict.FAIL, str(outcome)
    assert outcome.blame in (None, Role.O1_PROVIDER)
    assert outcome.requirement
    assert outcome.expected
    assert 0 < len(outcome.actual) < 400


@pytest.mark.parametrize("id", CASES)
def test_a_clean_element_passes_and_so_does_its_record(id: str) -> None:
    """On virtual time, and replayed from what was recorded there."""
    performed = perform_virtual(find(id), SETTING, provider)
    assert performed.outcome is None
    again = replay(find(id), recorded_setting(performed.events)[1], performed.header, performed.events)
    assert (again.outcome, again.diverged) == (None, None)


@pytest.mark.parametrize(("flaw", "id"), CAUGHT, ids=lambda each: each if isinstance(each, str) else each.id)
def test_each_flaw_is_found(flaw: Flaw, id: str) -> None:
    """By each case that it names."""
    accused(perform_virtual(find(id), SETTING, lambda: flaw.wrap(provider())))


@pytest.mark.parametrize("id", MISBEHAVIOURS)
def test_each_misbehaviour_is_found(id: str) -> None:
    """By the case that is about it; a replay finds the same."""
    performed = perform_virtual(find(id), SETTING, provider, transport=MISBEHAVIOURS[id]())
    accused(performed)
    again = replay(find(id), SETTING, performed.header, performed.events)
    assert again.outcome is not None
    assert str(again.outcome) == str(performed.outcome)
    assert again.diverged is None


def test_each_case_can_fail() -> None:
    """By a flaw, or by a transport that misbehaves."""
    assert set(CASES) == set(MISBEHAVIOURS) | {id for _, id in CAUGHT}


@pytest.mark.parametrize(
    ("number", "verdict"),
    [(114, Verdict.INCONC), (115, Verdict.INCONC), (116, Verdict.FAIL), (117, Verdict.SKIP), (119, Verdict.SKIP)],
)
def test_what_is_open_accuses_nobody(number: int, verdict: Verdict) -> None:
    """Keys and signatures of which no clause speaks, and extensions that are optional; keyUsage is not."""
    outcome = perform_virtual(find(f"SEC-O1-CERT-{number}"), SETTING, provider, transport=m.OddCertificate()).outcome
    assert outcome is not None
    assert outcome.verdict is verdict


def test_the_fronthaul_has_other_certificates() -> None:
    """SPS 4.2.3 is not about the M-plane."""
    setting = replace(SETTING, policy=read_policy("m-plane"))
    outcome = perform_virtual(find("SEC-O1-CERT-120"), setting, provider, transport=m.BadCertificate()).outcome
    assert outcome is not None
    assert outcome.verdict is Verdict.SKIP


def test_another_policy() -> None:
    """The M-plane's policy asks for other versions and algorithms; a record has it with it."""
    setting = replace(SETTING, policy=read_policy("m-plane"))
    only = FLAWS[1].wrap
    performed = perform_virtual(find("SEC-O1-TLS-101"), setting, lambda: only(provider()))
    assert performed.outcome is None
    again = replay(find("SEC-O1-TLS-101"), recorded_setting(performed.events)[1], performed.header, performed.events)
    assert (again.outcome, again.diverged) == (None, None)


@pytest.mark.parametrize("what", [{"unmade": "it takes more"}, {"broken": "nobody answers"}, {"told": {"x": 1}}])
def test_attempts_that_come_to_nothing(what: Mapping[str, object]) -> None:
    """One that cannot be made is skip, one that breaks is inconclusive, a record that cannot be is an error."""
    performed = perform_virtual(find("SEC-O1-SSH-101"), SETTING, provider)
    told = json.dumps({"ticket": 2, "told": {}, "unmade": None, "broken": None, **what})
    attempted = [(event.message or "").startswith("attempted: ") for event in performed.events]
    events = [
        replace(event, message=f"attempted: {told}") if one else event
        for one, event in zip(attempted, performed.events, strict=True)
    ]
    outcome = replay(find("SEC-O1-SSH-101"), SETTING, performed.header, events).outcome
    verdicts = {"unmade": Verdict.SKIP, "broken": Verdict.INCONC, "told": Verdict.ERROR}
    assert outcome is not None
    assert outcome.verdict is verdicts[next(iter(what))]


# On the wire


class Place:
    """Where elements are served, and how they are reached."""

    def __init__(self, folder: Path) -> None:
        issuer = Issuer(folder, "issuer")
        server, client = issuer.issue("server"), issuer.issue("operator", ())
        password = folder / "password"
        password.touch(0o600)
        password.write_text(PASSWORD)
        key = folder / "ca-and-key.pem"
        issuer.write_whole(key)
        self.ssh = f"netconf+ssh://admin@127.0.0.1:0?password=file:{password}"
        self.tls = f"netconf+tls://127.0.0.1:0?ca={issuer.ca}&cert={server.cert}&key={server.key}"
        self.client = f"ca={issuer.ca}&cert={client.cert}&key={client.key}"
        self.means = Means(str(key), ("admin", f"file:{password}"))

    async def verdicts(self, make: Callable[[], Actor], ids: Sequence[str]) -> dict[str, object]:
        """What cases say of an element, all of them at once."""
        found: dict[str, object] = {}
        for uri, mine in (
            (self.ssh, [id for id in ids if "-TLS-" not in id and "-CERT-" not in id]),
            (self.tls, [id for id in ids if "-TLS-" in id or "-CERT-" in id]),
        ):
            if not mine:
                continue
            element = make()
            guessing = Guessing(locked_for=0.05, delay=0.01)
            side = side_of(element, ServerSide(guessing=guessing))
            async with hosted([element], listen=uri, side=side) as hosting:
                query = uri.partition("?")[2] if uri is self.ssh else self.client
                reach = Dialling(f"{hosting.uri}?{query}")
                setting = replace(SETTING, means=self.means)
                done = await asyncio.gather(*(perform_live(find(id), setting, reach) for id in mine))
                found |= {id: each.outcome for id, each in zip(mine, done, strict=True)}
        return found


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(tmp_path_factory.mktemp("secured"))


WIRE = (
    *(f"SEC-O1-CERT-{number}" for number in (*range(101, 109), 111, 112, 113, 114, 115, 118)),
    "SEC-O1-HOST-101",
    "SEC-O1-RECORD-101",
    "SEC-O1-RECORD-102",
    "SEC-O1-RECORD-104",
    *(f"SEC-O1-SSH-{number}" for number in (101, 102, 111, 112, 113, 114, 121, 122, 123, 124, 131, 132)),
    *(f"SEC-O1-TLS-{number}" for number in (101, 102, 111, 112, 113, 114, 121, 122, 123, 124, 125)),
    *(f"SEC-O1-USER-{number}" for number in (101, 102, 103, 104, 105)),
)


def test_an_element_that_calls_home(place: Place, tmp_path: Path) -> None:
    """Its host key is looked at on connections that it opens; what takes an address to connect to is left out."""

    async def outcomes() -> list[CaseOutcome | None]:
        password = place.ssh.partition("?")[2]
        async with Listening(place.ssh, ClientSide()) as reach:
            home = f"{reach.uri.partition('?')[0]}?{password}&key={tmp_path / 'key'}"
            element = provider(connects=True)
            async with hosted([element], connect=home, side=ServerSide()):
                setting = replace(SETTING, comes=True)
                ids = ("SEC-O1-HOST-101", "SEC-O1-SSH-101")
                return [(await perform_live(find(id), setting, reach)).outcome for id in ids]

    same, left_out = asyncio.run(outcomes())
    assert same is None, str(same)
    assert left_out is not None
    assert left_out.verdict is Verdict.SKIP


def test_a_clean_element_on_the_wire(place: Place) -> None:
    """It passes what can be tried at once; nothing is planted in the order of cases."""
    found = asyncio.run(place.verdicts(provider, WIRE))
    assert {id: str(outcome) for id, outcome in found.items() if outcome is not None} == {}


@pytest.mark.parametrize("flaw", FLAWS, ids=lambda flaw: flaw.id)
def test_a_flaw_on_the_wire(place: Place, flaw: Flaw) -> None:
    """It is there on the real wire as on virtual time."""
    ids = [id for id in flaw.caught_by if id not in ("SEC-O1-SSH-141", "SEC-O1-USER-111", "SEC-O1-TLS-122")]
    found = asyncio.run(place.verdicts(lambda: flaw.wrap(provider()), ids))
    verdicts = {id: getattr(outcome, "verdict", None) for id, outcome in found.items()}
    assert verdicts == dict.fromkeys(ids, Verdict.FAIL), {id: str(each) for id, each in found.items()}
