"""Opinion map: common ground, disagreement and opinion groups from agree / disagree / pass.

Pure functions on arrays and text. ``compute`` turns a conversation into its Result; ``published`` is what the public may see of it.
"""

from lupaus.methods.opinion_map.compute import compute, explore_k
from lupaus.methods.opinion_map.conversation import Claim, Conversation, Note
from lupaus.methods.opinion_map.density import Hexagon, hexagons
from lupaus.methods.opinion_map.errors import BadVotes, FileTooLarge, FlippedSigns, TooManyClaims
from lupaus.methods.opinion_map.exchange import read_export, read_export_files, write_export
from lupaus.methods.opinion_map.groups import Checkpoint, FileCheckpoint
from lupaus.methods.opinion_map.publication import published
from lupaus.methods.opinion_map.result import Member, OpinionMapResult
from lupaus.methods.opinion_map.routing import Draw, Waiting, next_claim, routing_probabilities
from lupaus.methods.opinion_map.votes import Votes, build_votes

__all__ = [
    "BadVotes",
    "Checkpoint",
    "Claim",
    "Conversation",
    "Draw",
    "FileCheckpoint",
    "FileTooLarge",
    "FlippedSigns",
    "Hexagon",
    "Member",
    "Note",
    "OpinionMapResult",
    "TooManyClaims",
    "Votes",
    "Waiting",
    "build_votes",
    "compute",
    "explore_k",
    "hexagons",
    "next_claim",
    "published",
    "read_export",
    "read_export_files",
    "routing_probabilities",
    "write_export",
]
