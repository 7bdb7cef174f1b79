"""Chance by arithmetic: the same numbers again for the same seed, in whatever order they are asked for."""

_MASK = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15
_UNIT = 1.0 / (1 << 53)


def mixed(*numbers: int) -> int:
    """64 well-mixed bits that depend on all numbers (the finalizer of SplitMix64, once a number)."""
    state = 0
    for number in numbers:
        state = (state + _STEP + number) & _MASK
        state = ((state ^ state >> 30) * 0xBF58476D1CE4E5B9) & _MASK
        state = ((state ^ state >> 27) * 0x94D049BB133111EB) & _MASK
        state ^= state >> 31
    return state


def share(*numbers: int) -> float:
    """A number in 0..1, 1 excluded, that depends on all numbers."""
    return (mixed(*numbers) >> 11) * _UNIT
