"""A sentence for every refusal of the core, by its class; loaded when the first one is said.

Each says what is wrong, in the shop's words, and may use the facts of the refusal by name. The
rooms with many of their own keep them in files beside this one.
"""

from typing import Final

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.views.marking import QT_TRANSLATE_NOOP
from erp_desktop.views.wording_bank import BANK_SENTENCES
from erp_desktop.views.wording_files import FILE_SENTENCES
from erp_desktop.views.wording_money import MONEY_SENTENCES
from erp_desktop.views.wording_stock import GOODS_SENTENCES

# fmt: off
SENTENCES: Final[dict[type[RuleBroken], str]] = (
    GOODS_SENTENCES | BANK_SENTENCES | FILE_SENTENCES | MONEY_SENTENCES
) | {
    errors.NotANumber: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{text}” is not a number. Type digits with at most one point, for example 12.50.",
    ),
    errors.TooManyPlaces: QT_TRANSLATE_NOOP(
        "Refusal", "{number} has more than {places} decimals. Shorten it."
    ),
    errors.NotEnoughStock: QT_TRANSLATE_NOOP(
        "Refusal", "{sku}: {wanted} wanted, only {available} available."
    ),
    errors.MoreThanOrdered: QT_TRANSLATE_NOOP(
        "Refusal", "{sku}: {wanted} is more than was ordered; {outstanding} still to come."
    ),
    errors.MoreThanSold: QT_TRANSLATE_NOOP(
        "Refusal",
        "{sku}: {wanted} is more than can come back; {returnable} were sold and not yet "
        "returned.",
    ),
    errors.MoreThanReceived: QT_TRANSLATE_NOOP(
        "Refusal", "{sku}: {wanted} is more than arrived; {outstanding} are left of the receipt."
    ),
    errors.UnknownProduct: QT_TRANSLATE_NOOP(
        "Refusal", "No product has the code “{sku}”. Make it new, or link the code to a product."
    ),
    errors.UnknownPartner: QT_TRANSLATE_NOOP(
        "Refusal", "No customer or supplier has the code “{code}”."
    ),
    errors.UnknownWarehouse: QT_TRANSLATE_NOOP("Refusal", "No warehouse has the code “{code}”."),
    errors.UnknownDocument: QT_TRANSLATE_NOOP("Refusal", "There is no document “{reference}”."),
    errors.WrongDocument: QT_TRANSLATE_NOOP(
        "Refusal", "{reference} is a {kind} ({state}); it cannot be answered with this."
    ),
    errors.StateForbids: QT_TRANSLATE_NOOP(
        "Refusal", "{reference} is {state}, so it cannot become {wanted}."
    ),
    errors.AlreadyReversed: QT_TRANSLATE_NOOP(
        "Refusal", "{reference} was already reversed by {reversal}."
    ),
    errors.HasFollowers: QT_TRANSLATE_NOOP(
        "Refusal",
        "{reference} cannot be reversed while {follower} answers it. Reverse {follower} "
        "first.",
    ),
    errors.NothingToPost: QT_TRANSLATE_NOOP(
        "Refusal", "There is nothing on this document yet. Add at least one line."
    ),
    errors.NotPositive: QT_TRANSLATE_NOOP(
        "Refusal", "{field} must be more than zero, not {value}."
    ),
    errors.Missing: QT_TRANSLATE_NOOP("Refusal", "{field} is missing."),
    errors.DateTooFar: QT_TRANSLATE_NOOP(
        "Refusal", "{at} is before 1990 or more than a year ahead. Check the date."
    ),
    errors.NotADate: QT_TRANSLATE_NOOP(
        "Refusal", "“{text}” is not a date. Type it like 2026-11-21."
    ),
    errors.BarcodeTaken: QT_TRANSLATE_NOOP(
        "Refusal", "The barcode {barcode} already belongs to {sku}."
    ),
    errors.CodeTaken: QT_TRANSLATE_NOOP("Refusal", "The code {code} is already in use."),
    errors.DamagedCode: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{code}” was turned into a number by a spreadsheet and lost its digits. Format the "
        "column as text and fill it in again.",
    ),
    errors.UnknownCount: QT_TRANSLATE_NOOP("Refusal", "There is no such count any more."),
    errors.CountClosed: QT_TRANSLATE_NOOP(
        "Refusal", "This count is finished: it takes nothing any more."
    ),
    errors.CountersDisagree: QT_TRANSLATE_NOOP(
        "Refusal",
        "{sku} was counted twice on shelf “{shelf}” with different results. Say which is right.",
    ),
    errors.RecountsOpen: QT_TRANSLATE_NOOP(
        "Refusal", "{count} products are to be counted again before the count can be posted."
    ),
    errors.SameCounterAgain: QT_TRANSLATE_NOOP(
        "Refusal", "{sku}: {counter} counted it before; somebody else must count it again."
    ),
    errors.SeveralShelves: QT_TRANSLATE_NOOP(
        "Refusal", "{sku} was counted on several shelves. Choose the shelf first, then correct it."
    ),
    errors.WeighFirst: QT_TRANSLATE_NOOP(
        "Refusal", "Say first how much of {sku} there is, then how many pieces it is."
    ),
    errors.NothingToCount: QT_TRANSLATE_NOOP("Refusal", "No product falls under this choice."),
    errors.WrongPattern: QT_TRANSLATE_NOOP(
        "Refusal", "“{pattern}” is no layout of a scale's code. Write it like {example}."
    ),
    errors.NotYetAvailable: QT_TRANSLATE_NOOP("Refusal", "{feature} comes with a later version."),
    errors.ChangedMeanwhile: QT_TRANSLATE_NOOP(
        "Refusal",
        "Somebody else saved {reference} since you opened it. Open it again to see what "
        "changed.",
    ),
    errors.PeriodClosed: QT_TRANSLATE_NOOP(
        "Refusal", "The books are closed through {through}. Take a later date, or reverse and copy."
    ),
    errors.WrongPassword: QT_TRANSLATE_NOOP("Refusal", "The password of {user} is not right."),
    errors.NotAllowed: QT_TRANSLATE_NOOP(
        "Refusal", "{user} may not do this ({right}). Ask somebody who may."
    ),
    errors.LastToManage: QT_TRANSLATE_NOOP(
        "Refusal", "Nobody else may {right}. Give somebody else this right first."
    ),
    errors.UsualRate: QT_TRANSLATE_NOOP(
        "Refusal", "{rate}% is the usual rate. Make another one the usual rate first."
    ),
    errors.WrongPrefix: QT_TRANSLATE_NOOP(
        "Refusal", "“{prefix}” cannot begin a number: up to six capital letters or digits, a "
        "letter first.",
    ),
    errors.PrefixTaken: QT_TRANSLATE_NOOP(
        "Refusal", "{prefix} stands before the numbers of another kind: {kind}. Choose another."
    ),
    errors.NotAShop: QT_TRANSLATE_NOOP("Refusal", "{path} is not a shop of this program."),
    errors.ShopMissing: QT_TRANSLATE_NOOP("Refusal", "There is no shop at {path}."),
    errors.ShopExists: QT_TRANSLATE_NOOP(
        "Refusal", "There is already a shop at {path}. Choose another name, or open it."
    ),
    errors.ShopTooNew: QT_TRANSLATE_NOOP(
        "Refusal",
        "{path} was written by a newer version ({found}; this program knows {known}). "
        "Install the newer version.",
    ),
    errors.ShopReadOnly: QT_TRANSLATE_NOOP(
        "Refusal", "{path} cannot be written. Check the rights of the file and its folder."
    ),
    errors.ShopBusy: QT_TRANSLATE_NOOP(
        "Refusal",
        "Somebody else is writing into {path} just now. "
        "Nothing was written; try again in a moment.",
    ),
    errors.DiskFull: QT_TRANSLATE_NOOP(
        "Refusal", "The disk with {path} is full. Nothing was saved; make room and try again."
    ),
    errors.ShopDamaged: QT_TRANSLATE_NOOP(
        "Refusal", "{path} is damaged ({detail}). Restore the latest backup."
    ),
    errors.ServerUnreachable: QT_TRANSLATE_NOOP(
        "Refusal", "The server {url} does not answer ({detail})."
    ),
    errors.FileUnreadable: QT_TRANSLATE_NOOP("Refusal", "{path} cannot be read: {detail}."),
    errors.InputHasErrors: QT_TRANSLATE_NOOP(
        "Refusal",
        "The file has {count} problems. Nothing was taken in; correct them and try again.",
    ),
    errors.WrongDayFileLine: QT_TRANSLATE_NOOP(
        "Refusal", "The line's “{field}” is not right: {detail}."
    ),
    errors.NotAmong: QT_TRANSLATE_NOOP(
        "Refusal", "{field} cannot be “{value}”. It is one of: {allowed}."
    ),
    errors.BeforeItsOrigin: QT_TRANSLATE_NOOP(
        "Refusal", "{at} is before what it answers ({origin}). Take a later date."
    ),
    errors.SamePlace: QT_TRANSLATE_NOOP(
        "Refusal", "From {code} to {code}: choose another place to move to."
    ),
    errors.NotStocked: QT_TRANSLATE_NOOP(
        "Refusal",
        "{sku} has no stock of its own to receive, count or move: it is a service, a kit, or comes "
        "in variants.",
    ),
    errors.UnitTwice: QT_TRANSLATE_NOOP(
        "Refusal", "The unit “{unit}” is there already. Give each unit a name of its own."
    ),
    errors.NoSuchUnit: QT_TRANSLATE_NOOP(
        "Refusal", "“{typed}” is no quantity here: “{unit}” is not clear. The units are {units}."
    ),
    errors.InUse: QT_TRANSLATE_NOOP(
        "Refusal", "{field} of {sku} cannot change any more: {document} rests on it."
    ),
    errors.NoParts: QT_TRANSLATE_NOOP("Refusal", "{sku} has no parts yet. Say what it is made of."),
    errors.SameProduct: QT_TRANSLATE_NOOP(
        "Refusal", "{sku} is the product itself. Choose another one to merge it into."
    ),
    errors.PartOfItself: QT_TRANSLATE_NOOP("Refusal", "{sku} would be a part of itself."),
    errors.TemplateOnly: QT_TRANSLATE_NOOP(
        "Refusal", "{sku} comes in variants. Choose one of them."
    ),
    errors.CountedTwice: QT_TRANSLATE_NOOP(
        "Refusal", "{sku} stands on this count twice. Put the two lines together."
    ),
    errors.UnknownPerson: QT_TRANSLATE_NOOP("Refusal", "Nobody here is called “{name}”."),
    errors.UnknownBin: QT_TRANSLATE_NOOP("Refusal", "There is no bin “{code}” here."),
    errors.StillHoldsGoods: QT_TRANSLATE_NOOP(
        "Refusal", "{code} still holds {count} products. Move them away first."
    ),
    errors.MainWarehouse: QT_TRANSLATE_NOOP(
        "Refusal", "The shop trades from {code}; it stays in use."
    ),
    errors.MoreThanSent: QT_TRANSLATE_NOOP(
        "Refusal", "{sku}: {wanted} is more than is on its way; {outstanding} are."
    ),
    errors.AmountTooLarge: QT_TRANSLATE_NOOP("Refusal", "An amount is too large to keep."),
    errors.PictureTooLarge: QT_TRANSLATE_NOOP(
        "Refusal", "The picture has {size} MB; take one of at most {largest} MB."
    ),
    errors.BelowMinimumOrder: QT_TRANSLATE_NOOP(
        "Refusal", "{supplier} delivers from {minimum} on; this order comes to {total}."
    ),
    errors.MeasureMissing: QT_TRANSLATE_NOOP(
        "Refusal",
        "{sku} has no {measure}. Fill it in on the product, or share the cost another way.",
    ),
    errors.ShiftIsOpen: QT_TRANSLATE_NOOP(
        "Refusal", "A shift is open at till {till} since {since}. Count and close it first."
    ),
    errors.NoShiftOpen: QT_TRANSLATE_NOOP("Refusal", "No shift is open at till {till}."),
    errors.WrongPin: QT_TRANSLATE_NOOP("Refusal", "This is not the PIN of {user}."),
    errors.PinMustWait: QT_TRANSLATE_NOOP(
        "Refusal", "Too many wrong PINs: wait {seconds} seconds, then try {user} again."
    ),
    errors.BadPin: QT_TRANSLATE_NOOP("Refusal", "A PIN has 4 to 8 digits, not {digits}."),
    errors.ReturnTooLate: QT_TRANSLATE_NOOP(
        "Refusal", "Sold on {sold}: goods are taken back for {days} days."
    ),
    errors.DatabaseNotEmpty: QT_TRANSLATE_NOOP(
        "Refusal", "{database} is not empty: it has a table {table}. Choose an empty database."
    ),
    errors.BackupSealed: QT_TRANSLATE_NOOP(
        "Refusal", "{path} is encrypted: its password is needed."
    ),
    errors.WrongBackupPassword: QT_TRANSLATE_NOOP(
        "Refusal", "The password does not open {path}. Nothing was written."
    ),
    errors.BackupDamaged: QT_TRANSLATE_NOOP(
        "Refusal", "{path} was cut or changed since it was written. Take another backup."
    ),
    errors.FileUnwritable: QT_TRANSLATE_NOOP("Refusal", "{path} cannot be written: {detail}."),
}
# fmt: on
