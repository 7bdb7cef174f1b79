"""``serve o1-provider`` with real clients on loopback, and what a killed process leaves behind."""

import asyncio
import random
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("asyncssh")
pytest.importorskip("oopt_gnpy_libyang")

from benchmarks.o1_provider import BASE, ELEMENT, Manager
from oran_harness.cli.o1_serving import O1ServeOptions, groups_of, run, users_of
from oran_harness.model import UsageError
from oran_harness.protocols.netconf.speaking import rpc
from oran_harness.transports import ClientSide, listen
from tests.cli.serving_process import ServingProcess
from tests.transports.certificates import Issuer

SSH = "netconf+ssh://admin@127.0.0.1:0?password=file:{}"
MONITORING = "urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring"
GET = f'<get-config xmlns="{BASE}"><source><running/></source></get-config>'


@pytest.fixture(scope="module")
def password(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("secrets") / "password"
    file.touch(0o600)
    file.write_text("secret-of-tests\n")
    return file


@pytest.fixture(scope="module")
def port(password: Path) -> Iterator[str]:
    with ServingProcess("o1-provider", "--listen", SSH.format(password)) as served:
        yield served.ready().rpartition(":")[2]


def client(script: str, *arguments: str) -> str:
    """What a client prints that runs in a process of its own."""
    command = [sys.executable, "-W", "ignore", "-c", textwrap.dedent(script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def console(port: str, *arguments: str) -> str:
    """What netconf-console2 prints."""
    program = Path(sys.executable).parent / "netconf-console2"
    if not program.exists():
        pytest.skip("netconf-console2 is not installed")
    command = [str(program), "--host", "127.0.0.1", "--port", port, "-u", "admin", "-p", "secret-of-tests"]
    done = subprocess.run(
        [sys.executable, "-W", "ignore", *command, *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_ncclient(port: str) -> None:
    """It opens a session, reads, edits, commits, locks, subscribes and reads schemas."""
    pytest.importorskip("ncclient")
    told = client(
        """
        import sys
        from ncclient import manager
        from ncclient.operations import RPCError
        E = "urn:oran-harness:yang:managed-element"
        NC = "urn:ietf:params:xml:ns:netconf:base:1.0"
        CONFIG = '<config xmlns="' + NC + '"><managed-element xmlns="%s">%s</managed-element></config>'
        LABEL = CONFIG % (E, "<user-label>by ncclient</user-label>")
        with manager.connect(host="127.0.0.1", port=int(sys.argv[1]), username="admin", password="secret-of-tests",
                             hostkey_verify=False, look_for_keys=False, allow_agent=False) as m:
            for name in ("candidate", "confirmed-commit", "xpath", "startup", "validate", "with-defaults"):
                assert ":" + name in m.server_capabilities, name
            m.create_subscription()
            with m.locked("candidate"):
                m.edit_config(target="candidate", config=LABEL, error_option="rollback-on-error")
                m.validate("candidate")
                m.commit(confirmed=True, timeout="60")
                m.commit()
            wanted = '<managed-element xmlns="%s"><user-label/></managed-element>' % E
            assert "by ncclient" in m.get_config("running", filter=("subtree", wanted)).data_xml
            wanted = ("xpath", ({"m": E}, "/m:managed-element/m:user-label"))
            found = m.get_config("running", filter=wanted, with_defaults="report-all")
            assert "by ncclient" in found.data_xml
            m.copy_config(source="running", target="startup")
            assert "netconf-state" in m.get().data_xml
            assert "module oran-harness-pm" in m.get_schema("oran-harness-pm").data
            try:
                m.edit_config(target="running", config=CONFIG % (E, "<nothing/>"))
            except RPCError as error:
                print(error.tag)
            print("netconf-config-change" in m.take_notification(timeout=5).notification_xml)
            m.discard_changes()
        """,
        port,
    )
    assert told.split() == ["unknown-element", "True"]


def test_netconf_console2(port: str) -> None:
    """It says hello, reads with a filter, edits, commits, and gets schemas."""
    hello = console(port, "--hello")
    assert "urn:ietf:params:netconf:base:1.1" in hello
    assert "ietf-netconf&amp;revision=2011-06-01" in hello
    label = "/m:managed-element/m:user-label"
    names = ("--ns", f"m={ELEMENT}")
    console(port, *names, "--db", "candidate", "--set", f"{label}=by console", "--commit")
    assert "by console" in console(port, *names, "--get-config", "-x", label)
    assert "report-all" in console(port, "--hello")
    assert "module oran-harness-users" in console(port, "--get-schema", "oran-harness-users")
    assert "<ok" in console(port, "--validate=candidate", "--db", "candidate", "--discard-changes")
    assert "modules-state" in console(port, "--get")


def test_scrapli(port: str) -> None:
    """It opens a session over asyncssh, reads, edits, commits and locks."""
    pytest.importorskip("scrapli_netconf")
    told = client(
        """
        import asyncio, sys
        from scrapli_netconf.driver import AsyncNetconfDriver
        E = "urn:oran-harness:yang:managed-element"
        CONFIG = f'<config><managed-element xmlns="{E}"><user-label>by scrapli</user-label></managed-element></config>'
        async def main():
            async with AsyncNetconfDriver(host="127.0.0.1", port=int(sys.argv[1]), auth_username="admin",
                    auth_password="secret-of-tests", auth_strict_key=False, transport="asyncssh") as conn:
                for reply in (await conn.lock("candidate"), await conn.edit_config(config=CONFIG, target="candidate"),
                              await conn.validate("candidate"), await conn.commit(), await conn.unlock("candidate")):
                    assert not reply.failed, reply.result
                found = await conn.get_config(source="running", filter_=f'<managed-element xmlns="{E}"/>')
                print("by scrapli" in found.result)
        asyncio.run(main())
        """,
        port,
    )
    assert told.split() == ["True"]


def test_tls(tmp_path: Path) -> None:
    """Over TLS the user is the name of his certificate (RFC 7589)."""
    issuer = Issuer(tmp_path, "issuer")
    server, manager = issuer.issue("server"), issuer.issue("operator", ())
    listen_at = f"netconf+tls://127.0.0.1:0?ca={issuer.ca}&cert={server.cert}&key={server.key}"
    with ServingProcess("o1-provider", "--listen", listen_at) as served:
        uri = f"{served.ready()}?ca={issuer.ca}&cert={manager.cert}&key={manager.key}"

        async def ask() -> bytes:
            session = await Manager.open(uri)
            monitoring = (
                '<netconf-state xmlns="urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring"><sessions/></netconf-state>'
            )
            reply = await session.ask(f'<get xmlns="{BASE}"><filter>{monitoring}</filter></get>')
            await session.link.shutdown()
            return reply.octets

        told = asyncio.run(ask())
    assert b"<username>operator</username>" in told
    assert b"<transport>netconf-tls</transport>" in told


def test_call_home(password: Path) -> None:
    """It connects, and is the server all the same (RFC 8071)."""

    async def called() -> str:
        query = f"?password=file:{password}"
        listener = await listen(f"netconf+ssh://admin@127.0.0.1:0{query}", side=ClientSide())
        with ServingProcess("o1-provider", "--connect", listener.uri + query, "--reconnect-after", "0.2") as served:
            served.ready()
            first = await asyncio.wait_for(listener.accept(), 20)
            await first.abort()
            session = Manager(await asyncio.wait_for(listener.accept(), 20))
            await session.greet()
            reply = await session.ask(GET)
            await session.link.abort()
        await listener.close()
        return reply.octets.decode()

    assert "managed-element" in asyncio.run(called())


def test_killed_in_the_middle_of_commits(password: Path, tmp_path: Path) -> None:
    """Whenever the process is killed, the next one has what was committed: whole, and nothing older."""
    chance = random.Random(7)
    done = 0
    for _ in range(4):
        with ServingProcess("o1-provider", "--listen", SSH.format(password), "--state", str(tmp_path)) as served:
            uri = served.ready() + f"?password=file:{password}"
            found = asyncio.run(_labels(uri))
            assert len(set(found)) <= 1, "half a commit"
            number = int(found[0]) if found else 0
            assert done <= number <= done + 1
            done = asyncio.run(_commit_and_kill(uri, number, served, chance.uniform(0, 0.02)))
    assert done >= 8


async def _labels(uri: str) -> list[str]:
    """The user labels of cells, which every commit of the test sets to the same number."""
    session = await Manager.open(uri)
    reply = await session.ask(GET)
    await session.link.abort()
    cells = reply.element.iter(f"{{{ELEMENT}}}nr-cell")
    return [text for cell in cells if (text := cell.findtext(f"{{{ELEMENT}}}user-label") or "").isdigit()]


async def _commit_and_kill(uri: str, number: int, served: ServingProcess, after: float) -> int:
    """Commit two numbers, and kill the process while it commits the third; gives the last that was confirmed."""
    session = await Manager.open(uri)
    reply = await session.ask(GET)
    ids = [each.findtext(f"{{{ELEMENT}}}local-id") for each in reply.element.iter(f"{{{ELEMENT}}}nr-cell")]
    for last in (False, False, True):
        cells = "".join(
            f"<nr-cell><local-id>{each}</local-id><user-label>{number + 1}</user-label></nr-cell>" for each in ids
        )
        config = f'<config><managed-element xmlns="{ELEMENT}"><gnb-du>{cells}</gnb-du></managed-element></config>'
        await session.ask(f'<edit-config xmlns="{BASE}"><target><candidate/></target>{config}</edit-config>')
        if last:
            await session.send(rpc(f'<commit xmlns="{BASE}"/>'.encode(), "1"))
            await asyncio.sleep(after)
            served.process.kill()
        else:
            await session.ask(f'<commit xmlns="{BASE}"/>')
            number += 1
    assert served.process.wait(20) == -9
    await session.link.abort()
    return number


def test_state_that_is_damaged(password: Path, tmp_path: Path) -> None:
    """What cannot be a configuration is refused with a sentence that says what to do."""
    for octets, words in (
        (b"<broken", "no configuration"),
        (b'<users xmlns="urn:oran-harness:yang:users"><x/></users>', "does not fit"),
    ):
        (tmp_path / "running.xml").write_bytes(octets)
        with pytest.raises(UsageError, match=words):
            run(O1ServeOptions(listen=SSH.format(password), state=tmp_path))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "either --listen URI"),
        ({"listen": "netconf+ssh://127.0.0.1:0", "connect": "netconf+ssh://127.0.0.1:1"}, "either --listen URI"),
        ({"listen": "tcp://127.0.0.1:0"}, "speaks NETCONF"),
        ({"listen": "netconf+ssh://127.0.0.1:0", "until_eof": True}, "goes with --control"),
        ({"listen": "netconf+ssh://127.0.0.1:0", "users": ("a=b",)}, "where the password is"),
        ({"listen": "netconf+ssh://127.0.0.1:0", "users": ("a=env:NOT_SET_ANYWHERE",)}, "not set"),
        ({"listen": "netconf+ssh://127.0.0.1:0", "yang_dir": (Path("/nowhere"),)}, "no folder"),
        ({"listen": "netconf+ssh://127.0.0.1:0", "groups": ("a=sudoo",)}, "did you mean"),
        ({"listen": "netconf+ssh://127.0.0.1:0", "flaw": "element-edit-nothing"}, "did you mean element-edits-nothing"),
        ({"listen": "netconf+ssh://127.0.0.1:0", "flaw": "node-plmn-text"}, "is one of the role e2-node"),
    ],
)
def test_wrong_usage(options: dict[str, object], words: str) -> None:
    """Each is a sentence that says what to do."""
    with pytest.raises(Exception, match=words):
        run(O1ServeOptions(**options))  # type: ignore[arg-type]


def test_users_and_groups(password: Path) -> None:
    """Passwords come from where they are kept, groups are those that there are."""
    users = users_of((f"operator=file:{password}",))
    assert users["operator"].password == "secret-of-tests"
    assert groups_of(("operator=nms,fm-pm",)) == {"operator": ("nms", "fm-pm")}
    assert groups_of(("guest=",)) == {"guest": ()}
    with pytest.raises(UsageError, match="gives nobody a group"):
        groups_of(("operator",))
