"""The rules that can say no.

A `RuleBroken` carries facts, never words: `views/wording.py` finds the sentence in the user's
language, the command line shows the name and the facts. Anything else that is raised is a bug.
"""

from erp_desktop.core.buying_errors import BelowMinimumOrder, MeasureMissing, PictureTooLarge
from erp_desktop.core.catalogue_errors import (
    BarcodeTaken,
    CreditLimitReached,
    DamagedCode,
    InUse,
    LevelInUse,
    NoParts,
    NoSuchUnit,
    PartOfItself,
    PriceTwice,
    SameProduct,
    TemplateOnly,
    UnitTwice,
    UnknownPriceLevel,
)
from erp_desktop.core.count_errors import (
    CountClosed,
    CountedTwice,
    CountersDisagree,
    NothingToCount,
    RecountsOpen,
    SameCounterAgain,
    SeveralShelves,
    UnknownCount,
    WeighFirst,
    WrongPattern,
)
from erp_desktop.core.file_errors import (
    BackupDamaged,
    BackupSealed,
    DatabaseNotEmpty,
    FileEmpty,
    FileTooLarge,
    FileUnreadable,
    FileUnwritable,
    NotYourFile,
    UnknownFile,
    WrongBackupPassword,
)
from erp_desktop.core.finance_errors import (
    AdvanceTooSmall,
    FeeTooHigh,
    MatchedAlready,
    PaymentTooLarge,
    PaymentTooSmall,
    SameAccount,
    SeveralAccounts,
    SumsDiffer,
)
from erp_desktop.core.people_errors import (
    BadPin,
    LastToManage,
    NotAllowed,
    PinMustWait,
    UnknownPerson,
    WrongPassword,
    WrongPin,
)
from erp_desktop.core.rule_broken import RuleBroken
from erp_desktop.core.stock_errors import (
    BeforeLastChange,
    BothSides,
    CostingFixed,
    LotBlocked,
    LotExpired,
    LotNeeded,
    LotShort,
    MainWarehouse,
    NotEnoughStock,
    SameCosting,
    SerialNotOne,
    SerialTwice,
    StillHoldsGoods,
    UnknownBin,
    UnknownLot,
)

__all__ = [  # said elsewhere, imported from here like all the others
    "AdvanceTooSmall",
    "BackupDamaged",
    "BackupSealed",
    "BadPin",
    "BarcodeTaken",
    "BeforeLastChange",
    "BelowMinimumOrder",
    "BothSides",
    "CostingFixed",
    "CountClosed",
    "CountedTwice",
    "CountersDisagree",
    "CreditLimitReached",
    "DamagedCode",
    "DatabaseNotEmpty",
    "FeeTooHigh",
    "FileEmpty",
    "FileTooLarge",
    "FileUnreadable",
    "FileUnwritable",
    "InUse",
    "LastToManage",
    "LevelInUse",
    "LotBlocked",
    "LotExpired",
    "LotNeeded",
    "LotShort",
    "MainWarehouse",
    "MatchedAlready",
    "MeasureMissing",
    "NoParts",
    "NoSuchUnit",
    "NotAllowed",
    "NotEnoughStock",
    "NotYourFile",
    "NothingToCount",
    "PartOfItself",
    "PaymentTooLarge",
    "PaymentTooSmall",
    "PictureTooLarge",
    "PinMustWait",
    "PriceTwice",
    "RecountsOpen",
    "RuleBroken",
    "SameAccount",
    "SameCosting",
    "SameCounterAgain",
    "SameProduct",
    "SerialNotOne",
    "SerialTwice",
    "SeveralAccounts",
    "SeveralShelves",
    "StillHoldsGoods",
    "SumsDiffer",
    "TemplateOnly",
    "UnitTwice",
    "UnknownBin",
    "UnknownCount",
    "UnknownFile",
    "UnknownLot",
    "UnknownPerson",
    "UnknownPriceLevel",
    "WeighFirst",
    "WrongBackupPassword",
    "WrongPassword",
    "WrongPattern",
    "WrongPin",
]


class NotANumber(RuleBroken):
    fact_names = ("text",)


class TooManyPlaces(RuleBroken):
    fact_names = ("number", "places")


class MoreThanOrdered(RuleBroken):
    fact_names = ("sku", "wanted", "outstanding")


class MoreThanSold(RuleBroken):
    """A return of more than went out (and was not yet returned)."""

    fact_names = ("sku", "wanted", "returnable")


