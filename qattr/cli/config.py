"""Defaults out of ``qattr.toml`` and ``QATTR_VERBS``.

The file is looked for in the folder where the command runs, then in the user's configuration folder.  A file that came
with somebody's archive must not say what is written where: ``output`` counts in the user's own file only.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from qattr.cli.options import OPTIONS, Mistake, Option

NAME = "qattr.toml"
_NOT_IN_A_FOLDER = ("output",)
_NEVER = ("rules", "schema", "man", "version", "no-config", "evaluate", "quote")
_BY_KEY = {option.key: option for option in OPTIONS if option.key not in _NEVER}


def defaults(environment: dict[str, str] | os._Environ[str] = os.environ) -> dict[str, Any]:
    """The defaults of the options by their names.  Raises :class:`Mistake` for a file that cannot be used."""
    found: dict[str, Any] = {}
    if os.path.isfile(NAME):
        found = _read(NAME, _NOT_IN_A_FOLDER)
    elif os.path.isfile(path := os.path.join(user_folder(environment), NAME)):
        found = _read(path, ())
    if verbs := environment.get("QATTR_VERBS"):
        found["verbs"] = [name for name in verbs.split(os.pathsep) if name]
    return found


def user_folder(environment: dict[str, str] | os._Environ[str] = os.environ) -> str:
    """Where this system keeps a program's configuration: platformdirs' answer, without its loading at each start."""
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.path.join(environment.get("LOCALAPPDATA", home), "qattr")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Application Support", "qattr")
    return os.path.join(environment.get("XDG_CONFIG_HOME") or os.path.join(home, ".config"), "qattr")


def _read(path: str, forbidden: tuple[str, ...]) -> dict[str, Any]:
    """The options that one ``qattr.toml`` sets. Raises :class:`Mistake` for any that it may not set."""
    import tomllib

    try:
        with open(path, "rb") as file:
            data = tomllib.load(file)
    except OSError as error:
        raise Mistake(f"{path}: {(error.strerror or str(error)).lower()}. Use --no-config to do without.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())
        raise Mistake(f"{path}: no valid TOML ({reason}). Correct it, or use --no-config.") from None
    found = {}
    for key, value in data.items():
        option = _BY_KEY.get(key.replace("_", "-"))
        if option is None:
            raise Mistake(f"{path}: no option {key!r}. It takes {', '.join(_BY_KEY)}.")
        if option.key in forbidden:
            raise Mistake(f"{path}: {key!r} may stand in your own {NAME} only ({user_folder()}).")
        found[option.name] = _value(path, option, value)
    if found.pop("json", False):
        found["format"] = "json"  # so that a format that is typed wins
    return found


def _value(path: str, option: Option, value: Any) -> Any:
    """A value of the file as the command line would give it."""
    wanted, fits = "a string", isinstance(value, str)
    if not option.metavar:
        wanted, fits = "true or false", isinstance(value, bool)
    elif option.many:
        value = [value] if isinstance(value, str | int) else value
        wanted, fits = "a list", isinstance(value, list) and all(isinstance(part, option.of) for part in value)
    elif option.of is not str:
        wanted, fits = "a number", isinstance(value, int | float) and not isinstance(value, bool)
    if not fits:
        raise Mistake(f"{path}: {option.key} must be {wanted}.")
    if option.is_path:
        folder = os.path.dirname(path)
        value = [os.path.join(folder, name) for name in value] if option.many else os.path.join(folder, value)
    try:
        option.checked(value)
    except Mistake as error:
        raise Mistake(f"{path}: {option.key}: {error}") from None
    return value
