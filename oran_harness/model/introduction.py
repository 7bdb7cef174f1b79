"""What a SUT says of itself in E2 Setup, in words for people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IntroducedFunction:
    """A RAN function that an E2 node offers, or that a near-RT RIC accepts.

    ``name`` is the short name, ``styles`` names what the function can do; both may be empty. ``accepted`` is False
    where a near-RT RIC rejected it.
    """

    id: int
    revision: int | None = None
    name: str = ""
    oid: str = ""
    styles: tuple[str, ...] = ()
    accepted: bool = True


@dataclass(frozen=True, slots=True)
class Introduction:
    """A SUT as it has introduced itself.

    ``identity`` is its Global E2 Node ID or Global RIC ID in words, None where that could not be read. ``editions`` are
    those of E2AP to which its message conforms. ``components`` are the E2 Node components that a node told.
    ``remarks`` are sentences about what is odd and does no harm.
    """

    identity: str | None
    editions: tuple[str, ...] = ()
    functions: tuple[IntroducedFunction, ...] = ()
    components: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
