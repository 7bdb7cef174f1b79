"""The commands there are, each in a module of its own that is imported only when it is called."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommandRow:
    """One command: its name, the module and function behind it, and what the overview says of it."""

    name: str
    module: str
    function: str
    summary: str


COMMANDS: dict[str, CommandRow] = {
    row.name: row
    for row in (
        CommandRow("run", "oran_harness.cli.run", "run", "Run the conformance suite against one product."),
        CommandRow("interop", "oran_harness.cli.interop", "interop", "Bring every pair of vendors together."),
        CommandRow("serve", "oran_harness.cli.serve", "serve", "Play a near-RT RIC, or E2 nodes, on the wire."),
        CommandRow("tap", "oran_harness.cli.tap", "tap", "Stand between two products, and judge both."),
        CommandRow("harvest", "oran_harness.cli.harvest", "harvest", "Get every YANG module of a managed element."),
        CommandRow("check", "oran_harness.cli.check", "check", "Audit a capture or a history: who said what wrong?"),
        CommandRow("decode", "oran_harness.cli.decode", "decode", "Look at one message, octet by octet."),
        CommandRow("encode", "oran_harness.cli.encode", "encode", "Write a message from the JSON that decode shows."),
        CommandRow("replay", "oran_harness.cli.replay", "replay", "Judge recorded cases of a run once more."),
        CommandRow("list", "oran_harness.cli.list", "list_", "Show what there is: rules, cases, vendors, ..."),
        CommandRow("explain", "oran_harness.cli.explain", "explain", "Say what a rule, message or IE means."),
        CommandRow(
            "coverage", "oran_harness.cli.coverage", "coverage", "Lay the cases over the clauses; show the holes."
        ),
        CommandRow("new", "oran_harness.cli.new", "new", "Write the folder of a new vendor."),
        CommandRow("doctor", "oran_harness.cli.doctor", "doctor", "Say what this machine can and cannot do."),
    )
}
