"""Flaws of an E2 node, a module for each family of procedures; each holds its ``FLAWS``.

* ``setup``, ``setup_answer`` - E2 Setup: what it says, and what is done around it
* ``subscription``, ``indication``, ``control`` - RIC services
* ``updates``, ``interface`` - the other procedures of the interface
* ``protocol_errors``, ``transport`` - what is wrong with what is heard, and what lies below E2AP
"""
