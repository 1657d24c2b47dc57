"""What a sealed backup can say no to."""

from erp_desktop.core.rule_broken import RuleBroken


class BackupSealed(RuleBroken):
    """An encrypted backup is opened without a password."""

    fact_names = ("path",)


class WrongBackupPassword(RuleBroken):
    fact_names = ("path",)


class BackupDamaged(RuleBroken):
    """An encrypted backup that was cut or changed."""

    fact_names = ("path",)
