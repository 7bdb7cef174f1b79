"""``check``: audit a capture or a history."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.options import AsJson
from oran_harness.cli.shown.printable import printable
from oran_harness.model.errors import InputError, UsageError


def _complete_rule(incomplete: str) -> list[str]:
    from oran_harness.cli.shown.rule_entry import rule_ids

    return [name for name in rule_ids() if name.startswith(incomplete.upper())]


def check(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A capture (pcap, pcapng), a history, or NETCONF as text; gzip or not."),
    ],
    as_json: AsJson = False,
    chart: Annotated[bool, typer.Option("--chart", help="Show every message as it went, in a sequence chart.")] = False,
    chart_limit: Annotated[
        int | None, typer.Option("--chart-limit", metavar="N", min=0, help="Of the chart, the first N messages.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 1 for should-level findings, too.")] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--rule", metavar="ID", help="Judge by this rule only; may be repeated.", autocompletion=_complete_rule
        ),
    ] = None,
    keyword: Annotated[
        list[str] | None,
        typer.Option(
            "-k", "--keyword", metavar="TEXT", help="Judge only by rules with this text in id, title or clause."
        ),
    ] = None,
    export: Annotated[
        str | None,
        typer.Option("--export", metavar="OUT", help="Write the history to OUT: .pcapng for Wireshark, or .jsonl."),
    ] = None,
) -> int:
    """Audit a capture or a history: what was said, what was wrong, and who was wrong.

    Shows who spoke with whom in which version, and each finding with its requirement, what was expected, what
    was there, a hint for who mends it, and the frame. A capture may be Ethernet, Linux cooked, loopback or raw IP,
    with VLANs, IPv4 or IPv6, SCTP or SCTP over UDP. It is read as a stream: its size does not matter. What the
    specification leaves open is held against nobody.

    NETCONF (O1) is judged in histories, and in captures where it is not encrypted: plain TCP on any port, as it is
    behind what ends SSH or TLS. A capture may begin in the middle of a session, and have gaps. A text with the
    messages of both sides, as logs of clients have it, is judged too: its frames if they are there, octet by octet.

    Exit codes:
      0    no must-level finding
      1    a must-level finding; with --strict, any finding
      2    wrong usage, no such file, or a file that is no capture, no history and no transcript
      3    there is neither E2AP nor NETCONF in it, or only NETCONF that is encrypted
      130  interrupted with Ctrl-C; what was judged so far was shown

    Examples:
      oran-harness check capture.pcapng
      oran-harness check capture.pcapng --chart | less -R
      oran-harness check capture.pcapng --json | jq '.findings[] | .blame + " " + .rule'
      oran-harness check capture.pcapng --rule E2-PPID --rule E2-CRITICALITY
      oran-harness check history.jsonl --export history.pcapng
    """
    if (chart or chart_limit is not None) and as_json:
        raise UsageError("--chart draws for people and --json is for programs; choose one of them.")
    from oran_harness.cli.checking import Checking, rules_to_judge_by
    from oran_harness.cli.shown.chart import Chart
    from oran_harness.cli.shown.terminal import terminal

    rules = rules_to_judge_by(only or [], keyword or [])
    if export is not None:
        _check_export(export, file)
    screen = terminal()
    drawing = Chart(screen, chart_limit) if chart or chart_limit is not None else None
    checking = Checking(file, rules, drawing)
    checking.run(export)
    verdict = checking.verdict(strict)
    if as_json:
        if checking.broken is None:
            sys.stdout.write(json.dumps(verdict.document(), indent=2) + "\n")
            if verdict.exit_code is ExitCode.NOTHING_JUDGED:
                sys.stderr.write(verdict.summary(terminal(sys.stderr)) + "\n")
    else:
        if drawing is not None:
            screen.line()
        screen.lines(verdict.lines(screen))
    if checking.broken is not None:
        raise checking.broken
    return ExitCode.INTERRUPTED if checking.interrupted else verdict.exit_code


def _check_export(export: str, file: str) -> None:
    if Path(export).suffix not in (".pcapng", ".jsonl"):
        raise UsageError(f"{printable(export)} must end in .pcapng or .jsonl, which says what to write.")
    if Path(export).exists() and Path(export).samefile(file):
        raise InputError(f"{printable(export)} is what is to be read; give another name.")
