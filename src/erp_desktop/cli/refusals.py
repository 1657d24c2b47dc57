"""What the rules say, in plain English: the command line speaks one language.

The windows word the same refusals in the user's language (`views/wording.py`); here a script's
author reads them.
"""

from typing import Final

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken

SENTENCES: Final[dict[type[RuleBroken], str]] = {
    errors.NotANumber: "“{text}” is not a number.",
    errors.TooManyPlaces: "{number} has more than {places} decimals.",
    errors.LotNeeded: "{sku} is tracked: say which lot or serial number.",
    errors.UnknownLot: "{sku}: there is no lot or serial number {lot} here.",
    errors.LotExpired: "{sku}, lot {lot} expired on {expired_on}.",
    errors.LotBlocked: "{sku}, lot {lot} is blocked: {reason}",
    errors.LotShort: "{sku}, lot {lot}: {missing} are missing.",
    errors.SerialNotOne: "{sku}: serial number {serial} is one piece.",
    errors.SerialTwice: "{sku}: serial number {serial} is here already.",
    errors.SameCosting: "{sku} is costed by {costing} already.",
    errors.CostingFixed: "{sku} has moved: post a change of costing (recost) instead.",
    errors.BothSides: "{sku} cannot be made of itself.",
    errors.BeforeLastChange: "The costing of {sku} was last changed at {changed_at}.",
    errors.NotEnoughStock: "{sku}: {wanted} wanted, only {available} available.",
    errors.MoreThanOrdered: "{sku}: {wanted} wanted, only {outstanding} outstanding.",
    errors.MoreThanSold: "{sku}: {wanted} wanted, only {returnable} can come back.",
    errors.MoreThanReceived: "{sku}: {wanted} wanted, only {outstanding} left of what arrived.",
    errors.UnknownProduct: "there is no product {sku}.",
    errors.UnknownPartner: "there is no supplier or customer {code}.",
    errors.UnknownWarehouse: "there is no warehouse {code}.",
    errors.UnknownDocument: "there is no document {reference}.",
    errors.WrongDocument: "{reference} is a {kind} ({state}); this cannot answer it.",
    errors.StateForbids: "{reference} is {state}; it cannot {wanted}.",
    errors.AlreadyReversed: "{reference} was reversed by {reversal}.",
    errors.HasFollowers: "{reference} cannot be reversed while {follower} answers it.",
    errors.NothingToPost: "there is nothing to post.",
    errors.NotPositive: "{field} must be more than zero, not {value}.",
    errors.Missing: "{field} is missing.",
    errors.DateTooFar: "{at} is before 1990 or more than a year ahead.",
    errors.NotADate: "“{text}” is not a date such as 2026-11-21.",
    errors.PaymentTooSmall: "{due} is due, {paid} was paid; without a customer it must be paid.",
    errors.PaymentTooLarge: "{due} is due, {paid} was paid; no change can be given for it.",
    errors.DiscountTooLarge: "a discount of {discount} is more than {amount}.",
    errors.BarcodeTaken: "the barcode {barcode} belongs to {sku}.",
    errors.CodeTaken: "{code} is in use already.",
    errors.DamagedCode: "“{code}” is a code that a spreadsheet turned into a number.",
    errors.NotYetAvailable: "{feature} comes with a later version.",
    errors.ChangedMeanwhile: "somebody else changed {reference} meanwhile.",
    errors.PictureTooLarge: "the picture has {size} MB; {largest} at the most.",
    errors.PeriodOpen: "the books are closed through {through} only.",
    errors.PeriodClosed: "the books are closed through {through}.",
    errors.WrongPassword: "the password of {user} is not right.",
    errors.NotAllowed: "{user} may not do this ({right}).",
    errors.NotAShop: "{path} is not a shop of this program.",
    errors.ShopMissing: "there is no shop at {path}.",
    errors.ShopExists: "there is something at {path} already.",
    errors.ShopTooNew: "{path} is of a newer version ({found}; this program knows {known}).",
    errors.ShopReadOnly: "{path} cannot be written.",
    errors.ShopBusy: "{path} is in use by another program.",
    errors.DiskFull: "the disk with {path} is full; nothing was written.",
    errors.ShopDamaged: "{path} is damaged: {detail}.",
    errors.ServerUnreachable: "the server {url} does not answer: {detail}.",
    errors.FileUnreadable: "{path} cannot be read: {detail}.",
    errors.ShiftIsOpen: "a shift is open at till {till} since {since}.",
    errors.NoShiftOpen: "no shift is open at till {till}.",
    errors.WrongPin: "the PIN of {user} is not right.",
    errors.BadPin: "a PIN has 4 to 8 digits, not {digits}.",
    errors.ReturnTooLate: "sold on {sold}: goods are taken back for {days} days.",
    errors.FileUnwritable: "{path} cannot be written: {detail}.",
    errors.InputHasErrors: "the input has {count} problems; nothing was taken in.",
    errors.WrongDayFileLine: "{field}: {detail}.",
    errors.NotAmong: "{field} is “{value}”, but one of these is expected: {allowed}.",
    errors.BeforeItsOrigin: "{at} is before what it answers ({origin}).",
    errors.SamePlace: "from {code} to {code} nothing moves.",
    errors.NotStocked: "{sku} is a service; it has no stock.",
    errors.WrongPattern: "“{pattern}” is no layout of a scale's code; write it like {example}.",
    errors.UnknownCount: "there is no count {plan}.",
    errors.CountClosed: "the count {name} is {state}; it takes nothing any more.",
    errors.CountersDisagree: "{sku} was counted twice on shelf “{shelf}” with different results.",
    errors.RecountsOpen: "{count} products are to be counted again first.",
    errors.NothingToCount: "no product falls under this choice.",
    errors.CountedTwice: "{sku} stands in the count twice for one shelf.",
    errors.UnknownPerson: "nobody here is called {name}.",
}


def sentence(broken: RuleBroken) -> str:
    """The refusal as a sentence; one this table does not know is said by its name and facts."""
    said = SENTENCES.get(type(broken))
    return said.format(**broken.facts) if said else str(broken)
