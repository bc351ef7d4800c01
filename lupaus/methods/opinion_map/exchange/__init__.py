"""Conversations in and out: every variant of the export format, and our own."""

from lupaus.methods.opinion_map.exchange.read import read_export, read_export_files
from lupaus.methods.opinion_map.exchange.sources import LARGEST_FILE, Source
from lupaus.methods.opinion_map.exchange.write import write_export

__all__ = ["LARGEST_FILE", "Source", "read_export", "read_export_files", "write_export"]
