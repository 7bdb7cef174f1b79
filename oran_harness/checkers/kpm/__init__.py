"""Rules of E2SM-KPM: ``styles`` and formats, ``measurements`` and labels, ``records``, the start ``time``."""
