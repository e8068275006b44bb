"""A file is replaced whole or not at all, and what the system refuses has a type."""

import errno
from pathlib import Path

import pytest

from db.errors import DiskFull, StorageFailed
from db.files import delete_durably, make_folder, replacing, storage_errors, write_durably


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "slots"
    write_durably(path, b"old and longer")
    write_durably(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
    assert path.stat().st_mode & 0o777 == 0o600


def break_off(path: Path) -> None:
    with replacing(path) as file:
        file.write(b"half")
        raise KeyboardInterrupt


def test_a_file_broken_off_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "slots"
    write_durably(path, b"old")
    with pytest.raises(KeyboardInterrupt):
        break_off(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_crash_left_half_written_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "slots.part").write_bytes(b"left by a crash, and longer")
    write_durably(tmp_path / "slots", b"new")
    assert (tmp_path / "slots").read_bytes() == b"new"
    assert not (tmp_path / "slots.part").exists()


def test_a_link_laid_in_the_way_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / "slots.part").symlink_to(victim)
    with pytest.raises(StorageFailed) as caught:
        write_durably(tmp_path / "slots", b"new")
    assert caught.value.code == errno.ELOOP
    assert victim.read_bytes() == b"precious"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_no_room_is_a_full_disk(code: int) -> None:
    with pytest.raises(DiskFull), storage_errors():
        raise OSError(code, "no room")


@pytest.mark.parametrize("code", [errno.EIO, errno.EROFS, errno.EACCES, errno.ENODEV])
def test_any_other_refusal_keeps_its_number_and_loses_its_path(code: int) -> None:
    with pytest.raises(StorageFailed) as caught, storage_errors():
        raise OSError(code, "refused", "/home/witness")
    assert caught.value.code == code
    assert "witness" not in repr(caught.value)


def test_a_folder_is_made_once_for_its_owner(tmp_path: Path) -> None:
    make_folder(tmp_path / "blobs")
    make_folder(tmp_path / "blobs")
    assert (tmp_path / "blobs").stat().st_mode & 0o777 == 0o700


def test_a_folder_in_a_missing_folder_fails(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        make_folder(tmp_path / "missing" / "blobs")


def test_deleting_a_missing_file_is_fine(tmp_path: Path) -> None:
    write_durably(tmp_path / "file", b"x")
    delete_durably(tmp_path / "file")
    delete_durably(tmp_path / "file")
    assert list(tmp_path.iterdir()) == []
