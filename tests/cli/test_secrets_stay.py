"""Secrets of a profile reach nothing that a run writes or shows."""

import os
from pathlib import Path

import pytest

from oran_harness.drivers.stimulation import AGAIN
from tests.cli.run import run

TOKEN = 'hunter2"\\hunter2'
KEY = "-----BEGIN KEY-----\nc2VjcmV0LW9mLXRoZS1iZW5jaA\nYW5vdGhlci1saW5lLW9mLWl0\n-----END KEY-----"
PARTS = ("hunter2", "c2VjcmV0", "YW5vdGhlci1saW5l", "BEGIN KEY")

# It prints its secrets in all ways that programs have, answers with them, and runs the reference RIC beside that.
PRODUCT = """
import json, os, subprocess, sys
token, key = os.environ['TOKEN'], os.environ['BENCH_KEY']
ric = subprocess.Popen([sys.executable, '-m', 'oran_harness', 'serve', 'near-rt-ric', '--listen', sys.argv[1]],
                       stdout=subprocess.PIPE, text=True)
print(token, key, json.dumps({'token': token, 'key': key}), flush=True)
print(f'token={token}', file=sys.stderr, flush=True)
print(ric.stdout.readline(), flush=True)
for line in sys.stdin:
    name = json.loads(line)['stimulus']
    status = 'unsupported' if name == 'no-such-stimulus' else 'failed'
    print(json.dumps({'stimulus': name, 'status': status, 'details': {'reason': f'{token} {key}'}}), flush=True)
    if name == 'subscribe':
        ric.kill()
        sys.exit(f'died with {token}')
"""
PROFILE = """
[vendor]
name = "alfa"

[roles.near-rt-ric]
transport = ["tcp"]

[roles.near-rt-ric.launch]
command = ["{python}", "product.py", "{own_uri}"]
ready = "ready: "
env = { TOKEN = "env:ALFA_TOKEN", BENCH_KEY = "file:bench.key" }
stimuli = "stdin"
"""


@pytest.mark.parametrize("as_json", [False, True])
def test_nothing_of_a_run_has_them(
    tmp_path: Path, as_json: bool, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Results, JUnit, histories, captures, metrics, what the product left behind, and the terminal."""
    monkeypatch.setattr("oran_harness.drivers.stimulation.AGAIN", (0.01,) * len(AGAIN))
    folder, out = tmp_path / "alfa", tmp_path / "out"
    folder.mkdir()
    (folder / "profile.toml").write_text(PROFILE)
    (folder / "product.py").write_text(PRODUCT)
    (folder / "bench.key").write_text(KEY + "\n")
    arguments = ("run", "--sut", f"{folder}{os.sep}", "--out", str(out), *(["--json"] if as_json else []))
    ended = run(*arguments, "E2AP-RESET-102", "E2AP-SUB-101", ALFA_TOKEN=TOKEN)
    written = {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert {"results.json", "junit.xml", "metrics.prom", "sut/output.log"} <= set(written)
    assert b"***" in written["sut/output.log"]
    assert any(b"token=***" in content for name, content in written.items() if name.startswith("history/"))
    shown = ended.text + ended.err + "".join(capfd.readouterr())
    for part in PARTS:
        assert part not in shown
        assert [name for name, content in written.items() if part.encode() in content] == []
