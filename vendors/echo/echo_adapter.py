"""The adapter of echo's near-RT RIC, as its vendor would serve it beside the product: seven calls around a process."""

from pathlib import Path

from oran_harness.adapters import Launch, ProcessAdapter

HERE = Path(__file__).parent
COMMAND = (
    *(
        "{python}",
        "-m",
        "oran_harness",
        "serve",
        "near-rt-ric",
        "--listen",
        "{own_uri}",
        "--e2ap",
        "{e2ap}",
        "--control",
    ),
    *("--number", "15", "--plmn", "00102", "--seed", "15"),
    # It takes KPM alone, and rejects whatever else a node offers; it subscribes to report styles 1 to 3.
    *("--service-models", "kpm", "--styles", "1,2,3"),
    # It answers after 0.3 s.
    *("--answer-after", "0.3"),
    *("--without", "RICquery", "--without", "RICcontrol"),
    *("--without", "RICsubscriptionModification", "--without", "RICsubscriptionModificationRequired"),
)
"""What it runs; the placeholders are those of a profile."""


class Adapter(ProcessAdapter):
    """Starts, stimulates and stops the RIC; what that prints goes to standard output."""

    def __init__(self) -> None:
        launch = Launch(COMMAND, HERE, HERE, ready="^ready: ", stimuli=True)
        super().__init__("echo near-RT RIC", "2.1", launch, print)
