"""Work that is done in a process of its own, here or on another machine, by workers of a Dask cluster.

* ``ordered_process`` - a program that reads its order as a line, and ends when whoever gave it is gone
* ``parcel`` - a folder as octets, on its way to another machine and back
* ``errand`` - one piece of work for a worker, and what came of it; ``worker`` does it
* ``cluster_name`` - which cluster a person means; ``cluster`` - errands on it; ``quarantine`` - those that kill workers
"""

from oran_harness.errands.cluster import Cluster, joined
from oran_harness.errands.cluster_name import ClusterName
from oran_harness.errands.errand import Done, Errand, Shipped
from oran_harness.errands.ordered_process import perform
from oran_harness.errands.parcel import Parcel

__all__ = ["Cluster", "ClusterName", "Done", "Errand", "Parcel", "Shipped", "joined", "perform"]
