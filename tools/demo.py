"""The demonstration: a vault of the published cases in ``resources/samples``, made as any user would make it.

With a display it opens the window on that vault. Without one it writes the chronology of the airport case and
pictures of the window. Everything goes through the public command line, so that what works here works for everyone.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "resources" / "samples"
PASSPHRASE = "seven quiet apples under an old poplar"  # noqa: S105 - published on purpose: it protects published cases
SHOWN = "airport"


def sandyq(*arguments: str | Path) -> str:
    """Run the command line with the demonstration's passphrase and return what it prints; end with its exit code."""
    command = [sys.executable, "-m", "desktop", *map(str, arguments), "--passphrase-file", "-"]
    outcome = subprocess.run(command, cwd=ROOT, input=PASSPHRASE, stdout=subprocess.PIPE, text=True, check=False)
    if outcome.returncode:
        sys.exit(outcome.returncode)
    return outcome.stdout


def build(vault: Path) -> None:
    """Make the vault and import every sample into it; it takes its place only when it is whole."""
    unfinished = vault.parent / "unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    sandyq("create", unfinished / vault.name)
    for sample in sorted(SAMPLES.glob("*/case.json")):
        print(f"importing {sample.relative_to(ROOT)}", flush=True)
        sandyq("import", unfinished / vault.name, sample)
    (unfinished / vault.name).rename(vault)
    unfinished.rmdir()


def shown_case() -> str:
    """The reference of the case that stands for all, as its sample gives it."""
    sample = next(SAMPLES.glob(f"*{SHOWN}*/case.json"))
    return json.loads(sample.read_text(encoding="utf-8"))["case"]["ref"]


def write_briefs(vault: Path, folder: Path) -> None:
    """Export the chronology of the shown case in every language."""
    case = shown_case()
    for language in ("en", "ru", "kk"):
        brief = folder.resolve() / f"{SHOWN}-chronology-{language}.pdf"
        sandyq("brief", vault, case, "--template", "chronology", "--lang", language, "--out", brief)
        print(f"brief:       {brief}", flush=True)


def take_pictures(vault: Path, folder: Path) -> None:
    """Take pictures of the window at work on the vault, without a screen."""
    command = [sys.executable, "-m", "tools.screenshots", "--vault", str(vault), "--out", str(folder.resolve())]
    environment = {**os.environ, "SANDYQ_PASSPHRASE": PASSPHRASE}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.setdefault("QT_LOGGING_RULES", "default.warning=false")  # no screen, no hints about window sizes
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    if code:
        sys.exit(code)


def has_display() -> bool:
    """Whether a window could be seen here."""
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main() -> None:
    """Make what is missing, then show it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "demo", help="where the vault and the brief go")
    parser.add_argument("--screenshots", type=Path, help="only take pictures of the window, into this folder")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    vault = options.folder.resolve() / "Demonstration.sandyq"
    if not vault.exists():
        build(vault)
    print(f"vault:       {vault}\npassphrase:  {PASSPHRASE}", flush=True)
    if options.screenshots:
        take_pictures(vault, options.screenshots)
    elif has_display():
        sys.exit(subprocess.run([sys.executable, "-m", "desktop", str(vault)], cwd=ROOT, check=False).returncode)
    else:
        write_briefs(vault, options.folder)
        take_pictures(vault, options.folder)
        print(f"pictures:    {options.folder.resolve()}")


if __name__ == "__main__":
    main()
