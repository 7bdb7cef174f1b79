"""What the command line shows.

* ``terminal``, ``printable`` - colour, width, and text that cannot steer a terminal; ``nearest`` - what was meant
* ``message_view``, ``type_view`` - one message, one value: ``message_tree``, ``tree_row``, ``value_text`` make rows,
  ``octet_table`` sets them beside the octets, ``payloads`` finds and reads what is a service model's
* ``chart``, ``message_ids`` - messages as a sequence chart
* ``findings_report``, ``association_table`` - what ``check`` found
* ``catalogue``, ``rule_entry``, ``e2ap_glossary`` - what there is, and what it means; ``entry`` - how that is laid out
"""
