"""Help texts from docstrings."""

import inspect

_AS_IT_IS = "\b\n"
"""Before a paragraph it tells the command line's parser to keep its line breaks."""


def help_text(function: object) -> str:
    """The docstring of a command, its lists (a line that ends in a colon, indented lines below) kept as they are."""
    paragraphs = (inspect.getdoc(function) or "").split("\n\n")
    return "\n\n".join(_AS_IT_IS + paragraph if _is_list(paragraph) else paragraph for paragraph in paragraphs)


def _is_list(paragraph: str) -> bool:
    first, *rest = paragraph.split("\n")
    return first.endswith(":") and bool(rest) and all(line.startswith("  ") for line in rest)
