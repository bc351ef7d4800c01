"""What can be wrong with votes that somebody hands to us, said so that it can be mended.

Every error carries a machine code and values, so that a page can say it in the reader's own language; ``str(error)`` is the same in English.
"""

from collections.abc import Mapping

Value = int | str

SENTENCES: Mapping[str, str] = {
    "missing_column": "The column “{missing}” is missing; add it to the header row.",
    "wrong_columns": "The columns are not those of this file: expected {expected}, found {found}.",
    "wrong_delimiter": "The columns are separated by “{delimiter}”; save the file with commas between columns.",
    "wrong_field_count": "The row has {found} fields but the header has {expected}; check the quotation marks and commas.",
    "not_utf8": "Byte {byte} of the file is not UTF-8 text; save the file as UTF-8.",
    "not_json": "The file is not valid JSON: {problem}.",
    "wrong_structure": "The file does not have the expected structure: {problem}.",
    "duplicate_claim": "Claim “{claim}” is given twice, first on line {first_line}; keep one of the rows.",
    "duplicate_participant": "Participant “{participant}” is given twice, first on line {first_line}; keep one of the rows.",
    "bad_vote": "The vote “{value}” is not 1 (agree), 0 (pass) or -1 (disagree); correct it.",
    "bad_moderation": "The moderation mark “{value}” is not 1 (accepted), 0 (not moderated) or -1 (rejected); correct it.",
    "bad_number": "“{value}” is not a whole number; correct it.",
    "bad_timestamp": "The time “{value}” is not a number of seconds or milliseconds; correct it.",
    "claim_without_text": "Claim “{claim}” has no text; write the text or remove the row.",
    "claim_without_id": "The row has no claim number; add it or remove the row.",
    "participant_without_id": "The row has no participant number; add it or remove the row.",
    "unknown_claim": "Claim “{claim}” is not among the claims; add it to the claims or remove the row.",
    "unknown_participant": "Participant “{participant}” is not among the participants; add the participant or remove the row.",
    "empty_file": "The file is empty; export it again.",
    "file_too_large": "The file is larger than {limit_megabytes} MB; send a smaller one.",
    "flipped_signs": "These look like raw votes (-1 = agree); import them again with the signs flipped.",
    "too_many_claims": "There are {found} claims but at most {limit} can be handled; leave out those that were rejected.",
    "no_votes_file": "No votes were found; give votes.csv, participants-votes.csv or votes.json.",
    "duplicate_file": "There are two files of the kind “{kind}”; give only one.",
    "unknown_file": "The file is not one of a conversation's export; leave it out.",
    "unequal_lengths": "Participants, claims, votes and times must be equally many; found {found}.",
}


class BadVotes(ValueError):
    """The votes cannot be used as they are; nothing of them was taken in."""

    def __init__(
        self,
        code: str,
        *,
        file: str | None = None,
        line: int | None = None,
        column: str | None = None,
        values: Mapping[str, Value] | None = None,
    ) -> None:
        self.code = code
        self.file = file
        self.line = line
        self.column = column
        self.values: dict[str, Value] = dict(values or {})
        super().__init__(self.place() + self.sentence())

    def sentence(self) -> str:
        """What is wrong and how to mend it, in English."""
        return SENTENCES[self.code].format(**self.values)

    def place(self) -> str:
        """Where it is wrong: file, line and column, as far as they are known."""
        parts = [
            self.file,
            None if self.line is None else f"line {self.line}",
            None if self.column is None else f"column “{self.column}”",
        ]
        named = ", ".join(part for part in parts if part is not None)
        return f"{named}: " if named else ""


class FileTooLarge(BadVotes):
    """A file is larger than we read; it was refused before it was loaded."""

    def __init__(self, *, file: str, limit: int) -> None:
        super().__init__("file_too_large", file=file, values={"limit_megabytes": limit // 1_000_000})


class TooManyClaims(BadVotes):
    """There are more claims than the packed form of a vote can number."""

    def __init__(self, *, found: int, limit: int) -> None:
        super().__init__("too_many_claims", values={"found": found, "limit": limit})


class FlippedSigns(BadVotes):
    """The votes look raw (-1 = agree): the importer may ask for them to be flipped."""

    def __init__(self, *, file: str | None) -> None:
        super().__init__("flipped_signs", file=file, column="vote")
