"""The suite in pytest: ``pytest --oran-sut VENDOR`` has each case as an item.

Nothing is imported here: pytest loads ``entry`` whenever it starts.

* ``entry`` - the options; all else is imported where ``--oran-sut`` is given
* ``collection`` - the items of each SUT, in the order of a run; ``markers`` - what they are marked with
* ``items`` - a case, a rule; ``reading`` - what a verdict means to pytest
* ``conductor`` - one run that performs its cases when pytest comes to them
"""
