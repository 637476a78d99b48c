"""The tree of an issue, typed from the wall: one sheet of lines, several boxes at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.issues import actions, queries
from smallplaces.issues.enums import CauseLevel
from smallplaces.issues.lines import CauseNode, IssueCore
from smallplaces.meetings.queries import find_sentences, sentences_by_ids
from smallplaces.web.desk.issue_forms import BoxForm, CauseForm, TreeForm, show_refusal
from smallplaces.web.desk.issues import READ_OR_SEND, our_issue, shown
from smallplaces.web.desk.signed_in import member_required

ROWS = 12
CHOICES_A_PAGE = 600  # a page of selects stays small enough for a slow link
WORDS_IN_A_LIST = 60
DEPTH = {level: depth for depth, level in enumerate(CauseLevel.values)}
TOP, ABOVE = "top", ""


def boxes_of(nodes: Sequence[CauseNode], depth: int = 0) -> Iterator[tuple[CauseNode, int]]:
    """Every box with its depth on the page, in the order in which the tree is read."""
    for node in nodes:
        yield node, depth
        yield from boxes_of(node.children, depth + 1)


def box_choices(nodes: Sequence[CauseNode], without: str = "") -> list[tuple[str, str]]:
    """The boxes that another can hang under, set in by their depth; `without` leaves one and what hangs from it out."""
    kept = tuple(_without(nodes, without))
    return [
        (node.id, "\u2003" * depth + (node.text[:WORDS_IN_A_LIST] or str(_("words taken back"))))
        for node, depth in boxes_of(kept)
    ]


def _without(nodes: Sequence[CauseNode], box_id: str) -> Iterator[CauseNode]:
    for node in nodes:
        if node.id != box_id:
            yield CauseNode(**{**vars(node), "children": tuple(_without(node.children, box_id))})


def with_addresses(nodes: Sequence[CauseNode]) -> list[dict[str, object]]:
    """The tree for its component, each box leading to its own page."""
    return [
        {**vars(node), "url": reverse("desk:cause", args=[node.id]), "children": with_addresses(node.children)}
        for node in nodes
    ]


class Sheet:
    """The lines of the page, what each can choose from, and the drafts that come of them."""

    def __init__(
        self, issue: IssueCore, nodes: Sequence[CauseNode], viewer: Viewer, data: object = None, rows: int = 0
    ) -> None:
        lines = [line for line in sentences_by_ids(issue.sentence_ids, viewer=viewer) if not line.taken_back]
        sentences = [(line.id, f"“{line.text[:WORDS_IN_A_LIST]}”") for line in lines]
        boxes = box_choices(nodes)
        count = rows or max(3, min(ROWS, CHOICES_A_PAGE // (len(sentences) + len(boxes) + ROWS)))
        first = [(ABOVE, _("above")), (TOP, _("at the top"))]
        numbers = [(f"line-{one}", _("line %(number)s") % {"number": one}) for one in range(1, count)]
        self.nodes = nodes
        self.rows = [
            CauseForm(
                data,
                prefix=f"line-{number}",
                sentences=sentences,
                under=[*first, *numbers, *boxes],
                initial={"level": CauseLevel.values[number % len(CauseLevel.values)]},
            )
            for number in range(count)
        ]

    def is_valid(self) -> bool:
        """Whether every line can be read."""
        return not [row for row in self.rows if not row.is_valid()]

    def drafts(self, lang: str, viewer: Viewer) -> tuple[list[actions.CauseDraft], list[int]]:
        """The lines that say something, and the number of the row that each was typed in. Raises RefusedError, NotVisibleError."""
        used = [number for number, row in enumerate(self.rows) if row.says_something]
        ids = [self.rows[number].cleaned_data["sentence"] for number in used]
        sentences = {one.pk: one for one in find_sentences([one for one in ids if one], viewer=viewer)}
        drafts: list[actions.CauseDraft] = []
        for number in used:
            fields = self.rows[number].cleaned_data
            level, _colon, name = fields["level"].partition(":")
            under, parent = self._hang(fields["under"], level, used, drafts)
            drafts.append(
                actions.CauseDraft(
                    level=level,
                    text=fields["text"],
                    lang=lang,
                    root_name=name,
                    sentence=sentences.get(fields["sentence"]),
                    under=under,
                    parent=queries.get_cause(parent, viewer=viewer) if parent else None,
                )
            )
        return drafts, used

    def _hang(
        self, choice: str, level: str, used: list[int], drafts: list[actions.CauseDraft]
    ) -> tuple[int | None, str]:
        """Where a line hangs: under an earlier draft (its place), under a box that is there (its id), or at the top."""
        if choice.startswith("line-"):
            row = int(choice.removeprefix("line-")) - 1
            return (used.index(row) if row in used else len(used)), ""
        if choice not in {ABOVE, TOP}:
            return None, choice
        if choice == TOP:
            return None, ""
        for place in range(len(drafts) - 1, -1, -1):
            if DEPTH[drafts[place].level] < DEPTH[level]:
                return place, ""
        shallower = [node.id for node, _depth in boxes_of(self.nodes) if DEPTH[node.level_key] < DEPTH[level]]
        return None, shallower[-1] if shallower else ""


@member_required
@require_http_methods(READ_OR_SEND)
def causes(request: HttpRequest, issue_id: str) -> HttpResponse:
    """The tree as it is, and a sheet for more of it."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    ours = our_issue(issue_id, viewer)
    nodes = queries.tree_of(issue_id, viewer=viewer)
    form = TreeForm(request.POST or None, lang=ours.lang)
    sheet = Sheet(ours, nodes, viewer, request.POST or None)
    if request.method == "POST" and all([form.is_valid(), sheet.is_valid()]) and _add(request, issue_id, form, sheet):
        return redirect("desk:causes", issue_id)
    if form.is_bound and not form.errors and any(row.errors for row in sheet.rows):
        form.add_error(None, _("Look at the lines that are marked. The others are still here."))
    gone = [node for node, _depth in boxes_of(nodes) if node.taken_back]
    tree = with_addresses(nodes)
    return shown(request, "desk/cause_list.html", form, issue=ours, causes=tree, gone=gone, rows=sheet.rows)


