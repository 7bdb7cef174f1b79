"""Ctrl-C as a request to finish, not as an exception in the middle of something."""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterator
from types import FrameType, TracebackType
from typing import Any


class Interruption:
    """While it is entered, the first Ctrl-C only sets ``asked``; the second ends the program as usual.

    Outside of the main thread, where signals cannot be caught, it does nothing.
    """

    def __init__(self) -> None:
        self.asked = False
        self._before: Any = None

    def __enter__(self) -> "Interruption":
        try:
            self._before = signal.signal(signal.SIGINT, self._note)
        except ValueError:
            self._before = None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True


@contextlib.contextmanager
def ending_signals(ask: Callable[[], object]) -> Iterator[None]:
    """While it is entered, Ctrl-C, SIGTERM and a terminal that goes away only ask; a second Ctrl-C is as usual.

    For what runs in an event loop.
    """
    loop = asyncio.get_running_loop()

    def asked() -> None:
        ask()
        loop.remove_signal_handler(signal.SIGINT)

    caught = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_IGN and number is signal.SIGHUP:
            continue  # nohup: the program is to outlive its terminal
        with contextlib.suppress(ValueError, RuntimeError):  # outside of the main thread nothing can be caught
            loop.add_signal_handler(number, asked)
            caught.append(number)
    try:
        yield
    finally:
        for number in caught:
            loop.remove_signal_handler(number)
