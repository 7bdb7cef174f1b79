"""Flaws of a near-RT RIC, a module for each family of procedures; each holds its ``FLAWS``.

* ``setup`` - E2 Setup
* ``reset``, ``updates`` - the other procedures of the interface
* ``subscription``, ``control`` - RIC services
* ``protocol_errors``, ``transport`` - what is wrong with what is heard, and the associations
"""
