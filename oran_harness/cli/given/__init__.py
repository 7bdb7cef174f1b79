"""What the command line is given to work on.

* ``octets``, ``hex_text`` - the octets of one message: hex, a file, standard input, a frame of a capture
* ``json_document`` - a JSON document: a file, standard input, or itself
"""
