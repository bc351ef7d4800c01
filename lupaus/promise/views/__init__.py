"""Pages of the promise, for officials."""

from lupaus.promise.views.dispositions import dispose, dispositions
from lupaus.promise.views.pledge import edit_pledge, fit_hint
from lupaus.promise.views.promise import begin_promise, edit_core, edit_promise, promises
from lupaus.promise.views.versions import freeze, revise, version, versions

__all__ = [
    "begin_promise",
    "dispose",
    "dispositions",
    "edit_core",
    "edit_pledge",
    "edit_promise",
    "fit_hint",
    "freeze",
    "promises",
    "revise",
    "version",
    "versions",
]
