"""The program's one door: with a command it works on the command line, without one as a window."""

import sys
from importlib import import_module


def main() -> int:
    """Run what was asked for; the answer is the exit status (see docs on the command line)."""
    if len(sys.argv) > 1:
        from erp_desktop.cli.program import run

        return run(sys.argv[1:])
    status: int = import_module("erp_desktop.app").main()
    return status


if __name__ == "__main__":
    sys.exit(main())
