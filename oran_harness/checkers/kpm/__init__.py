"""Rules of E2SM-KPM: ``styles`` and formats, ``measurements`` and labels, ``records``, the start ``time``.

``asked`` is what they need to know of the action that is reported, ``reported`` what an indication holds.
"""
