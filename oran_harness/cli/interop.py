"""``interop``: every pair of vendors whose roles meet."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from oran_harness.cli.options import AsJson, Cluster, OutFolder, OwnThis, VendorsFolder, complete_vendor


def interop(
    vendors: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[VENDOR[:ROLE]...]",
            help="Names, or paths of folders with a profile.toml; all where none is named.",
            autocompletion=complete_vendor,
        ),
    ] = None,
    folder: VendorsFolder = None,
    out: OutFolder = None,
    resume: Annotated[
        Path | None,
        typer.Option("--resume", metavar="DIR", help="Go on with the matrix there: what is through stays as it is."),
    ] = None,
    keyword: Annotated[
        list[str] | None,
        typer.Option("-k", "--keyword", metavar="TEXT", help="Only scenes with this text in id, title or clause."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            metavar="N",
            min=1,
            max=64,
            help="Pairs at the same time.",
            show_default="2; with --cluster as many as it takes",
        ),
    ] = None,
    cluster: Cluster = None,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="S", min=0.1, max=3600, help="Seconds that an answer may take.")
    ] = 5.0,
    patience: Annotated[
        float,
        typer.Option("--patience", metavar="S", min=0.1, max=3600, help="Seconds until a node is set up."),
    ] = 30.0,
    e2ap: Annotated[
        str | None,
        typer.Option(
            "--e2ap", metavar="VERSION", help="The E2AP version to speak.", show_default="3.01, or what both claim"
        ),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0, help="Where chance begins.")] = 0,
    as_json: AsJson = False,
    i_own_this: OwnThis = False,
) -> int:
    """Bring every E2 node together with every near-RT RIC, and show who works with whom, and who is to blame.

    Each pair meets over the tap, in a process of its own: E2 Setup, updates, subscriptions of each service model and
    style, reports, control, query, modification, delete, reset, loss of the link, restarts, removal. What a product
    cannot be asked to do is skip; what it does not offer or claim is unsupported. A pair that has no E2AP version in
    common by what both vendors declare is not started.

    DIR gets interop.json, and a folder for each pair with results.json, junit.xml and the history of all that passed.
    It is written as pairs are through: with --resume DIR a matrix that was broken off goes on.

    A person who looks after a product (operator = true) is asked at the terminal, for one pair at a time.

    With --cluster the workers of a Dask cluster bring the pairs together, on their machines: the vendors' folders are
    sent there, what they start has to be there. Results come home; a pair whose worker dies is done by another.

    Exit codes:
      0    at least one pass, and no pair fails
      1    a pair fails by the doing of one of the two
      2    wrong usage or configuration
      3    a pair fails and nobody can be blamed, something inconclusive, an error, or not one pass
      130  interrupted with Ctrl-C

    Examples:
      oran-harness interop
      oran-harness interop oran-harness-node ./vendors/alfa:near-rt-ric --out results/alfa
      oran-harness interop --vendors ./vendors --jobs 4 --json | jq '.cells[] | select(.blame)'
      oran-harness interop -k setup --cluster local:4
    """
    from oran_harness.cli.clustered import cluster_of
    from oran_harness.cli.interoperation import (
        Interoperation,
        check_attended,
        check_begun,
        check_scenes,
        matches_of,
        nobody_to_ask,
    )
    from oran_harness.cli.testing_ground import confirm_outside, new_folder
    from oran_harness.interop.pairs.steering import Steering
    from oran_harness.model import UsageError

    if resume is not None and out is not None:
        raise UsageError("--resume names the folder of the results; leave --out out.")
    check_begun(resume)
    matches = matches_of(vendors or (), folder, e2ap)
    nobody = nobody_to_ask(as_json=as_json, cluster=cluster is not None)
    if resume is None:
        check_attended(matches, nobody)
    for uri in sorted({uri for match in matches for uri in match.addresses}):
        confirm_outside(uri, i_own_this)
    name = cluster_of(cluster, i_own_this)
    place = resume if resume is not None else new_folder(out)
    steering = Steering(e2ap or "", timeout, patience, seed, tuple(keyword or ()))
    check_scenes(steering)
    running = Interoperation(
        matches, place, steering, jobs=jobs, resume=resume is not None, cluster=name, nobody=nobody
    )
    running.run()
    if as_json:
        sys.stdout.write(running.document())
    else:
        running.show()
    return running.exit_code
