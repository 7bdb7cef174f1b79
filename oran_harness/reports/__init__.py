"""What a run leaves on disk: listeners of run events that write files as the run goes.

* ``run_folder`` - the folder of a run: all of the below
* ``results_file`` - ``results.json``
* ``junit_file`` - ``junit.xml``
* ``history_files`` - ``history/<case id>.jsonl`` and ``.pcapng``
"""

from oran_harness.reports.history_files import HistoryFiles
from oran_harness.reports.junit_file import JunitFile
from oran_harness.reports.results_file import ResultsFile
from oran_harness.reports.run_folder import RunFolder

__all__ = ["HistoryFiles", "JunitFile", "ResultsFile", "RunFolder"]
