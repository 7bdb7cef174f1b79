"""A generated function that is made when it is first called."""

from collections.abc import Callable
from typing import Any

Function = Callable[..., Any]


class Later:
    """Stands where the function will be."""

    __slots__ = ("_made", "_make", "_places")

    def __init__(self, make: Callable[[], Function]) -> None:
        self._make = make
        self._made: Function | None = None
        self._places: list[tuple[dict[str, Any], str]] = []

    def stand_in(self, names: dict[str, Any], name: str) -> None:
        """Be ``name`` among those names until the function is made."""
        if self._made is not None:
            names[name] = self._made
        else:
            self._places.append((names, name))

    def __call__(self, *given: Any) -> Any:
        """Call the function, which takes its own place from now on."""
        if self._made is None:
            self._made = self._make()
        made = self._made
        # Threads may be here at once: whoever comes later finds nothing, or does the same again.
        places, self._places = self._places, []
        for names, name in places:
            names[name] = made
        return made(*given)
