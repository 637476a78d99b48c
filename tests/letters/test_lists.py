"""Lists as they are pasted, and what becomes of them."""

from __future__ import annotations

import pytest

from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError
from smallplaces.letters import actions
from smallplaces.letters.keys import left_mark
from smallplaces.letters.models import Address, LeftAddress
from smallplaces.letters.queries import addresses_of, list_counts
from smallplaces.letters.reading import decoded, read_list
from tests.factories.groups import make_group, make_viewer
from tests.factories.letters import make_address

TOLD = "They wrote it on a sheet in March."


def test_a_list_is_read_however_it_was_pasted() -> None:
    text = (
        'Name;E-mail\r\nAna <ANA@example.org>, "Ben, B." <ben@example.org>;\tcid@example.org\n'
        'ana@example.org\n\n;;\nDora\nmailto:eve@münchen.example\n"fay@example.org",0123\n'
    )
    looked = read_list(text)
    assert looked.emails == (
        "ana@example.org",
        "ben@example.org",
        "cid@example.org",
        "eve@xn--mnchen-3ya.example",
        "fay@example.org",
    )
    assert looked.doubles == 1
    assert looked.odd == ((1, "Name;E-mail"), (6, "Dora"))


def test_a_line_with_one_good_and_one_bad_address_is_shown() -> None:
    looked = read_list("ana@example.org, ben@example\n")
    assert looked.emails == ("ana@example.org",)
    assert [number for number, _line in looked.odd] == [1]


def test_ten_thousand_lines_are_read_and_more_are_refused() -> None:
    many = "\n".join(f"ana{number}@example.org" for number in range(10_000))
    assert len(read_list(many).emails) == 10_000
    with pytest.raises(RefusedError):
        read_list(many + "\none@example.org")


def test_lines_without_an_address_are_counted_and_not_all_shown() -> None:
    looked = read_list("ana@example.org\n" + "nobody\n" * 9_999)
    assert (len(looked.odd), looked.odd_more) == (50, 9_949)
    with pytest.raises(RefusedError):
        read_list("nobody\n\x00\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_whatever_wrote_it(encoding: str) -> None:
    assert read_list(decoded("Müller,ana@example.org\n".encode(encoding))).emails == ("ana@example.org",)


@pytest.mark.django_db
def test_who_left_stays_out_and_who_is_here_stays_once() -> None:
    group = make_group()
    by = make_viewer(group, role="holder")
    make_address(group, email="known@example.org")
    LeftAddress.objects.create(group=group, mark=left_mark(group.pk, "left@example.org"))
    emails = ["New@example.org", "new@example.org", "known@example.org", "LEFT@example.org"]
    brought = actions.bring_in_addresses(group, emails=emails, told=TOLD, asked=True, by=by)
    assert brought == actions.Brought(new=1, known=1, left=1)
    row = Address.objects.get(email="new@example.org")
    assert (row.state, row.told, row.confirmed_on is not None) == ("confirmed", TOLD, True)


@pytest.mark.django_db
def test_without_their_asking_nobody_is_on_the_list() -> None:
    group = make_group()
    by = make_viewer(group, role="holder")
    actions.bring_in_addresses(group, emails=["ana@example.org"], told=TOLD, asked=False, by=by)
    assert list_counts(group, viewer=by).confirmed == 0
    with pytest.raises(RefusedError):
        actions.bring_in_addresses(group, emails=["ana@example.org"], told=" ", asked=True, by=by)


@pytest.mark.django_db
def test_members_read_numbers_and_holders_addresses() -> None:
    group = make_group()
    row = make_address(group)
    member, other = make_viewer(group), make_viewer(make_group(), role="holder")
    assert list_counts(group, viewer=member).confirmed == 1
    with pytest.raises(NotVisibleError):
        addresses_of(group, viewer=member)
    with pytest.raises(NotVisibleError):
        list_counts(group, viewer=other)
    for act in (actions.remove_address, lambda one, by: actions.take_addresses_along(one.group, by=by)):
        with pytest.raises(NotAllowedError):
            act(row, by=member)
    assert [one.email for one in addresses_of(group, viewer=make_viewer(group, role="holder"))] == [row.email]


@pytest.mark.django_db
def test_what_came_back_gets_nothing_until_it_works_again() -> None:
    group = make_group()
    by = make_viewer(group, role="holder")
    row = make_address(group)
    actions.note_came_back(row, came_back=True, by=by)
    assert list_counts(group, viewer=by).came_back == 1
    actions.note_came_back(row, came_back=False, by=by)
    assert list_counts(group, viewer=by).confirmed == 1
    with pytest.raises(RefusedError):
        actions.note_came_back(make_address(group, state="waiting"), came_back=False, by=by)
