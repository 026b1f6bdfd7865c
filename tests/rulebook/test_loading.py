"""Treaty files to treaties, and the contradictions that are refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from treatywatch.dates import PlainDay
from treatywatch.errors import ShelfError, UnknownName
from treatywatch.model.clause_parts import Level
from treatywatch.model.law import Treaty
from treatywatch.rulebook import faults, load_all, load_chronology, load_treaty
from treatywatch.rulebook.checks import check
from treatywatch.shelf import Shelf, open_shelf


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return open_shelf()


@pytest.fixture(scope="module")
def inf(shelf: Shelf) -> Treaty:
    return load_treaty(shelf, "inf")


def test_every_treaty_of_the_shelf_loads(shelf: Shelf) -> None:
    assert {treaty.id for treaty in load_all(shelf)} == set(shelf.treaty_ids())


def test_an_unknown_treaty_is_answered_with_the_known_ones(shelf: Shelf) -> None:
    with pytest.raises(UnknownName, match="new-start"):
        load_treaty(shelf, "no-such-treaty")


def test_every_clause_and_act_names_its_source(shelf: Shelf) -> None:
    for treaty in load_all(shelf):
        for one in (*treaty.clauses, *treaty.acts):
            assert one.source
            assert all(treaty.reference(name) or " " in name or "://" in name for name in one.source)


def test_what_rests_on_memory_is_never_verified(shelf: Shelf) -> None:
    for treaty in load_all(shelf):
        for clause in treaty.clauses:
            assert not (clause.level is Level.MEMORY and clause.verified)


def test_actors_stand_on_the_shelf(shelf: Shelf) -> None:
    known = {*shelf.states, *shelf.organisations}
    for treaty in load_all(shelf):
        named = {actor for act in treaty.acts for actor in (*act.actors, *act.toward)}
        named |= {view.holder for act in treaty.acts for view in act.views}
        named |= {member.actor for side in treaty.sides for member in side.members}
        named |= {one.actor for one in treaty.outsiders}
        named |= {one.holder for one in treaty.bound_readings}
        named |= {actor for one in treaty.observances for actor in one.actors}
        named |= {actor for item in load_chronology(shelf, treaty.id) for actor in (*item.actors, *item.targets)}
        assert named - known == set()


def test_systems_of_the_chronology_stand_on_the_shelf(shelf: Shelf) -> None:
    for id in shelf.treaty_ids():
        named = {system for item in load_chronology(shelf, id) for system in item.systems}
        assert named - set(shelf.systems) == set()


def test_the_chronology_is_in_order_and_its_answers_are_in_it(shelf: Shelf) -> None:
    for id in shelf.treaty_ids():
        items = load_chronology(shelf, id)
        assert [item.day.earliest for item in items] == sorted(item.day.earliest for item in items)
        ids = {item.id for item in items}
        assert {item.answers for item in items if item.answers} <= ids
    assert all(load_chronology(shelf, id) for id in ("ctbt", "inf", "new-start"))


def test_verified_without_a_text_is_refused(inf: Treaty) -> None:
    clause = next(one for one in inf.clauses if not one.verified)
    broken = replace(inf, clauses=(replace(clause, verified=True), *(one for one in inf.clauses if one is not clause)))
    with pytest.raises(ShelfError, match="verified: true with level"):
        check(broken, "inf")


def test_an_unknown_reference_is_refused(inf: Treaty) -> None:
    acts = (replace(inf.acts[0], source=("no-such-reference",)), *inf.acts[1:])
    with pytest.raises(ShelfError, match="'no-such-reference', expected an id of references"):
        check(replace(inf, acts=acts), "inf")


def test_an_article_without_a_clause_is_refused(inf: Treaty) -> None:
    acts = (replace(inf.acts[0], invokes=("XCIX",)), *inf.acts[1:])
    with pytest.raises(ShelfError, match="'XCIX', expected an article with a clause"):
        check(replace(inf, acts=acts), "inf")


def test_days_in_the_wrong_order_are_refused(inf: Treaty) -> None:
    late = replace(inf.acts[0], announced=PlainDay.parse("1999-01-01"))
    with pytest.raises(ShelfError, match="no day before announced 1999-01-01"):
        check(replace(inf, acts=(late, *inf.acts[1:])), "inf")


def test_an_observance_that_ends_before_it_begins_is_refused(shelf: Shelf) -> None:
    salt = load_treaty(shelf, "salt-1")
    late = replace(salt.observances[0], since=PlainDay.parse("1990"))
    with pytest.raises(ShelfError, match="until 1986-05-27, expected a day after 1990"):
        check(replace(salt, observances=(late,)), "salt-1")


def test_an_observance_without_a_source_is_refused(shelf: Shelf) -> None:
    salt = load_treaty(shelf, "salt-1")
    with pytest.raises(ShelfError, match="no source"):
        check(replace(salt, observances=(replace(salt.observances[0], source=()),)), "salt-1")


def test_an_act_without_a_day_is_refused(inf: Treaty) -> None:
    dayless = replace(inf.acts[0], effective=None)
    with pytest.raises(ShelfError, match="found no day"):
        check(replace(inf, acts=(dayless, *inf.acts[1:])), "inf")


def test_an_act_told_twice_is_refused(inf: Treaty) -> None:
    with pytest.raises(ShelfError, match="'signature' twice, expected each id once"):
        check(replace(inf, acts=(inf.acts[0], *inf.acts)), "inf")


def test_the_folder_names_the_treaty(inf: Treaty) -> None:
    with pytest.raises(ShelfError, match="the folder's name 'other'"):
        check(inf, "other")


@pytest.fixture
def overlay(tmp_path: Path, root: Path) -> Path:
    """A user's own copy of one treaty's folder."""
    folder = tmp_path / "treaties" / "inf"
    folder.mkdir(parents=True)
    for path in (root / "treaties" / "inf").glob("*.yml"):
        (folder / path.name).write_bytes(path.read_bytes())
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("acts.yml", "invokes: [XV.2]", "invokes: [XVII.9]", "'XVII.9', expected an article with a clause"),
        (
            "treaty.yml",
            "met_by: [us-last-missile, ",
            "met_by: [us-no-missile, ",
            "'us-no-missile', expected an act of acts.yml",
        ),
        ("treaty.yml", "source: [sres298, ", "source: [sres299, ", "'sres299', expected an id of references"),
        ("treaty.yml", "members: [ru, by, kz, ua]", "members: [ru, by, kz, lv]", "'lv', expected a member of its side"),
    ],
)
def test_a_contradiction_between_files_is_told_with_its_file_and_line(
    overlay: Path, file: str, old: str, new: str, words: str
) -> None:
    path = overlay / "treaties" / "inf" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    found = faults(open_shelf(overlay))
    assert [(fault.file, fault.line) for fault in found] == [(str(path), line)]
    assert words in str(found[0])


def test_the_shelf_itself_has_no_fault(shelf: Shelf) -> None:
    assert faults(shelf) == ()
