"""`init`: a new shop."""

import argparse
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from erp_desktop.cli.desk import DONE, Desk, WrongUsage
from erp_desktop.cli.program import Command
from erp_desktop.core import errors, last_shop
from erp_desktop.core.money import decimal_from

LANGUAGES = ("zh_CN", "en")


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", help="the shop's name (default: the file's)")
    parser.add_argument("--currency", default="CNY", type=currency, help="ISO code (default: CNY)")
    parser.add_argument("--language", default="zh_CN", choices=LANGUAGES)
    parser.add_argument(
        "--tax", default=Decimal(13), type=rate, help="usual tax rate in percent (default: 13)"
    )
    prices = parser.add_mutually_exclusive_group()
    prices.add_argument(
        "--prices-include-tax", dest="include", action="store_true", default=True,
        help="sale prices contain the tax (the default)",
    )  # fmt: skip
    prices.add_argument("--prices-exclude-tax", dest="include", action="store_false")
    parser.add_argument("--time-zone", default="", type=zone, help="such as Asia/Shanghai")
    parser.add_argument("--warehouse", default="", help="name of the first warehouse, MAIN")
    parser.add_argument(
        "--valuation", default="warehouse", choices=("warehouse", "shop"),
        help="one cost for each warehouse, or one for the whole shop; cannot be changed later",
    )  # fmt: skip
    parser.add_argument("--practice", action="store_true", help="a shop to practise in")


def currency(text: str) -> str:
    """A currency's ISO code."""
    code = text.strip().upper()
    if len(code) != 3 or not (code.isascii() and code.isalpha()):
        raise argparse.ArgumentTypeError(f"“{text}” is not a currency's code such as CNY")
    return code


def rate(text: str) -> Decimal:
    """A tax rate in percent."""
    try:
        percent = decimal_from(text.removesuffix("%"))
    except errors.NotANumber as wrong:
        raise argparse.ArgumentTypeError(f"“{text}” is not a rate such as 13") from wrong
    if not 0 <= percent <= 100:
        raise argparse.ArgumentTypeError(f"{text} is not a rate from 0 to 100")
    return percent


def zone(text: str) -> str:
    """An IANA time zone."""
    try:
        return ZoneInfo(text).key if text else ""
    except (ValueError, OSError, KeyError) as wrong:
        raise argparse.ArgumentTypeError(f"“{text}” is not a time zone") from wrong


def _init(desk: Desk, options: argparse.Namespace) -> int:
    from erp_desktop.services.shop.founding import FoundShop, found_shop

    place = desk.named_place()
    name = options.name if options.name is not None else Path(place).stem
    if "://" in place and options.name is None:
        raise WrongUsage("say the shop's name: --name NAME")
    facts = FoundShop(
        name=name,
        currency=options.currency,
        language=options.language,
        tax=options.tax,
        prices_include_tax=options.include,
        time_zone=options.time_zone,
        warehouse=options.warehouse,
        valuation=options.valuation,
        practice=options.practice,
    )
    work = found_shop(place, facts)
    try:
        kept = work.read(lambda books: dict(books.settings))
    finally:
        work.close()
    last_shop.remember_shop(place)
    desk.say(f"{facts.name} ({facts.currency}) is founded: {place}")
    if desk.as_json:
        desk.answer({
            "shop": place, "name": kept["name"], "currency": kept["currency"],
            "language": kept["language"], "tax": f"{options.tax:f}",
            "prices_include_tax": facts.prices_include_tax, "time_zone": kept["time_zone"],
        })  # fmt: skip
    return DONE


COMMANDS = {"init": Command("make a new shop", _options, _init)}
