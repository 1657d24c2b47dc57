"""What can be refused about files: those taken in, those written, those laid beside something."""

from erp_desktop.core.rule_broken import RuleBroken


class FileUnreadable(RuleBroken):
    """A file to be taken in is missing, locked, not of its kind, or in an unknown encoding."""

    fact_names = ("path", "detail")


class FileUnwritable(RuleBroken):
    """A file to be written cannot be: locked by another program, no such folder, no right."""

    fact_names = ("path", "detail")


class FileEmpty(RuleBroken):
    """A file to be laid beside something has nothing in it: most likely a copy that went wrong."""

    fact_names = ("name",)


class FileTooLarge(RuleBroken):
    """A file that would make the shop's own file needlessly large; sizes in megabytes."""

    fact_names = ("name", "size", "largest")


class UnknownFile(RuleBroken):
    """What lay there was taken away meanwhile."""

    fact_names = ("file",)


class NotYourFile(RuleBroken):
    """A file beside a posted document is taken away by who put it there, or by who leads."""

    fact_names = ("name", "person")


class BackupSealed(RuleBroken):
    """An encrypted backup is opened without a password."""

    fact_names = ("path",)


class WrongBackupPassword(RuleBroken):
    fact_names = ("path",)


class BackupDamaged(RuleBroken):
    """An encrypted backup that was cut or changed."""

    fact_names = ("path",)


class DatabaseNotEmpty(RuleBroken):
    """A backup goes onto a server's empty database only: what is there is never mixed with it."""

    fact_names = ("database", "table")
