"""Options that several commands have, and what completes them."""

from pathlib import Path
from typing import Annotated

import typer


def complete_vendor(incomplete: str) -> list[str]:
    """The vendors whose names begin so."""
    from oran_harness.adapters import list_vendors

    return [vendor.name for vendor in list_vendors() if vendor.name.startswith(incomplete)]


AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="URI|local[:N]",
        help="Spread it over the workers of the Dask scheduler there, or over N of this machine.",
    ),
]
OutFolder = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="Where the results go.", show_default="results/<time>"),
]
OwnThis = Annotated[bool, typer.Option("--i-own-this", help="Do not ask before testing beyond this machine.")]
VendorsFolder = Annotated[
    Path | None, typer.Option("--vendors", metavar="DIR", help="Look for vendors in this folder first.")
]
