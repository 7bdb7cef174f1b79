"""Products to try adapters with: small programs, each with one trait."""

from pathlib import Path
from typing import Any

from oran_harness.adapters import Launch

READY = "print('agent ready', flush=True)\n"
SLEEP = "import time; time.sleep(600)\n"


def launch(program: str, *arguments: str, ready: str | None = "agent ready", **fields: Any) -> Launch:
    """A launch of a Python program that is given as text."""
    command = ("{python}", "-I", "-S", "-c", program, *arguments)
    fields = {"folder": Path.cwd(), "cwd": Path.cwd(), "ready_timeout_s": 20.0, "stop_timeout_s": 0.1} | fields
    return Launch(command=command, ready=ready, **fields)


ANSWERING = """
import json, sys
print('agent ready', flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    name, arguments = asked['stimulus'], asked['arguments']
    if name == 'subscribe':
        print('about to subscribe', flush=True)
        print(json.dumps({'stimulus': name, 'status': 'done', 'details': arguments}), flush=True)
    elif name == 'garbage':
        print('{"stimulus": "garbage", "status": "perhaps"}', flush=True)
        print('{"stimulus": ["garbage"], "status": ["done"]}', flush=True)
        print('[' * 5000, flush=True)
        print('{"stimulus": "garbage", "status": "failed", "details": {}}', flush=True)
    elif name == 'late':
        import time; time.sleep(arguments['after'])
        print(json.dumps({'stimulus': name, 'status': 'done', 'details': arguments}), flush=True)
    elif name == 'die':
        print('out of here', flush=True)
        raise SystemExit(7)
    elif name == 'silence':
        pass
    else:
        print(json.dumps({'stimulus': name, 'status': 'unsupported', 'details': {}}), flush=True)
"""
"""Takes stimuli on its standard input."""

FAMILY = """
import os, sys, time
ready, seconds = os.pipe()
for alone in (False, True):
    if os.fork() == 0:
        if alone:
            os.setsid()
            if os.fork():
                os._exit(0)
        os.write(seconds, b'.')
        time.sleep(600)
        os._exit(0)
while len(os.read(ready, 1)) and not alone: pass
os.read(ready, 1)
print('agent ready', flush=True)
time.sleep(600)
"""
"""Starts a child, and a grandchild that has gone into the background in a session of its own."""

LISTENER = """
import json, socket, sys, threading
listener = socket.create_server(("127.0.0.1", int(sys.argv[1].rpartition(':')[2])))
print('agent ready', flush=True)
def serve():
    while True:
        listener.accept()[0].close()
threading.Thread(target=serve, daemon=True).start()
for line in sys.stdin:
    name = json.loads(line)['stimulus']
    print(json.dumps({'stimulus': name, 'status': 'unsupported', 'details': {}}), flush=True)
"""
"""Listens at its first argument, a URI, and takes stimuli, none of which it knows."""
