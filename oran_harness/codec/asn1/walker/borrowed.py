"""Types that asn1tools decodes, by the decisions of a chooser."""

from datetime import date, datetime, time

from oran_harness.codec.asn1.nodes.borrowed import Borrowed
from oran_harness.codec.asn1.walker.chooser import Chooser, Make
from oran_harness.model.errors import UsageError


def borrowed(node: Borrowed) -> Make:
    """OBJECT IDENTIFIER and the types of time; raises ``UsageError`` for a type of which nothing is known."""
    make = _MAKERS.get(type(node.compiled).__name__)
    if make is None:
        raise UsageError(f"no values of {node.type_name} are made; give the value yourself")
    return make


def _object_identifier(chooser: Chooser) -> str:
    arcs = [chooser.integer(0, 1 << 40) for _ in range(chooser.size(0, 6, ()))]
    return ".".join(map(str, (chooser.index(3), chooser.index(40), *arcs)))


def _date(chooser: Chooser) -> date:
    return date(chooser.integer(1, 9999), chooser.integer(1, 12), chooser.integer(1, 28))


def _time(chooser: Chooser) -> time:
    return time(chooser.index(24), chooser.index(60), chooser.index(60))


def _moment(chooser: Chooser) -> datetime:
    return datetime.combine(_date(chooser), _time(chooser))


def _four_digits(chooser: Chooser) -> datetime:
    # asn1tools writes earlier years with fewer, and does not read them again.
    return _moment(chooser).replace(year=1000 + chooser.index(9000))


def _recent(chooser: Chooser) -> datetime:
    # Two digits of the year: Python takes those up to 68 for this century.
    return _moment(chooser).replace(year=2000 + chooser.index(69))


_MAKERS: dict[str, Make] = {
    "Date": _date,
    "DateTime": _moment,
    "GeneralizedTime": _four_digits,
    "ObjectIdentifier": _object_identifier,
    "TimeOfDay": _time,
    "UTCTime": _recent,
}
