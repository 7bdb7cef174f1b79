"""Far ends that are no server of NETCONF over SSH."""

import asyncssh
import pytest

from oran_harness.transports import (
    TransportError,
    connect,
)
from tests.transports.associations import run
from tests.transports.ssh.places import (
    Login,
    Talk,
    close_at_once,
    other_program,
    say_nothing,
    speak_http,
)


@pytest.mark.parametrize(
    ("talk", "why"),
    [
        (say_nothing, r"took the connection, but said nothing within 0\.3 s"),
        (close_at_once, "speaks no SSH"),
        (speak_http, "speaks no SSH"),
    ],
)
def test_a_far_end_that_is_no_ssh_server(login: Login, talk: Talk, why: str) -> None:
    """A silent one, one that closes and one that speaks something else are told in one sentence."""

    async def test() -> None:
        async with other_program(talk) as place:
            with pytest.raises(TransportError, match=why):
                await connect(f"netconf+ssh://nms@{place}?{login.by_password}", timeout=0.3)

    run(test())


def test_a_server_without_netconf(login: Login) -> None:
    """An SSH server that does not offer the subsystem is told from one that does not let us in."""

    class Open(asyncssh.SSHServer):
        def begin_auth(self, username: str) -> bool:
            return False

    async def test() -> None:
        server = await asyncssh.listen(
            "127.0.0.1", 0, server_factory=Open, server_host_keys=[asyncssh.generate_private_key("ssh-ed25519")]
        )
        with pytest.raises(TransportError, match=r"let nms in, but opened no session of NETCONF .* subsystem netconf"):
            await connect(f"netconf+ssh://nms@127.0.0.1:{server.get_port()}?{login.by_password}")
        server.close()
        await server.wait_closed()

    run(test())
