"""The command line: the same services that the windows use, for scripts and for checking."""
