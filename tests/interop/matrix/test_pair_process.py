"""A pair in a process of its own."""

import asyncio
import json
import sys

from oran_harness.adapters import PersonsAnswer, StimulusStatus
from oran_harness.interop.matrix.order import Order
from oran_harness.interop.matrix.pair_process import PairProcess
from oran_harness.interop.matrix.question import Question
from oran_harness.interop.pairs.steering import Steering

ORDER = Order("/node", "/ric", "/out", Steering("3.01", keywords=("setup",)))


async def _obliging(pair: str, request: str) -> PersonsAnswer:
    return PersonsAnswer(StimulusStatus.DONE, f"{pair}: {request}")


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


def test_what_it_asks_is_answered() -> None:
    """On its input, by the person that there is."""
    asks = Question(1, "alfa with bravo", "start alfa").to_line()
    program = f"""if 1:
        import json
        assert json.loads(input())["attended"]; print({asks!r}, flush=True)
        print(json.dumps({{"scene": input(), "verdict": ""}}))
    """
    told: list[str] = []
    pair = PairProcess((sys.executable, "-c", program), _obliging)
    asyncio.run(pair(ORDER, lambda scene, verdict: told.append(scene)))
    (line,) = told
    assert json.loads(line) == {"question": 1, "status": "done", "reason": "alfa with bravo: start alfa"}
