"""A pair's process that brings nobody together: the first pairs by name take longest."""

import sys
import time
from dataclasses import replace
from pathlib import Path

from oran_harness.interop.matrix.cell import Cell, write_cell
from oran_harness.interop.matrix.order import Order

if __name__ == "__main__":
    order = Order.from_json(sys.stdin.readline())
    node, ric = Path(order.node).name, Path(order.ric).name
    time.sleep({"alfa": 0.6, "bravo": 0.3}.get(node, 0.0))
    blank = Cell(node, ric, reason=f"{node} with {ric}", results=f"{Path(order.folder).name}/results.json")
    (Path(order.folder) / "results.json").write_text("{}")
    write_cell(Path(order.folder), order.print, replace(blank, summary={**blank.summary, "pass": len(node)}))
