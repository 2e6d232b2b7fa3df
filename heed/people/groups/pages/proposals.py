"""What waits for a decision."""

from dataclasses import dataclass
from uuid import UUID

from heed.access.ruled import proposals_waiting
from heed.access.rules import why_not_decide
from heed.people.groups.forms import Decide
from heed.people.groups.pages.group import preview
from heed.people.groups.pages.parts import Proposed, names_of, proposed
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ToDecide:
    """One proposal, with its form, or with the reason why this person cannot decide."""

    proposed: Proposed
    opens: tuple[str, ...]
    """Of a change of a group: what it opens and closes, counted. Leaves a mark."""
    closes: tuple[str, ...]
    form: Decide
    why_not: str | None


@dataclass(frozen=True, slots=True)
class ProposalsPage:
    """All that waits."""

    waiting: tuple[ToDecide, ...]


def proposals(viewer: Viewer, *, typed: tuple[UUID, Decide] | None = None) -> ProposalsPage:
    """Each with a form of its own; `typed` is the one that was sent and not taken."""
    names, found = names_of(viewer), []
    for one in proposals_waiting(viewer.school_id):
        form = typed[1] if typed and typed[0] == one.proposal_id else Decide(prefix=str(one.proposal_id))
        why_not = why_not_decide(viewer, one.asked)
        seen = None if why_not or one.who else preview(viewer, one.asked.group, one.wanted)
        found.append(
            ToDecide(
                proposed=proposed(viewer, one, names),
                opens=seen.opens if seen else (),
                closes=seen.closes if seen else (),
                form=form,
                why_not=why_not,
            )
        )
    return ProposalsPage(tuple(found))
