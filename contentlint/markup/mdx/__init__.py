"""Checks MDX as its compilers do, and finds everything that would stop a build.

The compilers stop at the first fault. Here a fault is repaired as it was probably meant, or left
out, and reading goes on.
"""

from contentlint.markup.mdx.check import faults
from contentlint.markup.mdx.fault import Fault, FaultKind

__all__ = ["Fault", "FaultKind", "faults"]
