"""How generated code gives up."""


class Off(Exception):
    """Octets or a value that generated code does not deal with: the nodes read or write them, or say what is wrong."""


GIVEN_UP = (Off, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What generated code raises where it gives up; it checks no more than it must, and leaves the rest to Python."""
