"""Errands on a Dask cluster: done again when a worker dies, in whatever order they come home."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

from oran_harness.errands import worker
from oran_harness.errands.cluster_name import ClusterName
from oran_harness.errands.errand import Done, Errand
from oran_harness.errands.quarantine import Quarantine
from oran_harness.model import UsageError
from oran_harness.resources import harness_version

if TYPE_CHECKING:
    from distributed import Client

EXTRA = "cluster"
"""The optional extra that brings Dask."""
_CONNECTING_S = 10.0
_WORKERS_S = 20.0
"""Seconds in which a cluster has its first worker."""
_LOOK_S = 1.0
_ABSENT_S = 60.0
"""Seconds that a cluster may be without any worker."""
_ENDING_S = 30.0
"""Seconds in which workers have stopped what nobody wants any more."""
_RETRIES = 2
_LOGGERS = ("", ".client", ".core", ".scheduler", ".worker", ".nanny", ".comm", ".batched")


class Cluster:
    """A cluster that is there. It keeps watch over its workers while it is entered."""

    def __init__(self, client: "Client", name: ClusterName, *, absent: float = _ABSENT_S) -> None:
        self._client = client
        self._name = name
        self._absent = absent
        self._quarantine = Quarantine()
        self._lost: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._watching: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Cluster":
        self._watching = asyncio.create_task(self._watch())
        return self

    async def __aexit__(self, *exception: object) -> None:
        if self._watching is not None:
            self._watching.cancel()
            with suppress(asyncio.CancelledError):
                await self._watching
        if not self._lost.done():
            await self._ended()

    async def do(self, errand: Errand) -> Done:
        """Have an errand done by a worker; another does it where one dies.

        One that workers died of is done once more when no other is under way, so that nobody else is held for the
        killer. Cancelled, it is stopped. It does not raise for anything that happens to the cluster.
        """
        from distributed import KilledWorker

        async with self._quarantine.beside_others():
            done = await self._tried(errand)
        if isinstance(done, KilledWorker):
            async with self._quarantine.alone():
                done = await self._tried(errand)
        if isinstance(done, KilledWorker):
            return Done(f"{errand.what} killed every worker that took it, also where it was alone there")
        if isinstance(done, Exception):
            return Done(f"{errand.what} could not be done on {self._name}: {_said(done)}")
        return done

    async def _tried(self, errand: Errand) -> Done | Exception:
        """What came of an errand, or why nothing did."""
        if self._lost.done():
            return Done(self._lost.result())
        future = self._client.submit(worker.do, errand, pure=False, retries=_RETRIES)
        waiting = asyncio.create_task(_result(future))
        try:
            await asyncio.wait((waiting, self._lost), return_when=asyncio.FIRST_COMPLETED)
            if not waiting.done():
                return Done(self._lost.result())
            return waiting.result()
        finally:
            waiting.cancel()
            future.release()

    async def _watch(self) -> None:
        """See whether anybody is there who could do something."""
        clock = asyncio.get_running_loop().time
        seen = clock()
        while not self._lost.done():
            await asyncio.sleep(_LOOK_S)
            try:
                workers = await asyncio.wait_for(self._client.scheduler.identity(n_workers=-1), _ABSENT_S)
            except Exception as error:  # however a scheduler goes away, it is gone
                self._lost.set_result(f"the scheduler of {self._name} is gone: {_said(error)}")
                return
            if workers["workers"]:
                seen = clock()
            elif clock() - seen > self._absent:
                self._lost.set_result(f"{self._name} has had no worker for {self._absent:g} s")

    async def _ended(self) -> None:
        """Wait until workers have stopped what nobody wants any more."""
        with suppress(Exception):  # a worker that cannot be asked any more is at nothing
            async with asyncio.timeout(_ENDING_S):
                while any((await self._client.run(worker.under_way, on_error="ignore")).values()):
                    await asyncio.sleep(_LOOK_S)


@asynccontextmanager
async def joined(name: ClusterName) -> AsyncIterator[Cluster]:
    """The cluster of that name; one on this machine is made, and ended afterwards.

    Raises ``UsageError`` if Dask is not installed, the cluster is not there or has no workers, or one of them has not
    the same version of the harness.
    """
    _check_extra()
    from distributed import Client

    for logger in _LOGGERS:
        # What happens to workers is told by the errands that it matters to.
        logging.getLogger(f"distributed{logger}").setLevel(logging.CRITICAL)
    async with AsyncExitStack() as stack:
        place: Any = name.uri
        if place is None:
            place = await stack.enter_async_context(_local(name.workers))
        client = Client(place, asynchronous=True, timeout=_CONNECTING_S)
        stack.push_async_callback(_closed, client)
        try:
            # Its own time limit does not hold where somebody answers and hangs up.
            async with asyncio.timeout(_CONNECTING_S + _LOOK_S):
                await client
        except Exception as error:  # whatever else listens there may answer anything
            raise UsageError(
                f"No Dask scheduler answers at {name} ({_said(error)}); start one with 'dask scheduler', and workers "
                f"with 'dask worker {name}', or use --cluster local."
            ) from error
        await _check_workers(client, name)
        yield await stack.enter_async_context(Cluster(client, name))


async def _closed(client: "Client") -> None:
    """Close a client, as far as that can be done in time."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_CONNECTING_S):
            await client.close()


def _local(workers: int) -> Any:
    """A cluster on this machine that nobody else can join: workers do what they are told by whoever reaches them."""
    from distributed import LocalCluster, Security

    return LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        worker_dashboard_address="127.0.0.1:0",
        security=Security.temporary(),
        silence_logs=logging.CRITICAL,
        asynchronous=True,
        preload=[worker.__name__],
    )


def _check_extra() -> None:
    try:
        import cryptography  # noqa: F401 - certificates of a local cluster
        import distributed  # noqa: F401
    except ImportError as error:
        raise UsageError(
            f"--cluster needs Dask, which is not installed ({error}); install it with "
            f"pip install 'oran-harness[{EXTRA}]'."
        ) from error


async def _check_workers(client: "Client", name: ClusterName) -> None:
    """Raise ``UsageError`` unless there are workers, and all of them can do what they will be asked for."""
    try:
        await client.wait_for_workers(1, timeout=_WORKERS_S)
    except TimeoutError:
        raise UsageError(f"{name} has no workers; start one or several with 'dask worker {name}'.") from None
    try:
        async with asyncio.timeout(_WORKERS_S):
            versions = await client.run(worker.version, on_error="return")
    except TimeoutError:
        raise UsageError(
            f"Not all workers of {name} answer within {_WORKERS_S:g} s; end those that hang, or start the cluster anew."
        ) from None
    own = harness_version()
    for address, version in versions.items():
        if isinstance(version, Exception):
            raise UsageError(
                f"The worker {address} cannot run oran-harness ({_said(version)}); install version {own} there."
            )
        if version != own:
            raise UsageError(f"The worker {address} has oran-harness {version}; install version {own} there.")


async def _result(future: Any) -> Done | Exception:
    try:
        done: Done = await future.result()
    except Exception as error:  # of a task, of a worker or of the cluster: the errand has not been done
        return error
    return done


def _said(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return (lines[0] if lines else type(error).__name__).rstrip(".")[:300]
