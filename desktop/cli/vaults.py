"""Verbs on the vault itself: make it, check it, change what opens it."""

import platform
from argparse import Namespace
from pathlib import Path

from desktop.cli.console import Console
from desktop.cli.doors import closing, floor_of, opened, require_vault
from desktop.cli.parser import Verbs
from desktop.cli.passphrases import (
    add_new_passphrase_option,
    add_passphrase_option,
    first_passphrase,
    new_passphrase,
    recovery_key,
)
from desktop.errors import ExitCode
from desktop.i18n import _, ngettext


def register(verbs: Verbs) -> None:
    """Add the verbs to the grammar."""
    create = verbs.add(
        "create", _("make a vault; prints its recovery key once"), create_vault,
        json='{"vault": path, "recovery_key": text}', opens=False,
    )  # fmt: skip
    add_passphrase_option(create)
    create.add_argument("--author", default="", metavar="NAME", help=_("whose name stands in the journal"))
    verbs.add(
        "verify", _("check every page, journal link, reference and document file; ends with 5 when anything is off"),
        verify_vault,
        json='{"is_sound": bool, "entries": number, "files": number, "findings": [{"code": text, "place": text}]}\n'
        "codes: database chain journal reference file-missing file-damaged file-altered file-stray",
    )  # fmt: skip
    add_new_passphrase_option(verbs.add("passphrase", _("change the passphrase"), change_passphrase))
    recover = verbs.add(
        "recover", _("open with the recovery key and set a new passphrase"), recover_vault,
        json='{"vault": path, "recovery_key": text or null}', opens=False,
    )  # fmt: skip
    recover.add_argument(
        "--recovery-key-file", metavar="FILE", help=_("read the recovery key from FILE; - is standard input")
    )
    add_new_passphrase_option(recover)
    recover.add_argument(
        "--new-recovery-key", action="store_true", help=_("make a new recovery key too; the old one is then worthless")
    )


def create_vault(arguments: Namespace, console: Console) -> int:
    """Make a vault and print its recovery key."""
    from db.errors import VaultExists
    from desktop.operations import vaults

    folder = Path(arguments.vault)
    if folder.exists():
        raise VaultExists(folder)
    secret = first_passphrase(console, arguments)
    made = vaults.create_vault(
        folder, secret, clock=console.clock, author=arguments.author, device=platform.node(), **console.costs
    )
    vault, key = made.result
    vault.close()
    if console.is_json:
        console.give({"vault": str(folder), "recovery_key": key})
    else:
        console.say(_("The vault {folder} is made. Its recovery key is shown this once:").format(folder=folder))
        console.say(key)
        console.say(_("Write it down and keep it away from this computer: it opens the vault without the passphrase."))
    return ExitCode.FINE


def verify_vault(arguments: Namespace, console: Console) -> int:
    """Check everything and print what is off."""
    from desktop.operations import verification

    with opened(console, arguments) as vault:
        found = verification.verify_vault(vault, progress=console.progress).result
    if console.is_json:
        findings = [{"code": finding.code, "place": finding.place} for finding in found.findings]
        console.give({
            "is_sound": found.is_sound, "entries": found.entries, "files": found.files, "findings": findings,
        })  # fmt: skip
    else:
        for finding in found.findings:
            console.say(f"{_finding(finding.code)}: {finding.place}")
        console.say(_verdict(found.entries, found.files, is_sound=found.is_sound))
    return ExitCode.FINE if found.is_sound else ExitCode.DAMAGED


def _verdict(entries: int, files: int, *, is_sound: bool) -> str:
    if not is_sound:
        return _("The vault is damaged. Copy its whole folder before anything else, then restore a backup.")
    looked = ngettext("{files} file", "{files} files", files).format(files=files)
    return _("The vault is sound: {entries} journal entries, {files}.").format(entries=entries, files=looked)


def _finding(code: str) -> str:
    return {
        "database": _("Damage in the database"),
        "chain": _("Broken journal link"),
        "journal": _("Altered journal entry"),
        "reference": _("Reference to a record that is not there"),
        "file-missing": _("Missing document file"),
        "file-damaged": _("Damaged document file"),
        "file-altered": _("Document file with another fingerprint"),
        "file-stray": _("File that no record knows (harmless)"),
    }.get(code, code)


def change_passphrase(arguments: Namespace, console: Console) -> int:
    """Set another passphrase."""
    from desktop.operations import vaults

    with opened(console, arguments) as vault:
        vaults.change_passphrase(vault, new_passphrase(console, arguments), **console.costs)
    console.say(_("The new passphrase opens the vault now. Old copies of its key file still open with the old one."))
    return ExitCode.FINE


def recover_vault(arguments: Namespace, console: Console) -> int:
    """Open with the recovery key and set a new passphrase."""
    from desktop.operations import vaults

    folder = Path(arguments.vault)
    require_vault(folder)
    key = recovery_key(console, arguments)
    vault = vaults.recover_vault(
        folder, key, clock=console.clock, device=platform.node(), **floor_of(console)
    ).result  # fmt: skip
    with closing(vault):
        vaults.change_passphrase(vault, new_passphrase(console, arguments), **console.costs)
        renewed = vaults.renew_recovery_key(vault).result if arguments.new_recovery_key else None
    if console.is_json:
        console.give({"vault": str(folder), "recovery_key": renewed})
        return ExitCode.FINE
    console.say(_("The new passphrase opens the vault now."))
    if renewed:
        console.say(_("Its new recovery key is shown this once:"))
        console.say(renewed)
    return ExitCode.FINE
