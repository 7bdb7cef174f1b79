"""The command line: one file a command, and what they share.

* ``program`` - ``main``: options of all commands, errors to sentences and exit codes
* ``commands``, ``lazy_group``, ``help_text`` - which commands there are; each is imported when it is called
* ``exit_code``, ``failure`` - how a command ends
* ``run``, ``interop``, ``tap``, ``check``, ``decode``, ``encode``, ``replay``, ``list``, ``explain``, ``doctor`` - the
  commands; ``testing_ground``, ``expecting``, ``running``, ``run_record``, ``run_progress`` do the work of ``run``,
  ``interoperation``, ``pairing`` that of ``interop``, ``tapping`` that of ``tap``, ``checking``
  that of ``check``, ``encoding`` that of ``encode``, ``replaying`` that of ``replay``
* ``keeping`` - what a peer of ``serve`` keeps over the end of its process
* ``given`` - where octets and documents come from; ``shown`` - what a person sees
"""

from oran_harness.cli.program import main

__all__ = ["main"]
