"""How generated code gives up."""


class Off(Exception):
    """Octets that do not conform, or a value that does not fit; the nodes say why."""


class Rare(Off):
    """Octets or a value that generated code does not deal with, whether they conform or not."""


class Padded(Rare):
    """Padding that is not zero: nothing is known yet of what follows."""


GIVEN_UP = (Off, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What generated code raises where it gives up; it checks no more than it must, and leaves the rest to Python."""
REFUSED = (Off, LookupError, ValueError)
"""What a generated decoder raises for octets that break the syntax, ``Rare`` excepted."""
