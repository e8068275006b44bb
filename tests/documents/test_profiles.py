"""Profiles are data that must hold what the pages need."""

import pytest

from desktop.documents.profiles import load_profile, profile_ids


def test_the_profiles_a_filing_a_statement_and_an_archive_need_are_there() -> None:
    assert {"kz-court", "statement", "archive"} <= set(profile_ids())


def test_a_filing_in_kazakhstan_has_the_margins_courts_expect() -> None:
    margins = load_profile("kz-court").margins_mm
    assert (margins.left, margins.right, margins.top, margins.bottom) == (30, 15, 20, 20)


@pytest.mark.parametrize("profile_id", profile_ids())
def test_every_profile_leaves_room_for_text_and_can_be_read(profile_id: str) -> None:
    profile = load_profile(profile_id)
    width, height = profile.page_mm
    assert profile.id == profile_id
    assert width - profile.margins_mm.left - profile.margins_mm.right > 100
    assert height - profile.margins_mm.top - profile.margins_mm.bottom > 200
    assert min(profile.body_pt, profile.table_pt, profile.note_pt) >= 8


@pytest.mark.parametrize("profile_id", ["nowhere", "", "../fonts/Tinos", "kz-court.toml"])
def test_a_profile_that_is_not_there_is_refused(profile_id: str) -> None:
    with pytest.raises(KeyError):
        load_profile(profile_id)
