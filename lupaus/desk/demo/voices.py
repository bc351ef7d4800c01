"""Hear people: parties, consultations, and what everyone wrote, moderated one by one."""

from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter, contributions, in_languages
from lupaus.journal.actions import record
from lupaus.participation.models import Consultation, Contribution, Party
from lupaus.participation.states import Channel, ConsultationState, Moderation
from lupaus.people.actions import begin, give_receipt
from lupaus.people.states import ParticipantKind

CHANNELS = {"web": Channel.TEXT, "paper": Channel.PAPER, "phone": Channel.PHONE, "workshop": Channel.EVENT}
KINDS = {"text": Channel.TEXT, "opinion_map": Channel.OPINION_MAP}
SOURCES = {"paper": "paperilomake", "phone": "puhelu", "workshop": "työpaja"}
# The receipts that are shown to everyone, one for each fate of a resident's words.
CODES = {"taken": "saan-yhte-yden", "partly": "tyta-rjam-amma", "not_taken": "mets-anta-kana"}


def gather_parties(stage: Stage) -> None:
    """The groups whose voices are told apart."""
    for order, party in enumerate(chapter("parties")["parties"]):
        stage.parties[party["key"]] = Party.objects.create(
            county=stage.county, key=party["key"], order=order, **in_languages("name", party["name"])
        )


def open_consultation(stage: Stage, key: str) -> None:
    """One question to people, with its window."""
    asked = next(one for one in chapter("consultations")["consultations"] if one["key"] == key)
    stage.consultations[key] = consultation = Consultation.objects.create(
        county=stage.county,
        process=stage.process,
        state=ConsultationState.OPEN,
        channel=KINDS[asked["kind"]],
        opens_on=stage.on(asked["opens"]),
        closes_on=stage.on(asked["closes"]),
        is_simulated=True,
        **in_languages("title", asked["title"]),
        **in_languages("lead", asked["lead"]),
        **in_languages("question", asked["question"]),
        **in_languages("background", asked["background"]),
        **in_languages("what_happens_next", asked["next"]),
        **in_languages("who_reads", asked["readers"]),
    )
    record(
        "participation.consultation_opened",
        consultation,
        by=stage.people["coordinator"],
        at=stage.at(asked["opens"], 8),
    )


def close_consultation(stage: Stage, key: str) -> None:
    consultation = stage.consultations[key]
    consultation.state = ConsultationState.CLOSED
    consultation.save(update_fields=["state"])
    day = (consultation.closes_on - stage.today).days
    record("participation.consultation_closed", consultation, by=None, at=stage.at(day, 23, 59))


def hear(stage: Stage, key: str) -> None:
    """Everything people wrote in one consultation, each with a receipt; all but the newest read by the moderator."""
    opened = (stage.consultations[key].opens_on - stage.today).days
    for number, words in enumerate(contributions(key)):
        day, minute = opened + int(words["day"]), (number * 13) % 60
        stage.contributions[words["key"]] = contribution = contribute(
            stage, key, words, day=day, minute=minute
        )
        if not words.get("waits"):
            moderate(stage, contribution, words.get("hidden"), day=day, minute=minute)


def contribute(stage: Stage, key: str, words: dict[str, Any], *, day: int, minute: int) -> Contribution:
    via = words.get("via", "web")
    moment = stage.at(day, 9 + minute % 10, minute)
    kind = ParticipantKind.DEVICE if via == "web" else ParticipantKind.PAPER
    participant = begin(stage.county, language=words["language"], kind=kind)
    showcase = words.get("showcase")
    receipt, code = give_receipt(stage.county, participant, at=moment, code=CODES.get(showcase or ""))
    if showcase:
        stage.receipts[showcase] = code
    contribution = Contribution.objects.create(
        county=stage.county,
        consultation=stage.consultations[key],
        channel=CHANNELS[via],
        text=words["text"],
        language=words["language"],
        party=stage.parties[words["party"]],
        area=stage.areas[words["area"]],
        participant=participant,
        receipt=receipt,
        given_at=moment,
        source=SOURCES.get(via, ""),
        is_example=True,
    )
    record("participation.contributed", contribution, by=participant, at=moment)
    return contribution


def moderate(
    stage: Stage, contribution: Contribution, hidden: dict[str, str] | None, *, day: int, minute: int
) -> None:
    """Publish, or hide with a reason the writer can read."""
    moderator, moment = stage.people["moderator"], stage.at(min(day + 1, -1), 14, minute)
    contribution.moderation = Moderation.HIDDEN if hidden else Moderation.PUBLISHED
    contribution.moderated_at, contribution.moderated_by = moment, moderator
    reasons = in_languages("moderation_reason", hidden) if hidden else {}
    for name, reason in reasons.items():
        setattr(contribution, name, reason)
    contribution.save(
        update_fields=["moderation", "moderated_at", "moderated_by", "moderation_reason", *reasons]
    )
    record(f"participation.{contribution.moderation}", contribution, by=moderator, at=moment)
