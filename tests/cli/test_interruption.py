"""Ctrl-C as a request to finish."""

import asyncio
import os
import signal
import threading

import pytest

from oran_harness.cli.interruption import Interruption, ending_signals


def test_the_first_is_a_request_and_the_second_is_not() -> None:
    """The first Ctrl-C is noted, the second ends the program; afterwards all is as before."""
    before = signal.getsignal(signal.SIGINT)
    with Interruption() as interruption:
        assert not interruption.asked
        os.kill(os.getpid(), signal.SIGINT)
        assert interruption.asked
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_other_threads_cannot_be_interrupted() -> None:
    """Outside of the main thread it does nothing, and does not fail."""
    seen: list[bool] = []

    def work() -> None:
        with Interruption() as interruption:
            seen.append(interruption.asked)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [False]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_in_an_event_loop_signals_only_ask(number: signal.Signals) -> None:
    """Each asks once it comes; behind the first Ctrl-C the second is as usual, and afterwards all is as before."""
    before = signal.getsignal(number)

    async def work() -> None:
        asked = asyncio.Event()
        with ending_signals(asked.set):
            os.kill(os.getpid(), number)
            await asyncio.wait_for(asked.wait(), 10)
            if number is signal.SIGINT:
                assert signal.getsignal(signal.SIGINT) is not signal.SIG_IGN
        assert signal.getsignal(number) in (before, signal.default_int_handler, signal.SIG_DFL)

    asyncio.run(work())
