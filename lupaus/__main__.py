"""Run one of the product's commands: `python -m lupaus COMMAND`, hyphens or underscores alike."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lupaus.settings")
    from django.core.management import execute_from_command_line  # after the settings are named

    arguments = list(sys.argv)
    if len(arguments) > 1:
        arguments[1] = arguments[1].replace("-", "_") if not arguments[1].startswith("-") else arguments[1]
    execute_from_command_line(["lupaus", *arguments[1:]])


main()
