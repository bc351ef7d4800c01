"""What is wrong with an export, in the reader's language: which file, which row, and how to mend it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lupaus.methods.opinion_map import BadVotes, Note

SENTENCES = {
    "missing_column": gettext_lazy("The column “%(missing)s” is missing. Add it to the header row."),
    "wrong_columns": gettext_lazy(
        "The columns are not those of this file. Expected: %(expected)s. Found: %(found)s."
    ),
    "wrong_delimiter": gettext_lazy(
        "The columns are separated by “%(delimiter)s”. Save the file with commas between the columns."
    ),
    "wrong_field_count": gettext_lazy(
        "The row has %(found)s fields but the header has %(expected)s. Check quotation marks and commas."
    ),
    "not_utf8": gettext_lazy("Byte %(byte)s is not UTF-8 text. Save the file as UTF-8."),
    "not_json": gettext_lazy("The file is not valid JSON: %(problem)s. Export it again."),
    "wrong_structure": gettext_lazy("The file is not built as it should be: %(problem)s. Export it again."),
    "duplicate_claim": gettext_lazy(
        "Claim %(claim)s is given twice, first on row %(first_line)s. Keep one of the rows."
    ),
    "duplicate_participant": gettext_lazy(
        "Participant %(participant)s is given twice, first on row %(first_line)s. Keep one of the rows."
    ),
    "bad_vote": gettext_lazy("The vote “%(value)s” is not 1 (agree), 0 (pass) or -1 (disagree). Correct it."),
    "bad_moderation": gettext_lazy(
        "The moderation mark “%(value)s” is not 1 (accepted), 0 (not moderated) or -1 (rejected). Correct it."
    ),
    "bad_number": gettext_lazy("“%(value)s” is not a whole number. Correct it."),
    "bad_timestamp": gettext_lazy(
        "The time “%(value)s” is not a number of seconds or milliseconds. Correct it."
    ),
    "claim_without_text": gettext_lazy("Claim %(claim)s has no text. Write the text or remove the row."),
    "claim_without_id": gettext_lazy("The row has no claim number. Add it or remove the row."),
    "participant_without_id": gettext_lazy("The row has no participant number. Add it or remove the row."),
    "unknown_claim": gettext_lazy(
        "Claim %(claim)s is not among the claims. Add it to the claims or remove the row."
    ),
    "unknown_participant": gettext_lazy(
        "Participant %(participant)s is not among the participants. Add the participant or remove the row."
    ),
    "empty_file": gettext_lazy("The file is empty. Export it again."),
    "file_too_large": gettext_lazy("The file is larger than %(limit_megabytes)s MB. Send a smaller one."),
    "flipped_signs": gettext_lazy(
        "The signs look turned: -1 seems to mean “agree”. Tick “Turn the signs” and send the files again."
    ),
    "too_many_claims": gettext_lazy(
        "There are %(found)s claims, but at most %(limit)s can be handled. Leave out those that were rejected."
    ),
    "no_votes_file": gettext_lazy(
        "No votes were found. Send votes.csv, participants-votes.csv or votes.json too."
    ),
    "duplicate_file": gettext_lazy("There are two files of the kind “%(kind)s”. Send only one."),
    "unknown_file": gettext_lazy("The file does not belong to the export of a conversation. Leave it out."),
    "unequal_lengths": gettext_lazy("Participants, claims, votes and times are not equally many: %(found)s."),
}

NOTES = {
    "stored_agrees_differ": gettext_lazy(
        "The stored counts of agreement match the votes in %(equal)s of %(claims)s claims. We count from the votes."
    ),
    "cells_differ": gettext_lazy(
        "The two vote files differ in %(cells)s places. We follow votes.csv, where the last answer counts."
    ),
    "sign_not_checked": gettext_lazy(
        "The files do not tell whether 1 means agree. Check one claim you know before you publish."
    ),
}


def explain(error: BadVotes) -> str:
    """Where and what is wrong, and how to mend it: "votes.csv, row 3: the vote ..."."""
    sentence = str(SENTENCES[error.code] % error.values)
    if error.file is None:
        return sentence
    if error.line is None:
        return _("%(file)s: %(sentence)s") % {"file": error.file, "sentence": sentence}
    if error.column is None:
        return _("%(file)s, row %(line)s: %(sentence)s") % {
            "file": error.file,
            "line": error.line,
            "sentence": sentence,
        }
    return _("%(file)s, row %(line)s, column %(column)s: %(sentence)s") % {
        "file": error.file,
        "line": error.line,
        "column": error.column,
        "sentence": sentence,
    }


def note_words(note: Note) -> str:
    """What was noticed in the files that did not stop the import."""
    return str(NOTES[note.code] % note.values) if note.code in NOTES else note.code
