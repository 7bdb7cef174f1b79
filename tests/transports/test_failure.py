"""Errors of the operating system become sentences that say what to do next."""

import errno
import os
import socket

import pytest

from oran_harness.transports.failure import Trouble, failure, no_answer, trouble_of


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.EADDRINUSE, "choose another port"),
        (errno.EADDRNOTAVAIL, "give one that it has"),
        (errno.EACCES, "below 1024 need root"),
        (errno.EPERM, "No permission"),
        (errno.ECONNREFUSED, "start the other side first"),
        (errno.ENETUNREACH, "check the address, the routes"),
        (errno.EHOSTUNREACH, "check the address, the routes"),
        (errno.ECONNRESET, "check that it expects E2"),
        (errno.ETIMEDOUT, "check address and port, the cable and firewalls"),
        (errno.EMFILE, "ulimit -n"),
        (errno.EPROTONOSUPPORT, "use sctp+udp://, tcp:// or grpc://"),
        (errno.ESOCKTNOSUPPORT, "use sctp+udp://, tcp:// or grpc://"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_each_obstacle_has_its_advice(number: int, advice: str) -> None:
    """The sentence names the address and what to do; an error without one of its own tells what the system said."""
    text = str(failure("sctp://192.0.2.1:36421", OSError(number, os.strerror(number))))
    assert advice in text
    assert "sctp://192.0.2.1:36421" in text
    assert text.endswith(".")


def test_an_unknown_host() -> None:
    """A name that resolves to nothing is told as that."""
    error = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    assert "resolves to no address" in str(failure("tcp://nowhere.invalid:1", error))


def test_no_answer_in_time() -> None:
    """The time that was waited is told, without needless digits."""
    assert "Nobody answered at tcp://h:1 within 5 s:" in str(no_answer("tcp://h:1", 5.0))
    assert "within 0.5 s" in str(no_answer("tcp://h:1", 0.5))


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (OSError(errno.ECONNREFUSED, "refused"), Trouble.REFUSED),
        (OSError(errno.ETIMEDOUT, "timed out"), Trouble.SILENT),
        (OSError(errno.EHOSTUNREACH, "no route"), Trouble.UNREACHABLE),
        (socket.gaierror(socket.EAI_NONAME, "unknown"), Trouble.UNKNOWN_HOST),
        (OSError(errno.EIO, "broken"), Trouble.OTHER),
    ],
)
def test_the_sentence_tells_which_trouble_it_is(error: OSError, trouble: Trouble) -> None:
    """Histories keep the text alone, and diagnoses are made from it."""
    assert trouble_of(str(failure("sctp://192.0.2.1:36421", error))) is trouble
    assert trouble_of(str(no_answer("tcp://192.0.2.1:1", 5))) is Trouble.SILENT
