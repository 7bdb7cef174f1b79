"""A stand-in for docker: an engine in a process of its own, and the program that asks it, by its contract.

It knows the options that are used here, and refuses all others as docker does, with status 125. Its images are Python
programs. A container belongs to the engine: it lives on when the program that ran it is killed.
"""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

PROGRAM = """#!{python} -IS
import argparse, json, os, signal, socket, sys, threading

def ask(request):
    channel = socket.socket(socket.AF_UNIX)
    try:
        channel.connect({socket!r})
    except OSError:
        sys.exit("Cannot connect to the engine at {socket}. Is it running?")
    channel.sendall(json.dumps(request).encode() + b"\\n")
    return channel

class Parser(argparse.ArgumentParser):
    def error(self, message):
        sys.stderr.write("docker: " + message + "\\n")
        sys.exit(125)

parser = Parser(allow_abbrev=False)
commands = parser.add_subparsers(dest="do", required=True)
run, rm, ps = (commands.add_parser(name, allow_abbrev=False) for name in ("run", "rm", "ps"))
for flag in ("--rm", "--interactive", "--init"):
    run.add_argument(flag, action="store_true")
for option in ("--name", "--network"):
    run.add_argument(option)
for option in ("--label", "--publish", "--volume", "--env"):
    run.add_argument(option, action="append", default=[])
run.add_argument("image")
run.add_argument("words", nargs=argparse.REMAINDER)
rm.add_argument("--force", action="store_true")
rm.add_argument("names", nargs="+")
ps.add_argument("--quiet", action="store_true")
given = vars(parser.parse_args())
given["env"] = [each if "=" in each else each + "=" + os.environ[each] for each in given.get("env", ())]
channel = ask(given)
def forward(number, frame):
    channel.sendall(json.dumps({{"signal": number}}).encode() + b"\\n")
for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR1):
    signal.signal(number, forward)
def feed():
    while octets := os.read(0, 65536):
        channel.sendall(json.dumps({{"stdin": octets.decode()}}).encode() + b"\\n")
if given.get("interactive"):
    threading.Thread(target=feed, daemon=True).start()
for line in channel.makefile("rb"):
    told = json.loads(line)
    if "status" in told:
        sys.stderr.write(told.get("said", ""))
        sys.stderr.flush()
        os._exit(told["status"])
    os.write(told["stream"], told["text"].encode())
"""

ENGINE = r"""
import json, os, signal, socketserver, subprocess, sys, threading
place, images = sys.argv[1:]
containers = {}

class Handler(socketserver.StreamRequestHandler):
    def tell(self, **line):
        try:
            self.wfile.write(json.dumps(line).encode() + b"\n")
        except OSError:
            pass

    def handle(self):
        request = json.loads(self.rfile.readline())
        getattr(self, request["do"])(request)

    def ps(self, request):
        self.tell(stream=1, text="".join(f"{name}\n" for name in containers))
        self.tell(status=0)

    def rm(self, request):
        status, said = 0, ""
        for name in request["names"]:
            process = containers.pop(name, None)
            if process is None:
                status, said = 1, f"Error response from daemon: No such container: {name}\n"
            else:
                process.kill()
                process.wait()
        self.tell(status=status, said=said)

    def run(self, request):
        image = os.path.join(images, request["image"].replace("/", "_"))
        if not os.path.exists(image):
            self.tell(status=125, said=f"Unable to find image '{request['image']}' locally\n")
            return
        name = request["name"]
        with open(os.path.join(images, "requests"), "a") as log:
            log.write(json.dumps(request) + "\n")
        environment = dict(each.split("=", 1) for each in request["env"])
        process = containers[name] = subprocess.Popen(
            [sys.executable, "-I", "-S", image, *request["words"]], env=environment, start_new_session=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        threads = [threading.Thread(target=self.pump, args=(number, stream), daemon=True)
                   for number, stream in ((1, process.stdout), (2, process.stderr))]
        threads.append(threading.Thread(target=self.obey, args=(process,), daemon=True))
        for thread in threads:
            thread.start()
        status = process.wait()
        for thread in threads[:2]:
            thread.join(2)
        if request["rm"]:
            containers.pop(name, None)
        self.tell(status=status if status >= 0 else 128 - status)

    def pump(self, number, stream):
        while octets := os.read(stream.fileno(), 65536):
            self.tell(stream=number, text=octets.decode())

    def obey(self, process):
        for line in self.rfile:
            told = json.loads(line)
            if "signal" in told:
                process.send_signal(told["signal"])
            else:
                process.stdin.write(told["stdin"].encode())
                process.stdin.flush()

class Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True

server = Server(place, Handler)
print("ready", flush=True)
server.serve_forever()
"""


class Engine:
    """An engine that runs, with a program ``docker`` in ``bin``."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.images = folder / "images"
        self._socket = f"/tmp/oran-harness-test-{os.getpid()}-{time.monotonic_ns()}"

    def image(self, name: str, program: str) -> None:
        """Give it an image: a Python program."""
        (self.images / name.replace("/", "_")).write_text(program)

    @property
    def requests(self) -> str:
        """All containers that were asked for, one JSON document a line."""
        return (self.images / "requests").read_text()

    def containers(self) -> list[str]:
        """The names of those that there are."""
        asked = subprocess.run([self.bin / "docker", "ps", "--quiet"], capture_output=True, check=True, timeout=20)
        return asked.stdout.decode().split()

    @contextlib.contextmanager
    def running(self) -> Iterator["Engine"]:
        """While it is entered, it answers."""
        self.images.mkdir()
        program(self.bin, "docker", self._socket)
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", ENGINE, self._socket, str(self.images)], stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == b"ready\n"
            yield self
        finally:
            for name in self.containers():
                subprocess.run([self.bin / "docker", "rm", "--force", name], check=True, timeout=20)
            process.kill()
            process.wait()
            process.stdout.close()
            Path(self._socket).unlink()


def program(folder: Path, name: str, socket: str = "/no/engine") -> Path:
    """A program of that name in a folder, which asks the engine at a socket."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(PROGRAM.format(python=sys.executable, socket=socket))
    path.chmod(0o755)
    return path
