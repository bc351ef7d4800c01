"""What happens to a promise: begun, drafted, grounded, frozen, revised and adopted."""

from lupaus.promise.actions.beginning import begin_promise
from lupaus.promise.actions.disposing import dispose
from lupaus.promise.actions.drafting import draft, edit_pledge, remove_basis, rest_on, stand_on, word
from lupaus.promise.actions.versions import adopt, freeze, revise

__all__ = [
    "adopt",
    "begin_promise",
    "dispose",
    "draft",
    "edit_pledge",
    "freeze",
    "remove_basis",
    "rest_on",
    "revise",
    "stand_on",
    "word",
]
