"""Rules of E2SM-RC: the function ``definition``, ``styles`` and formats, ``control`` requests."""
