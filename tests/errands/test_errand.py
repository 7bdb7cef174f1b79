"""What goes to a worker."""

import pickle
from pathlib import Path

from oran_harness.errands import Errand, Shipped


def test_an_errand_arrives_and_shows_no_content(tmp_path: Path) -> None:
    """It is pickled on its way; a log of Dask may show what a task was given."""
    (tmp_path / "key").write_text("hunter2", "utf-8")
    shipped = Shipped.of(tmp_path)
    errand = Errand("module", {"a": 1}, {"sut": shipped}, "left", "an errand", "1.0")
    assert pickle.loads(pickle.dumps(errand)) == errand
    assert shipped.path == str(tmp_path.resolve())
    assert str(shipped.parcel.packed) not in repr(errand)
