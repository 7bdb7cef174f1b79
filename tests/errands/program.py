"""A program as workers run it: it does what its order says, and ends when its standard input does."""

import json
import os
import select
import signal
import sys
from pathlib import Path


def main() -> None:
    """Write down who runs it, and do one thing after the other."""
    order = json.loads(sys.stdin.readline())
    with open(order["diary"], "a", encoding="utf-8") as diary:
        diary.write(f"{order['name']} {os.getpid()} {os.getppid()}\n")
    if order.get("kills"):
        os.kill(os.getppid(), signal.SIGKILL)
    if select.select([sys.stdin], [], [], order.get("takes_s", 0.0))[0]:
        return  # whoever ordered it is gone
    text = Path(order["sent"], "words.txt").read_text("utf-8") if "sent" in order else ""
    Path(order["folder"], "result.txt").write_text(f"{order['name']}: {text}", "utf-8")


if __name__ == "__main__":
    main()