class MoreThanReceived(RuleBroken):
    """A bill or a supplier return for more than arrived."""

    fact_names = ("sku", "wanted", "outstanding")


class UnknownProduct(RuleBroken):
    fact_names = ("sku",)


class UnknownPartner(RuleBroken):
    fact_names = ("code",)


class UnknownWarehouse(RuleBroken):
    fact_names = ("code",)


class UnknownDocument(RuleBroken):
    fact_names = ("reference",)


class WrongDocument(RuleBroken):
    """The document that is answered is of a kind or in a state that this cannot answer."""

    fact_names = ("reference", "kind", "state")


class StateForbids(RuleBroken):
    fact_names = ("reference", "state", "wanted")


class AlreadyReversed(RuleBroken):
    fact_names = ("reference", "reversal")


class HasFollowers(RuleBroken):
    """A document cannot be reversed while another posted document answers it."""

    fact_names = ("reference", "follower")


class NothingToPost(RuleBroken):
    """A document without a line that says anything."""


class NotPositive(RuleBroken):
    fact_names = ("field", "value")


class Missing(RuleBroken):
    fact_names = ("field",)


class DateTooFar(RuleBroken):
    """A business time before 1990 or more than a year ahead is a slip of the keyboard."""

    fact_names = ("at",)


class NotADate(RuleBroken):
    fact_names = ("text",)


class DiscountTooLarge(RuleBroken):
    fact_names = ("discount", "amount")


class CodeTaken(RuleBroken):
    fact_names = ("code",)


class NotYetAvailable(RuleBroken):
    """A part of the program that a later version brings."""

    fact_names = ("feature",)


class ChangedMeanwhile(RuleBroken):
    """Somebody else saved this since it was opened."""

    fact_names = ("reference",)


class PeriodOpen(RuleBroken):
    """Nothing is closed after that day."""

    fact_names = ("through",)


class PeriodClosed(RuleBroken):
    fact_names = ("through",)


class UsualRate(RuleBroken):
    """The usual tax rate cannot be retired."""

    fact_names = ("rate",)


class WrongPrefix(RuleBroken):
    """Numbers cannot begin so: a few capital letters or digits, a letter first."""

    fact_names = ("prefix",)


class PrefixTaken(RuleBroken):
    """The numbers of another kind of document begin so, or did."""

    fact_names = ("prefix", "kind")


class NotAShop(RuleBroken):
    """The file is not a shop of this program."""

    fact_names = ("path",)


class ShopMissing(RuleBroken):
    fact_names = ("path",)


class ShopExists(RuleBroken):
    fact_names = ("path",)


class ShopTooNew(RuleBroken):
    """The shop was written by a newer version of the program."""

    fact_names = ("path", "found", "known")


class ShopReadOnly(RuleBroken):
    fact_names = ("path",)


class ShopBusy(RuleBroken):
    """Somebody else is writing, for longer than we want to wait; nothing of ours was written."""

    fact_names = ("path",)


class DiskFull(RuleBroken):
    fact_names = ("path",)


class ShopDamaged(RuleBroken):
    fact_names = ("path", "detail")


class ServerUnreachable(RuleBroken):
    fact_names = ("url", "detail")


class InputHasErrors(RuleBroken):
    """An import found problems: the report that comes with it names each of them."""

    fact_names = ("count",)


class WrongDayFileLine(RuleBroken):
    """A line of a day file that does not follow the contract."""

    fact_names = ("field", "detail")


class NotAmong(RuleBroken):
    """A value that is not one of those allowed."""

    fact_names = ("field", "value", "allowed")


class BeforeItsOrigin(RuleBroken):
    """An answer dated before what it answers (a return before the sale)."""

    fact_names = ("at", "origin")


class SamePlace(RuleBroken):
    """A transfer from a place to itself."""

    fact_names = ("code",)


class NotStocked(RuleBroken):
    """A service has no stock to receive, count or move."""

    fact_names = ("sku",)


class MoreThanSent(RuleBroken):
    """More arrives (or is missing) of a transfer than is on its way."""

    fact_names = ("sku", "wanted", "outstanding")


class AmountTooLarge(RuleBroken):
    """More than the books can hold: a slip of the keyboard."""


class ShiftIsOpen(RuleBroken):
    """The till's drawer was opened already; it is counted before it is opened again."""

    fact_names = ("till", "since")


class NoShiftOpen(RuleBroken):
    """The till's drawer must be opened first."""

    fact_names = ("till",)


class ReturnTooLate(RuleBroken):
    """The shop takes goods back for a number of days only."""

    fact_names = ("sold", "days")
