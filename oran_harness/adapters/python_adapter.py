"""An adapter that a vendor wrote as a class: ``adapter = "module:Class"``."""

import importlib
import importlib.util
import inspect
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from oran_harness.adapters.adapter import Adapter
from oran_harness.model import InputError

CALLS = ("describe", "start", "stop", "reset", "stimulate", "health", "collect")


def load_adapter(name: str, folder: Path) -> Adapter:
    """An object of the class that ``module:Class`` names.

    The module is the file of that name in the vendor's folder, else an installed one. Raises ``InputError`` with all
    that is wrong: it cannot be imported, there is no such class, it lacks calls, it cannot be made without arguments.
    """
    module_name, _, class_name = name.partition(":")
    module = _module(name, module_name, folder)
    found = getattr(module, class_name, None)
    if not inspect.isclass(found):
        raise InputError(f"The adapter {name} cannot be used: {module_name} has no class {class_name}.")
    problems = [problem for call in CALLS if (problem := _problem(found, call))]
    made: Any = None
    try:
        made = found()
    except Exception as error:
        problems.append(f"{class_name}() raised {type(error).__name__}: {error}")
    if problems:
        raise InputError(f"The adapter {name} cannot be used: {'; '.join(problems)}.")
    return cast("Adapter", made)


def _problem(found: type, call: str) -> str | None:
    function = getattr(found, call, None)
    if function is None:
        return f"it has no {call}"
    return None if inspect.iscoroutinefunction(function) else f"its {call} is no coroutine function (async def)"


def _module(name: str, module_name: str, folder: Path) -> ModuleType:
    path = folder / f"{module_name.replace('.', '/')}.py"
    try:
        if not path.is_file():
            return importlib.import_module(module_name)
        # Under a name of its own: two vendors may both call their module adapter.
        unique = f"_oran_harness_vendor_{abs(hash(str(path.resolve())))}_{module_name.replace('.', '_')}"
        specification = importlib.util.spec_from_file_location(unique, path)
        if specification is None or specification.loader is None:
            raise ImportError(f"{path} is no module")
        module = importlib.util.module_from_spec(specification)
        sys.modules[unique] = module
        specification.loader.exec_module(module)
        return module
    except (Exception, SystemExit) as error:
        raise InputError(
            f"The adapter {name} cannot be used: importing {module_name} raised {type(error).__name__}: {error}."
        ) from error
