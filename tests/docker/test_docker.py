"""The image and the compose file are as they should be; images are built only where a builder runs."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DOCKER = ROOT / "docker"
TOOLS = Path(sys.executable).parent


def run(*command: str | Path) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((DOCKER / "compose.yaml").read_text())
    return loaded


def test_the_dockerfile_is_clean() -> None:
    """Hadolint has nothing to say."""
    run(TOOLS / "hadolint", DOCKER / "Dockerfile")


def test_the_image_runs_without_rights() -> None:
    """The last stage ends as a user that is not root."""
    last = (DOCKER / "Dockerfile").read_text().rsplit("\nFROM ", 1)[1]
    users = [line.split()[1] for line in last.splitlines() if line.startswith("USER ")]
    assert users == ["10001"]


def test_everything_copied_is_there() -> None:
    """Each source of a COPY exists, and .dockerignore lets it in."""
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = [
        source
        for line in (DOCKER / "Dockerfile").read_text().splitlines()
        if line.startswith("COPY ") and "--from" not in line
        for source in line.split()[1:-1]
    ]
    assert copied
    assert {source for source in copied if not (ROOT / source).exists() or source not in let_in} == set()


def test_the_compose_file_follows_its_schema() -> None:
    """The schema of Compose has nothing to say."""
    run(TOOLS / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", DOCKER / "compose.yaml")


def test_the_commands_of_the_compose_file_exist() -> None:
    """Each command, asked for help, knows its options."""
    for name, service in compose()["services"].items():
        if name == "prometheus":
            continue
        command = service["command"]
        done = subprocess.run(
            [sys.executable, "-m", "oran_harness", command[0], "--help"], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert [option for option in command if option.startswith("--") and option not in done.stdout] == []


@pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool is not installed (apt install prometheus)")
def test_prometheus_accepts_its_configuration() -> None:
    """Promtool has nothing to say, and every target is a service."""
    run("promtool", "check", "config", DOCKER / "prometheus.yml")
    targets = yaml.safe_load((DOCKER / "prometheus.yml").read_text())["scrape_configs"][0]["static_configs"][0]
    assert {target.split(":")[0] for target in targets["targets"]} < set(compose()["services"])


def _engine() -> bool:
    return (
        shutil.which("docker") is not None
        and not subprocess.run(["docker", "version"], capture_output=True, check=False).returncode
    )


@pytest.mark.skipif(not _engine(), reason="no Docker engine runs here")
def test_the_image_can_be_built_and_run() -> None:
    """The image answers, as a user without rights."""
    run("docker", "build", "-q", "-f", DOCKER / "Dockerfile", "-t", "oran-harness-test", ".")
    run("docker", "run", "--rm", "--read-only", "oran-harness-test", "list", "cases")
