"""Checks: does what a report says add up? The catalogue lists them; each speaks for itself."""

from sayso.checks.finding import Finding
from sayso.checks.material import CheckMaterial
from sayso.checks.run import run_checks

__all__ = ["CheckMaterial", "Finding", "run_checks"]
