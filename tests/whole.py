"""Whether every stage of a reading is there; tests of the whole wait for the last one."""

from importlib import import_module

import pytest

STAGES = {
    "sayso.mentions.period": "find_periods",
    "sayso.claims.assemble": "assemble",
    "sayso.checks": "run_checks",
}


def missing() -> list[str]:
    """The stages that cannot be imported."""
    return [f"{module}.{name}" for module, name in STAGES.items() if not _there(module, name)]


def _there(module: str, name: str) -> bool:
    try:
        return hasattr(import_module(module), name)
    except ModuleNotFoundError:
        return False


whole = pytest.mark.skipif(bool(missing()), reason=f"not all stages are there yet: {', '.join(missing())}")
