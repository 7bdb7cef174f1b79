"""``serve``: a reference peer on the wire."""

from pathlib import Path
from typing import Annotated

import typer

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.o1_extra import demand_o1
from oran_harness.model.errors import UsageError

_ROLES = ("near-rt-ric", "e2-node", "o1-provider", "o1-manager", "adapter")


def _complete_role(incomplete: str) -> list[str]:
    return [role for role in _ROLES if role.startswith(incomplete)]


def _was_given(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def serve(
    context: typer.Context,
    role: Annotated[
        str,
        typer.Argument(
            metavar="ROLE",
            help="near-rt-ric, e2-node, o1-provider or o1-manager; or adapter.",
            autocompletion=_complete_role,
        ),
    ],
    adapter: Annotated[
        str | None, typer.Argument(metavar="[MODULE:CLASS]", help="With adapter: the class that is served.")
    ] = None,
    listen: Annotated[
        str | None, typer.Option("--listen", metavar="URI", help="Wait for the other side here; port 0 takes any.")
    ] = None,
    connect: Annotated[
        str | None, typer.Option("--connect", metavar="URI", help="Open associations to the other side.")
    ] = None,
    e2ap: Annotated[str, typer.Option("--e2ap", metavar="EDITION", help="The edition of E2AP to speak.")] = "3.01",
    kpm: Annotated[
        str | None, typer.Option("--kpm", metavar="EDITION", help="E2SM-KPM's; else the one that goes with E2AP's.")
    ] = None,
    rc: Annotated[
        str | None, typer.Option("--rc", metavar="EDITION", help="E2SM-RC's; else the one that goes with E2AP's.")
    ] = None,
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help="What an e2-node is: gnb, cu-cp, cu-up, du or enb.")
    ] = "gnb",
    nodes: Annotated[int, typer.Option("--nodes", metavar="N", min=1, max=10_000, help="How many e2-nodes.")] = 1,
    number: Annotated[
        int, typer.Option("--number", metavar="N", min=1, max=1_000_000, help="The RIC's id; the first node's.")
    ] = 1,
    plmn: Annotated[str, typer.Option("--plmn", metavar="DIGITS", help="MCC and MNC, as 00101.")] = "00101",
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Decides ids, UEs and their traffic.")] = 0,
    gnb_id_length: Annotated[
        int,
        typer.Option("--gnb-id-length", metavar="BITS", min=22, max=32, help="Bits of an e2-node's gNB-ID."),
    ] = 28,
    service_models: Annotated[
        str | None,
        typer.Option(
            "--service-models",
            metavar="MODELS",
            help="What an e2-node offers, or all that a near-rt-ric takes, as kpm,rc.",
            show_default="kpm,rc; a near-rt-ric takes any",
        ),
    ] = None,
    styles: Annotated[
        str | None,
        typer.Option(
            "--styles",
            metavar="STYLES",
            help="KPM report styles offered, or subscribed to, as 1,4.",
            show_default="all",
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without", metavar="PROCEDURE", help="Refuse that, and begin none, as RICquery; may be repeated."
        ),
    ] = None,
    ppid: Annotated[
        int | None,
        typer.Option("--ppid", metavar="N", min=0, max=4_294_967_295, help="The PPID to send.", show_default="70"),
    ] = None,
    answer_after: Annotated[
        float,
        typer.Option("--answer-after", metavar="S", min=0, max=60, help="Seconds between a request and its answer."),
    ] = 0.0,
    jitter: Annotated[
        float, typer.Option("--jitter", metavar="S", min=0, max=60, help="Seconds that a report may be late at most.")
    ] = 0.0,
    subscribe: Annotated[
        list[str] | None,
        typer.Option(
            "--subscribe",
            metavar="MODEL:STYLE[:MS]",
            help="A near-rt-ric subscribes so to each node, as kpm:1:500; may be repeated.",
        ),
    ] = None,
    reconnect_after: Annotated[
        float | None,
        typer.Option(
            "--reconnect-after",
            metavar="S",
            min=0.001,
            max=3600,
            help="Seconds before a lost association is opened, or a refused E2 Setup tried, again.",
            show_default="0.1; after a refusal, and for a RIC, 1",
        ),
    ] = None,
    flaw: Annotated[
        str | None, typer.Option("--flaw", metavar="NAME", help="Plant one misbehaviour; list flaws shows all.")
    ] = None,
    keep: Annotated[
        str | None,
        typer.Option("--keep", metavar="FILE", help="With a flaw of restarts: what outlives the process lies there."),
    ] = None,
    fault: Annotated[
        list[str] | None,
        typer.Option(
            "--fault", metavar="NAME=VALUE", help="Do that to the link, as delay=50ms or loss=1%; may be repeated."
        ),
    ] = None,
    control: Annotated[
        bool, typer.Option("--control", help="Take stimuli as JSON lines on standard input, one answer a line.")
    ] = False,
    until_eof: Annotated[
        bool, typer.Option("--until-eof", help="With --control: end when standard input does.")
    ] = False,
    user: Annotated[
        list[str] | None,
        typer.Option(
            "--user", metavar="NAME=PLACE", help="An o1-provider lets NAME in; the password is at env:VAR or file:FILE."
        ),
    ] = None,
    group: Annotated[
        list[str] | None,
        typer.Option(
            "--group",
            metavar="NAME=GROUPS",
            help="NACM groups of that user, as nms,fm-pm.",
            show_default="sudo,O1_network_management",
        ),
    ] = None,
    yang_dir: Annotated[
        list[Path] | None,
        typer.Option("--yang-dir", metavar="DIR", help="An o1-provider has these YANG modules, too; may be repeated."),
    ] = None,
    state: Annotated[
        Path | None,
        typer.Option("--state", metavar="DIR", help="An o1-provider keeps its datastores and host key there."),
    ] = None,
    host_keys: Annotated[
        Path | None,
        typer.Option("--host-keys", metavar="DIR", help="An o1-provider keeps its host key there, not in --state."),
    ] = None,
    read_default: Annotated[
        str | None,
        typer.Option(
            "--read-default", metavar="RIGHT", help="What NACM says of reading: permit or deny.", show_default="deny"
        ),
    ] = None,
    stream: Annotated[
        str | None,
        typer.Option("--stream", metavar="NAME", help="An o1-manager subscribes to that stream, as NETCONF."),
    ] = None,
    i_own_this: Annotated[
        bool, typer.Option("--i-own-this", help="With adapter: do not ask before serving beyond this machine.")
    ] = False,
) -> int:
    """Play a near-RT RIC, E2 nodes or a managed element on the wire: a peer to try products and networks against.

    Prints one line "ready: URI" on standard output: with --listen once the address is open, with the port that was
    taken; with --connect at once, for it goes on connecting until somebody answers. Trouble is told on standard error.

    With --control each line {"stimulus": "subscribe", "arguments": {"service_model": "kpm", "style": 1}} is answered
    by a line {"stimulus": ..., "status": "done", "unsupported" or "failed", "details": {...}}. A near-rt-ric knows
    subscribe, modify, delete, control, query, audit, load-status, state-control, reset, service-query,
    connection-update, remove, close and state; an e2-node service-update, configuration-update,
    connection-remove, delete-required, modification-required, assistance, assistance-halt, reset, remove, report,
    insert, ue-release, connect, disconnect and close; of several, the argument "node" picks one.

    A peer can differ as products do: --gnb-id-length, --service-models, --styles, --without, --answer-after and
    --jitter leave it in order; --ppid, --flaw and --fault do not.

    An o1-provider is a managed element on O1: NETCONF over netconf+ssh:// or netconf+tls://, with --connect it calls
    home; netconf+grpc:// and netconf+grpcs:// are for machines without SSH (specs/o1/netconf.proto). Its users are
    those of --user, and the one in the address. Its modules are a small set of its own and those in --yang-dir, filled
    with data that --seed decides. With --state a restart finds what was committed.

    An o1-manager opens a session with the element at --connect, again when it is lost, or manages those that call home
    at --listen. It reads which modules there are, subscribes to --stream, and keeps supervision. Its stimuli: o1-get,
    o1-get-config, o1-edit, o1-subscribe, o1-get-schema, o1-rpc and o1-close; with the argument "wait" given as true the
    answer tells what came of it.

    "serve adapter module:Class" serves an adapter that is written in Python, for a harness on another machine: the
    seven calls of specs/adapter/adapter.proto, health and reflection. A profile names it by its URI. Over grpcs:// it
    needs ?cert=FILE&key=FILE, and demands certificates of its clients with &ca=FILE. Who can reach it can start and
    stop the product: beyond this machine it asks first.

    Exit codes:
      0    ended by SIGTERM, or by the end of standard input with --until-eof
      2    wrong usage, the port is in use, or the kernel has no SCTP
      130  ended by Ctrl-C

    Examples:
      oran-harness serve near-rt-ric --listen sctp://0.0.0.0:36421
      oran-harness serve e2-node --connect tcp://192.0.2.1:36421 --kind du --nodes 200
      oran-harness serve near-rt-ric --listen tcp://127.0.0.1:0 --subscribe kpm:1:500
      oran-harness serve e2-node --connect tcp://127.0.0.1:36421 --styles 1,4 --without RICquery --answer-after 0.3
      oran-harness serve adapter bench:Adapter --listen grpc://127.0.0.1:7000
      oran-harness serve o1-provider --listen 'netconf+ssh://admin@127.0.0.1:0?password=env:PASSWORD' --state ./element
      oran-harness serve o1-manager --connect 'netconf+ssh://admin@192.0.2.7?password=env:PASSWORD' --stream NETCONF
      echo '{"stimulus": "reset"}' | oran-harness serve e2-node --connect tcp://127.0.0.1:36421 --control
    """
    from oran_harness.cli.serve_options import demand_fitting
    from oran_harness.cli.serving import ServeOptions, announce, run

    demand_fitting(role, [each for each in context.params if _was_given(context, each)])
    if role == "adapter":
        from oran_harness.cli import adapter_serving

        adapter_serving.run(adapter, listen, announce, i_own_this=i_own_this)
        return ExitCode.FINE
    if adapter is None and role == "o1-provider":
        demand_o1()
        from oran_harness.cli import o1_serving

        if read_default not in (None, "permit", "deny"):
            raise UsageError("--read-default is permit or deny.")
        o1_serving.run(
            o1_serving.O1ServeOptions(
                listen=listen,
                connect=connect,
                users=tuple(user or ()),
                groups=tuple(group or ()),
                yang_dir=tuple(yang_dir or ()),
                state=state,
                host_keys=host_keys,
                read_default=read_default,
                reconnect_after=reconnect_after,
                flaw=flaw,
                seed=seed,
                control=control,
                until_eof=until_eof,
                fault=tuple(fault or ()),
            )
        )
        return ExitCode.FINE
    if adapter is None and role == "o1-manager":
        demand_o1()
        from oran_harness.cli import o1_manager_serving

        o1_manager_serving.run(
            o1_manager_serving.ManagerServeOptions(
                listen=listen,
                connect=connect,
                stream=stream,
                reconnect_after=reconnect_after,
                flaw=flaw,
                control=control,
                until_eof=until_eof,
                fault=tuple(fault or ()),
            )
        )
        return ExitCode.FINE
    if adapter is not None:
        raise UsageError(f"{adapter!r} is one word too many; only 'serve adapter' takes a module:Class.")
    run(
        ServeOptions(
            role=role,
            listen=listen,
            connect=connect,
            e2ap=e2ap,
            kpm=kpm,
            rc=rc,
            kind=kind,
            nodes=nodes,
            number=number,
            plmn=plmn,
            seed=seed,
            gnb_id_length=gnb_id_length,
            service_models=service_models,
            styles=styles,
            without=tuple(without or ()),
            ppid=ppid,
            answer_after=answer_after,
            jitter=jitter,
            subscribe=tuple(subscribe or ()),
            reconnect_after=reconnect_after,
            flaw=flaw,
            keep=keep,
            control=control,
            until_eof=until_eof,
            fault=tuple(fault or ()),
        )
    )
    return ExitCode.FINE
