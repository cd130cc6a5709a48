"""The demonstration: an invented council, 한빛시의회, whose papers go through the real intake.

Everything in it is made up and marked 시연용. Content is the same every time (a fixed seed).
"""

from ucouncil.demo.build import DemoReport, build

__all__ = ["DemoReport", "build"]
