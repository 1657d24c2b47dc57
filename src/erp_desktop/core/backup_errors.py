"""What a backup can say no to: a sealed one, and one that is to go where something is."""

from erp_desktop.core.rule_broken import RuleBroken


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
