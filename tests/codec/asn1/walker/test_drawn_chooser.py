"""Decisions that Hypothesis draws."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oran_harness.codec.asn1.walker.drawn_chooser import DrawnChooser, values
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec
from tests.codec.asn1.walker.making import comes_back

EVERY = codec(EVERYTHING)
few = settings(max_examples=60, database=None, deadline=None, suppress_health_check=list(HealthCheck))


@few
@given(st.sampled_from(sorted(EVERY.types)), st.data())
def test_every_construct(type_name: str, data: st.DataObject) -> None:
    """What is drawn is legal."""
    comes_back(EVERY, type_name, EVERY.generate(type_name, DrawnChooser(data.draw)))


@few
@given(values(EVERY.maker("Lists")))
def test_as_a_strategy(value: object) -> None:
    """A function of the walker as a strategy like any other."""
    comes_back(EVERY, "Lists", value)


def test_hypothesis_shrinks_it() -> None:
    """A failure is told with the plainest value that Hypothesis finds."""
    found = []

    @few
    @given(values(codec("T ::= SEQUENCE OF INTEGER (0..1000)").maker("T")))
    def check(value: tuple[int, ...]) -> None:
        if any(number > 100 for number in value):
            found.append(value)
            raise ArithmeticError

    with pytest.raises(ArithmeticError):
        check()
    assert found[-1] == (101,)


def test_nobody_else_imports_hypothesis() -> None:
    """Loading the codec does not load it: it takes a tenth of a second."""
    command = "import oran_harness.codec.asn1, sys; sys.exit('hypothesis' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0
