"""Compute an opinion map: one call from a conversation to its Result."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import numpy as np

from lupaus.methods.opinion_map import polis
from lupaus.methods.opinion_map.analysis import Grouping, OpinionMap, draw_map, honest_groups, polis_grouping
from lupaus.methods.opinion_map.conversation import Conversation, conversation_of
from lupaus.methods.opinion_map.flags import Flagged, flagged
from lupaus.methods.opinion_map.groups import Checkpoint, clusterings
from lupaus.methods.opinion_map.groups.choice import FEWEST_GROUPED
from lupaus.methods.opinion_map.result import Drawn, OpinionMapResult, Run, assemble
from lupaus.methods.opinion_map.types import Flags, Floats
from lupaus.methods.opinion_map.votes import Votes

Mode = Literal["lupaus", "polis"]
BOOTSTRAPS = 200


@dataclass(frozen=True)
class Setting:
    """How a run is made: everything that, with the votes, decides the Result."""

    mode: Mode = "lupaus"
    moderation: Literal["drop", "zero"] = "drop"
    seed: int = 1
    bootstraps: int = BOOTSTRAPS
    exploration: int | None = None


def compute(
    conversation_or_votes: Conversation | Votes,
    *,
    mode: Mode = "lupaus",
    seed: int = 1,
    computed_on: date | None = None,
    bootstraps: int = BOOTSTRAPS,
    checkpoint: Checkpoint | None = None,
    moderation: Literal["drop", "zero"] | None = None,
) -> OpinionMapResult:
    """The opinion map of a conversation: totals, lists and groups, or the verdict that there are none.

    Mode ``lupaus`` is ours, mode ``polis`` what Polis would compute cold. ``moderation`` drops rejected claims or zeroes them, by default as the
    mode does. ``checkpoint`` keeps the bootstraps done so far. Same votes, setting and date: same bytes.
    """
    conversation = _as_conversation(conversation_or_votes)
    setting = Setting(mode, moderation or ("zero" if mode == "polis" else "drop"), seed, bootstraps)
    return _computed(conversation, setting, computed_on, checkpoint)


def explore_k(
    conversation_or_votes: Conversation | Votes, k: int, *, seed: int = 1, computed_on: date | None = None
) -> OpinionMapResult:
    """The map cut into another number of groups (2-5): an exploration for an official, never a main result (specification 4.6)."""
    if not 2 <= k <= 5:
        raise ValueError("k must be 2, 3, 4 or 5")
    setting = Setting(seed=seed, bootstraps=0, exploration=k)
    return _computed(_as_conversation(conversation_or_votes), setting, computed_on, None)


def _as_conversation(given: Conversation | Votes) -> Conversation:
    return conversation_of(given) if isinstance(given, Votes) else given


def _computed(
    conversation: Conversation, setting: Setting, computed_on: date | None, checkpoint: Checkpoint | None
) -> OpinionMapResult:
    run = _run(conversation, setting, computed_on)
    drawn = _drawn(conversation, setting, checkpoint, run.input_sha256)
    marked = flagged(drawn.map.votes)
    without = _without_flagged(conversation, setting, drawn.map, marked)
    return assemble(run, drawn, marked, without)


def _run(conversation: Conversation, setting: Setting, computed_on: date | None) -> Run:
    votes = conversation.votes
    out = conversation.moderated_out()
    fingerprint = hashlib.sha256(
        votes.sha256().encode() + np.packbits(out).tobytes() + np.packbits(conversation.meta()).tobytes()
    )
    return Run(
        mode=setting.mode,
        moderation=setting.moderation,
        seed=setting.seed,
        bootstraps=setting.bootstraps,
        exploration=setting.exploration,
        computed_on=computed_on,
        input_sha256=fingerprint.hexdigest(),
        claims=votes.claims,
        moderated_out=out,
    )


def _drawn(
    conversation: Conversation,
    setting: Setting,
    checkpoint: Checkpoint | None,
    fingerprint: str,
    warm: Floats | None = None,
) -> Drawn:
    votes, out = conversation.votes, conversation.moderated_out()
    if setting.mode == "polis":
        drawn = draw_map(votes, out, seed=setting.seed, grouped=_polis_people(conversation), warm=warm)
        return Drawn(drawn, polis_grouping(drawn), conversation.meta())
    if setting.moderation == "zero":
        drawn = draw_map(votes, out, seed=setting.seed, warm=warm)
    else:
        drawn = draw_map(votes.keep_claims(~out), None, seed=setting.seed, warm=warm)
    meta = conversation.meta() if setting.moderation == "zero" else conversation.meta()[~out]
    if setting.exploration is not None:
        return Drawn(drawn, _explored(drawn, setting.exploration, setting.seed), meta)
    resumable = f"{fingerprint} {setting.seed} {setting.moderation}"
    grouping = honest_groups(
        drawn, seed=setting.seed, bootstraps=setting.bootstraps, checkpoint=checkpoint, fingerprint=resumable
    )
    return Drawn(drawn, grouping, meta)


def _polis_people(conversation: Conversation) -> Flags:
    """The stored grouped people if the import told them, else Polis' cold rule."""
    votes = conversation.votes
    if conversation.stored_grouped is not None:
        return np.isin(
            votes.participants, np.array(conversation.stored_grouped, dtype=votes.participants.dtype)
        )
    shown = np.bincount(votes.columns(), minlength=votes.claim_count)
    return polis.grouped_people(votes, int((shown > 0).sum()))


def _explored(drawn: OpinionMap, k: int, seed: int) -> Grouping:
    found = clusterings(drawn.places[drawn.grouped], seed=seed)
    plain = honest_groups(drawn, seed=seed, bootstraps=0)
    if k not in found:
        return replace(plain, verdict="too_few", reason="fewer_places_than_groups")
    labels = plain.labels.copy()
    labels[drawn.grouped] = found[k].labels
    return replace(plain, labels=labels, k=k, verdict="exploration", reason="chosen_by_an_official")


def _without_flagged(
    conversation: Conversation, setting: Setting, drawn: OpinionMap, marked: Flagged
) -> Drawn | None:
    """The headline results once more without the flagged participants; None when nobody is flagged."""
    if not marked.anyone.any() or setting.exploration is not None:
        return None
    kept = np.isin(conversation.votes.participants, drawn.votes.participants[~marked.anyone])
    rest = replace(conversation, votes=conversation.votes.keep_participants(kept))
    return _drawn(rest, setting, None, "", warm=drawn.components.block)


__all__ = ["BOOTSTRAPS", "FEWEST_GROUPED", "Mode", "Setting", "compute", "explore_k"]
