"""A run as Prometheus sees it: live over HTTP, and as the gauges of a finished run.

* ``run_metrics`` - the metrics, in a registry of their own
* ``metrics_file`` - ``metrics.prom``
* ``tap_metrics`` - those of a tap
* ``metrics_server`` - ``/metrics`` while the run goes
"""

from oran_harness.metrics.metrics_file import MetricsFile
from oran_harness.metrics.metrics_server import MetricsServer
from oran_harness.metrics.run_metrics import RunMetrics
from oran_harness.metrics.tap_metrics import TapMetrics

__all__ = ["MetricsFile", "MetricsServer", "RunMetrics", "TapMetrics"]
