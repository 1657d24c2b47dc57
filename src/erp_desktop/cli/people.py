"""`user`: who may work here, as what, and with which password."""

import argparse

from erp_desktop.cli.desk import DONE, Desk, password_for
from erp_desktop.cli.program import Command

NEW_PASSWORD = "ERP_NEW_PASSWORD"  # noqa: S105  (the name of a variable, not a password)
NEW_PIN = "ERP_NEW_PIN"
ROLES = ("owner", "manager", "clerk", "accountant")


def _options(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", required=True, metavar="add|role|password|pin|list")
    add = what.add_parser("add", help="somebody new")
    add.add_argument("name")
    add.add_argument("--role", default="clerk", choices=ROLES)
    add.add_argument("--full-name", default="")
    role = what.add_parser("role", help="give somebody another role")
    role.add_argument("name")
    role.add_argument("role", choices=ROLES)
    password = what.add_parser("password", help="set a password (an empty one removes it)")
    password.add_argument("name")
    password.add_argument(
        "--password-env", default=NEW_PASSWORD, metavar="VAR", help=f"default: {NEW_PASSWORD}"
    )
    pin = what.add_parser("pin", help="set a PIN for the till (an empty one removes it)")
    pin.add_argument("name")
    pin.add_argument("--pin-env", default=NEW_PIN, metavar="VAR", help=f"default: {NEW_PIN}")
    what.add_parser("list", help="who there is")


def _user(desk: Desk, options: argparse.Namespace) -> int:
    from erp_desktop.services.users import people

    with desk.open() as work:
        match options.what:
            case "add":
                work.run(people.add_person, options.name, options.role, options.full_name)
            case "role":
                work.run(people.set_role, options.name, options.role)
            case "password":
                given = password_for(options.name, options.password_env)
                work.run(people.set_password, options.name, given)
            case "pin":
                given = password_for(options.name, options.pin_env)
                work.run(people.set_pin, options.name, given)
        known = work.read(people.people)
    if desk.as_json:
        desk.answer([
            {"name": one.name, "full_name": one.full_name, "role": one.role,
             "has_password": one.has_password, "has_pin": one.has_pin} for one in known
        ])  # fmt: skip
    for one in known:
        desk.say(f"{one.name:20} {one.role:12} {one.full_name}")
    return DONE


COMMANDS = {"user": Command("people and rights", _options, _user)}
