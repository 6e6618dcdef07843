"""The commands, for a bare python3: `python3 tasks.py` lists them, `python3 tasks.py build` builds the site.

The first start makes `.venv` beside this file from what is pinned here; each later one compares one hash and hands
over. Inside the environment `inv build` is the same. This file serves every site that `init` makes, too: there
`requirements.txt` pins the engine that here lies in `plugins/`.

Not here: what the commands do (`sajaro.commands`) and how their arguments are read (`sajaro.cli`). This file keeps to
the syntax of old Pythons and imports little: they deserve a sentence, and every start pays for the imports.
"""

import contextlib
import hashlib
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "sajaro.stamp"
LOCK, PIN = ROOT / "requirements.lock", ROOT / "requirements.txt"

# Commands of this repository that are none of the package's.
OWN = {
    name: ROOT / path
    for name, path in (("test", "tests/run.py"), ("bench", "benchmarks/run.py"))
    if (ROOT / path).exists()
}


def main(arguments: list) -> None:
    if sys.version_info < (3, 11):  # noqa: UP036
        sys.exit("Sajaro needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info))
    inside = VENV.exists() and os.path.samefile(sys.prefix, VENV)
    if not is_current():
        set_up()
        inside = False
    if not inside:
        hand_over([str(PYTHON), __file__, *arguments])
    from sajaro import cli

    sys.exit(cli.main(arguments, own=OWN))


def is_current() -> bool:
    """Whether `.venv` was completed, here, with the interpreter that is still there, from these pins."""
    try:
        base, made_of = STAMP.read_text("utf-8").splitlines()
        return made_of == digest(base) and PYTHON.exists()
    except (OSError, ValueError):
        return False


def digest(base: str) -> str:
    """What an environment is made of, in hexadecimal. OSError: the interpreter `base` is gone."""
    interpreter = os.stat(base)
    made_of = hashlib.sha256(repr((str(ROOT), interpreter.st_size, interpreter.st_mtime_ns)).encode())
    for pins in filter(Path.exists, (LOCK, PIN)):
        made_of.update(pins.read_bytes())
    return made_of.hexdigest()


def set_up() -> None:
    from importlib.util import find_spec

    if not (LOCK.exists() or PIN.exists()):
        sys.exit(f"{LOCK} is missing: it names what to install.")
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        sys.exit(
            "This Python comes without venv, which the set-up needs.\n"
            "On Debian and Ubuntu: sudo apt-get install python{}.{}-venv".format(*sys.version_info)
        )
    try:
        with alone():
            if not is_current():
                print("Setting up .venv; this happens once and takes about a minute.", file=sys.stderr, flush=True)
                make_environment()
    except KeyboardInterrupt:
        sys.exit("Set-up was interrupted; the next start begins it afresh.")
    except OSError as error:
        sys.exit(f"Set-up failed: {error}")


@contextlib.contextmanager
def alone():
    """Waits until nobody else sets up here. The system frees the lock of a process that died."""
    with open(ROOT / ".venv.lock", "w") as file:
        if os.name == "nt":
            import errno
            import msvcrt

            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError as error:  # EDEADLK: it gave up waiting after ten seconds
                    if error.errno != errno.EDEADLK:
                        raise
        else:
            import fcntl

            # The installer inherits it: should only this process be killed, the next one waits for the installer.
            os.set_inheritable(file.fileno(), True)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def make_environment() -> None:
    # Inside an environment, sys.executable is the environment's own, which is about to be cleared.
    base = sys._base_executable
    with contextlib.suppress(FileNotFoundError):
        STAMP.unlink()
    install = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
    run([base, "-m", "venv", "--clear", str(VENV)])
    if LOCK.exists():
        run([*install, "--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", str(LOCK)])
    if PIN.exists():
        run(
            [*install, "--only-binary", ":all:", "-r", str(PIN)], f"Does {PIN.name} name an engine that pip can find?\n"
        )
    elif (ROOT / "pyproject.toml").exists():
        run([*install, "--no-index", "--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    STAMP.write_text(base + "\n" + digest(base), "utf-8")


def run(command: list, question: str = "") -> None:
    import subprocess

    if subprocess.run(command, close_fds=False).returncode:
        sys.exit("Set-up failed at: {}\n{}The next start begins it afresh.".format(" ".join(command), question))


def hand_over(command: list) -> None:
    if os.name == "nt":
        # There execv returns to the shell at once and leaves the new process behind.
        import subprocess

        with contextlib.suppress(KeyboardInterrupt):
            sys.exit(subprocess.run(command).returncode)
        sys.exit(130)
    os.execv(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
elif __name__ == "tasks":  # imported by invoke
    from sajaro.cli import collection

    namespace = collection(OWN)
