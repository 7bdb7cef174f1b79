"""Tells all listeners of a run what happens; one that breaks is told no more."""

from collections.abc import Callable, Sequence

from oran_harness.model.run_event import Listener, RunEvent

Complain = Callable[[Listener, Exception], None]
"""Is told of a listener that broke, and how."""


class Announcer:
    """``complain`` is told once of each listener that raises. ``broken`` are those of ``essential`` that did."""

    def __init__(
        self, listeners: Sequence[Listener], complain: Complain, *, essential: Sequence[Listener] = ()
    ) -> None:
        self._listeners = list(listeners)
        self._complain = complain
        self._essential = tuple(essential)
        self.broken: list[tuple[Listener, Exception]] = []

    def tell(self, event: RunEvent) -> None:
        """Tell all listeners; none of them can raise."""
        for listener in tuple(self._listeners):
            try:
                listener(event)
            except Exception as error:
                self._listeners.remove(listener)
                if listener in self._essential:
                    self.broken.append((listener, error))
                self._complain(listener, error)
