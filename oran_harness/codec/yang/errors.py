"""What the caller did wrong with YANG modules."""

from oran_harness.model.errors import InputError


class YangError(InputError):
    """A module cannot be found or loaded, or modules contradict each other; says which, and what to do."""
