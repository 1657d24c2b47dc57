"""The program's one door: with a command it works on the command line, without one as a window."""

import sys

from erp_desktop.cli.program import run


def main() -> int:
    """Run what was asked for; the answer is the exit status."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
