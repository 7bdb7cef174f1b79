"""A product that comes as an image: the command lines that docker and podman have in common.

The runtime's own program runs in the foreground, as a product would: what the container prints comes through it, the
signals that it gets go to the container, and its exit status is the container's. Should it be killed, the container
does not notice; so whoever runs it removes the container afterwards.
"""

import asyncio
import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from oran_harness.model import UsageError

RUNTIMES = ("docker", "podman")
LABEL = "oran-harness"
"""What all containers that are started here are labelled with."""
QUESTION = ("ps", "--quiet")
"""Of the questions that both runtimes understand this ends with a status other than 0 where no engine is."""
ANSWER_S = 20.0
"""Seconds until an engine that does not answer counts as none."""


@dataclass(frozen=True, slots=True)
class ContainerLine:
    """The commands that run a container and that remove it, whatever became of it."""

    run: tuple[str, ...]
    remove: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Container:
    """An image and how it is run.

    ``runtime`` is one of ``RUNTIMES``, None for the first of them that this machine has. ``ports`` and ``volumes`` are
    written as ``run --publish`` and ``--volume`` take them; a volume's source that begins with ``./`` or ``../`` is
    relative to the profile. ``options`` are further words for ``run``.
    """

    image: str
    runtime: str | None = None
    network: str = "host"
    ports: tuple[str, ...] = ()
    volumes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    def line(
        self,
        name: str,
        words: Sequence[str],
        filled: Callable[[str], str],
        *,
        folder: Path,
        plain: Mapping[str, str],
        taken_over: Sequence[str],
        stdin: bool,
    ) -> ContainerLine:
        """The commands for a container of that name.

        ``words`` follow the image's name; ``filled`` replaces placeholders; ``plain`` are variables with their values,
        ``taken_over`` those whose values the runtime takes from its own environment, so that no list of processes
        shows them. Raises ``UsageError`` if there is no runtime.
        """
        runtime = self._program()
        run = [runtime, "run", "--rm", f"--name={name}", f"--label={LABEL}", f"--network={self.network}"]
        run += ["--interactive"] if stdin else []
        run += [f"--publish={filled(port)}" for port in self.ports]
        run += [f"--volume={_from(folder, filled(volume))}" for volume in self.volumes]
        run += [f"--env={variable}={value}" for variable, value in plain.items()]
        run += [f"--env={variable}" for variable in taken_over]
        run += [filled(option) for option in self.options]
        return ContainerLine((*run, self.image, *words), (runtime, "rm", "--force", name))

    def _program(self) -> str:
        """The runtime's path. Raises ``UsageError``."""
        wanted = RUNTIMES if self.runtime is None else (self.runtime,)
        for runtime in wanted:
            path = shutil.which(runtime)
            if path is not None:
                return path
        raise UsageError(
            f"The image {self.image} needs {' or '.join(wanted)}, which is not on the PATH; install it, or start the "
            "product yourself and name its address in the profile."
        )


def new_name() -> str:
    """A name that no other container has."""
    return f"{LABEL}-{secrets.token_hex(6)}"


async def engine_answers(runtime: str) -> None:
    """Raise ``UsageError`` if a runtime has no engine behind it, or not for us."""
    process = await asyncio.create_subprocess_exec(
        runtime,
        *QUESTION,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    said = b""
    try:
        async with asyncio.timeout(ANSWER_S):
            _, said = await process.communicate()
        problem = f"exit status {process.returncode}"
    except TimeoutError:
        problem = f"no answer within {ANSWER_S:g} s"
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    if process.returncode != 0:
        words = " ".join(said.decode("utf-8", "replace").split())[:300] or problem
        raise UsageError(
            f"{os.path.basename(runtime)} is here, but no engine that runs containers answers it "
            f"({words.rstrip('.')}); start the engine, or let this user use it."
        )


def _from(folder: Path, volume: str) -> str:
    source, colon, rest = volume.partition(":")
    return f"{(folder / source).resolve()}{colon}{rest}" if source.startswith(("./", "../")) else volume
