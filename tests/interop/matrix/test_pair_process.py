"""A pair in a process of its own."""

import asyncio
import sys

from oran_harness.interop.matrix.order import Order
from oran_harness.interop.matrix.pair_process import PairProcess
from oran_harness.interop.pairs.steering import Steering

ORDER = Order("/node", "/ric", "/out", Steering("3.01", keywords=("setup",)))


def test_its_scenes_are_told() -> None:
    """Of what it prints, lines that tell of one."""
    said = '{"scene": "SETUP", "verdict": "pass"}'
    program = f"""if 1:
        print({said!r}); print("noise"); print('{{"scene": "X"}}'); print("[1]")
        raise SystemExit(input() != {ORDER.to_json()!r})
    """
    told: list[tuple[str, str]] = []
    pair = PairProcess((sys.executable, "-c", program))
    words = asyncio.run(pair(ORDER, lambda scene, verdict: told.append((scene, verdict))))
    assert told == [("SETUP", "pass")]
    assert words == "the process of this pair ended with status 0"


def test_an_order_is_read_as_it_was_written() -> None:
    """The scenes that are asked for among it."""
    assert Order.from_json(ORDER.to_json()) == ORDER
