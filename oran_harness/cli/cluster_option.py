"""``--cluster``, as ``interop`` and ``run`` have it."""

from typing import Any

import typer

CLUSTER: Any = typer.Option(
    "--cluster",
    metavar="URI|local[:N]",
    help="Spread it over the workers of the Dask scheduler there, or over N of this machine.",
)