def _add(request: HttpRequest, issue_id: str, form: TreeForm, sheet: Sheet) -> bool:
    """Adds what was typed. False where a line now says what is wrong."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    drafts, used = sheet.drafts(form.cleaned_data["lang"], viewer)
    if not drafts:
        form.add_error(None, _("Nothing was typed yet. Write at least one box."))
        return False
    try:
        issue = queries.get_issue(issue_id, viewer=viewer)
        actions.add_causes(issue, drafts=drafts, made_in=form.cleaned_data["made_in"], by=viewer)
    except RefusedError as refusal:
        number, dot, field = refusal.field.partition(".")
        if dot:
            show_refusal(sheet.rows[used[int(number) - 1]], RefusedError(refusal.sentence, field=field))
        else:
            show_refusal(form, refusal)
        return False
    messages.success(request, _("The tree has grown. It is not public unless the room says so."))
    return True


@member_required
@require_http_methods(READ_OR_SEND)
def cause(request: HttpRequest, cause_id: str) -> HttpResponse:
    """One box: its words, its depth, and where it hangs."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    box = queries.get_cause(cause_id, viewer=viewer)
    ours = our_issue(box.issue_id, viewer)
    form = BoxForm(
        request.POST or None,
        lang=box.lang,
        words=box.taken_back_on is None,
        under=box_choices(queries.tree_of(box.issue_id, viewer=viewer), without=cause_id),
        initial={
            "text": box.text,
            "under": box.parent_id or "",
            "level": f"root:{box.root_name}" if box.root_name else box.level,
        },
    )
    if request.method == "POST" and form.is_valid():
        fields = dict(form.cleaned_data)
        level, _colon, name = fields.pop("level").partition(":")
        under = fields.pop("under")
        try:
            actions.change_cause(
                box,
                level=level,
                root_name=name,
                to_top=not under,
                by=viewer,
                **fields,
                parent=queries.get_cause(under, viewer=viewer) if under else None,
            )
        except RefusedError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("Kept."))
            return redirect("desk:causes", ours.id)
    return shown(
        request, "desk/cause.html", form, issue=ours, cause_id=cause_id, taken_back=box.taken_back_on is not None
    )


@member_required
@require_POST
def cause_remove(request: HttpRequest, cause_id: str) -> HttpResponse:
    """Takes one box away."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    box = queries.get_cause(cause_id, viewer=viewer)
    issue_id = box.issue_id
    actions.remove_cause(box, by=viewer)
    messages.success(request, _("The box is gone. What hung under it has moved up."))
    return redirect("desk:causes", issue_id)


urlpatterns = [
    path("issues/<str:issue_id>/causes/", causes, name="causes"),
    path("issues/causes/<str:cause_id>/", cause, name="cause"),
    path("issues/causes/<str:cause_id>/remove/", cause_remove, name="cause_remove"),
]
