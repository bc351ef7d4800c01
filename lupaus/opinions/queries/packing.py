"""Files of an export, loose or in a zip: sized before they are read, kept together until they are taken in."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath

from lupaus.methods.opinion_map import BadVotes, FileTooLarge

Files = Mapping[str, bytes]


def packed(files: Files) -> bytes:
    """All the files as one zip."""
    packet = io.BytesIO()
    with zipfile.ZipFile(packet, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packet.getvalue()


def unpacked(content: bytes, *, name: str, limit: int) -> dict[str, bytes]:
    """The files of a zip, by their plain names; refused unread when they would grow larger than `limit` bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [each for each in archive.infolist() if _is_wanted(each)]
            if sum(each.file_size for each in members) > limit:
                raise FileTooLarge(file=name, limit=limit)
            return {PurePosixPath(each.filename).name: archive.read(each) for each in members}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise BadVotes("wrong_structure", file=name, values={"problem": "zip"}) from error


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    """Leaves out folders and what systems add to a zip by themselves."""
    path = PurePosixPath(member.filename)
    return not member.is_dir() and "__MACOSX" not in path.parts and not path.name.startswith(".")
