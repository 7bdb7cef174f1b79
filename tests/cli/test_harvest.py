"""``harvest`` from the command line: one sentence for what is wrong, exit codes, one JSON document."""

import pytest

from tests.cli.run import refused, run

HERE = "netconf+ssh://admin@127.0.0.1:1?password=env:PW"


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        ((), "Say either the URI"),
        ((HERE, "--listen", HERE), "Say either the URI"),
        (("--listen", HERE, "--driver", "ncclient"), "--driver own alone"),
        (("tcp://127.0.0.1:1",), "no address of NETCONF"),
        ((HERE, "--driver", "theirs"), "no driver 'theirs'"),
        ((HERE,), "Nobody listens"),
        ((HERE, "--timeout", "0"), "see oran-harness harvest --help"),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], what: str) -> None:
    """One sentence, exit code 2."""
    pytest.importorskip("asyncssh")
    assert what in refused(run("harvest", *arguments, PW="secret"))
