"""``run``: the conformance suite against one product."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from oran_harness.cli.options import AsJson, Cluster, OutFolder, OwnThis, VendorsFolder, complete_vendor
from oran_harness.model.order import Order
from oran_harness.model.role import Role


def run(
    suites: Annotated[
        list[str] | None, typer.Argument(metavar="[SUITE...]", help="Suites, or ids of cases; all where none is named.")
    ] = None,
    sut: Annotated[
        str | None,
        typer.Option(
            "--sut",
            metavar="VENDOR[:ROLE]",
            help="The product: a vendor's name, or the path of a folder with a profile.toml.",
            autocompletion=complete_vendor,
        ),
    ] = None,
    role: Annotated[Role | None, typer.Option("--role", help="The role of a product without a profile.")] = None,
    listen: Annotated[
        str | None, typer.Option("--listen", metavar="URI", help="Wait here for a product that connects.")
    ] = None,
    connect: Annotated[str | None, typer.Option("--connect", metavar="URI", help="Where a product listens.")] = None,
    vendors: VendorsFolder = None,
    out: OutFolder = None,
    keyword: Annotated[
        list[str] | None,
        typer.Option("-k", "--keyword", metavar="TEXT", help="Only cases with this text in id, title or clause."),
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help="Only cases with this tag; !TAG: without it.")
    ] = None,
    clause: Annotated[
        list[str] | None, typer.Option("--clause", metavar="CLAUSE", help="Only cases of this clause.")
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="S", min=0.1, max=3600, help="Seconds that the product has to answer.")
    ] = 5.0,
    e2ap: Annotated[
        str | None,
        typer.Option(
            "--e2ap", metavar="VERSION", help="The E2AP version to speak.", show_default="3.01, or what the SUT claims"
        ),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0, help="What ids and mutations come from.")] = 0,
    repeat: Annotated[
        int, typer.Option("--repeat", metavar="N", min=1, max=1000, help="Perform each case so often.")
    ] = 1,
    cluster: Cluster = None,
    order: Annotated[
        Order, typer.Option("--order", help="In which order; random is decided by the seed.")
    ] = Order.DECLARED,
    fault: Annotated[
        list[str] | None,
        typer.Option(
            "--fault",
            metavar="NAME=VALUE",
            help="Do that to the link, as delay=50ms or loss=1%; may be repeated. list faults shows all.",
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 1 for a should-level fail, too.")] = False,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="expected|FILE",
            help="Exit code 0 only if every verdict is the one that this file lists; expected: the vendor's own.",
        ),
    ] = None,
    write_expected: Annotated[
        str | None,
        typer.Option(
            "--write-expected",
            metavar="expected|FILE",
            help="Afterwards put what is wrong and not listed into this file; expected: the vendor's own.",
        ),
    ] = None,
    policy: Annotated[
        str | None,
        typer.Option(
            "--policy",
            metavar="NAME|FILE",
            help="What the security cases ask of SSH, TLS and passwords: o1, m-plane, or a TOML file.",
            show_default="o1",
        ),
    ] = None,
    client_ca: Annotated[
        Path | None,
        typer.Option(
            "--client-ca",
            metavar="FILE",
            help="Certificate and key (PEM) of the CA that the product trusts: wrong certificates are issued by it.",
        ),
    ] = None,
    guess: Annotated[
        str | None,
        typer.Option(
            "--guess",
            metavar="NAME=PLACE",
            help="A user whose password may be guessed until he is locked; the right one is at env:VAR or file:FILE.",
        ),
    ] = None,
    as_json: AsJson = False,
    metrics_port: Annotated[
        str | None,
        typer.Option("--metrics-port", metavar="[HOST:]PORT", help="Serve metrics for Prometheus while it runs."),
    ] = None,
    step: Annotated[bool, typer.Option("--step", help="Before each case show what comes, and wait for Enter.")] = False,
    i_own_this: OwnThis = False,
) -> int:
    """Run the conformance suite against one product: verdicts, and what was wrong, with the messages.

    With --sut a vendor's profile says how the product is started and reached, and what it claims. Without a
    profile give its --role, and --connect or --listen: then every case runs, and a proper refusal is `unsupported`.

    First the product is met: one E2 Setup. If that does not work, the run says what is wrong and what to try, and the
    cases that need it are `skip`. At a terminal a product without a profile is waited for as long as it takes.

    DIR gets results.json, junit.xml, metrics.prom and each case's history, as JSON lines and for Wireshark; they are
    written as the run goes. Ctrl-C ends a run: what was judged stays, the rest is `skip`.

    With --cluster each repetition is performed by a worker of a Dask cluster, against an instance of the product of its
    own that is started there: the vendor's folder is sent, what it starts has to be there.

    What a vendor's expected.toml lists as known is marked as such; what is listed and now passes is named (XPASS). With
    --against every verdict has to be the file's: a vendor's CI fails for what is new, and for what has become better.

    The suite security is about O1 alone: --policy says what it asks of SSH and TLS. What it cannot try without a CA
    that the product trusts, or a user who may be locked, is `skip` unless --client-ca and --guess name them.

    Exit codes:
      0    at least one pass, no must-level fail, nothing inconclusive, no error
      1    a must-level fail; with --strict, any fail; with --against, any that is not listed, and what now passes
      2    wrong usage or configuration; the product could not be started
      3    no fail, but something inconclusive or an error, not one pass, or E2 Setup did not work; or the results could
           not be written
      130  interrupted with Ctrl-C

    Examples:
      oran-harness run --sut oran-harness-ric
      oran-harness run --sut ./vendors/alfa:e2-node --out results/alfa
      oran-harness run --sut alfa --against expected
      oran-harness run --role near-rt-ric --connect sctp://127.0.0.1:36421
      oran-harness run --role e2-node --listen tcp://127.0.0.1:36421 -k setup --tag '!slow'
      oran-harness run --role e2-node --listen sctp://0.0.0.0:36421 --step E2AP-SETUP-201
      oran-harness run security --role o1-provider --connect 'netconf+ssh://admin@127.0.0.1:830?password=env:PW'
      oran-harness run --sut oran-harness-ric --repeat 8 --cluster local:4
      oran-harness run --sut oran-harness-ric --order random --seed 7 --fault delay=50ms --fault loss=1%
    """
    # Imported here: whoever asks for help, or completes a word, need not wait for all of it.
    from oran_harness.cli.clustered import cluster_of
    from oran_harness.cli.expecting import expectations_for, proposal_for, propose
    from oran_harness.cli.operating import Operating
    from oran_harness.cli.repetition_order import RepetitionOrder
    from oran_harness.cli.running import Running, Suite, performed_here
    from oran_harness.cli.shown.terminal import is_interactive
    from oran_harness.cli.spread_run import SpreadRun
    from oran_harness.cli.testing_ground import (
        chosen_sources,
        command_line,
        confirm_outside,
        new_folder,
        options_for,
        security_options,
        seeds_of,
        target_of,
    )
    from oran_harness.faults import parse_faults
    from oran_harness.model import UsageError
    from oran_harness.runner import Options, Selection, plan

    if step:
        from oran_harness.cli.stepping import check_terminal

        if as_json:
            raise UsageError("--step asks, and --json is for programs; use one of them.")
        check_terminal()
    faults = parse_faults(fault or ())
    attended = is_interactive(sys.stdin) and is_interactive(sys.stderr)
    operating = Operating(sys.stdin) if attended else None
    target = target_of(sut, role, listen, connect, vendors, operating)
    selection = Selection(*(tuple(each or ()) for each in (suites, keyword, tag, clause)))
    folder = new_folder(out)
    chosen = chosen_sources(target.role, selection, seeds_of(folder))
    options = options_for(target, e2ap, timeout, seed, order, faults)
    options = replace(options, **security_options(target, policy, client_ca, guess))
    options = replace(options, known=expectations_for(target, against, options.edition))
    proposal = proposal_for(target, write_expected)
    for uri in filter(None, (target.wire.uri, target.adapter_uri)):
        confirm_outside(uri, i_own_this)
    given: dict[str, object] = {
        "--sut": sut,
        "--role": role,
        "--listen": listen,
        "--connect": connect,
        "--vendors": vendors,
        "--e2ap": e2ap,
        "--policy": policy,
        "--client-ca": client_ca,
        "--guess": guess,
    }
    given |= {"--timeout": timeout if timeout != Options().timeout else None, "--seed": seed or None}
    flags = [*(f"--fault={word}" for word in faults.words), *(["--i-own-this"] if i_own_this else [])]
    suite: Suite = performed_here
    name = cluster_of(cluster, i_own_this)
    if name is not None:
        if step:
            raise UsageError("--step asks before each case, and a cluster cannot; leave one of the two out.")
        suite = SpreadRun(name, RepetitionOrder.of(target, selection, options, repeat), folder)
    running = Running(
        target,
        plan(chosen, seed, repeat, order),
        options,
        folder,
        strict=strict,
        metrics_at=metrics_port,
        command=command_line(given, *flags),
        step=step,
        against=against is not None,
        watched=attended and not as_json,
        operating=operating,
        suite=suite,
    )
    running.run()
    if as_json:
        sys.stdout.write(running.document())
    else:
        running.show()
    if proposal is not None:
        typer.echo(propose(running.outcome, target, proposal), err=True)
    return running.exit_code
