"""Opening a child's record for an hour, when no DSL can be reached."""

from dataclasses import dataclass

from django.urls import reverse

from heed.access.queries import leads_of
from heed.guarding.forms import Doing
from heed.guarding.rules.sharing import why_not_break_glass
from heed.incidents.pages import parts
from heed.incidents.pages.parts import Banner, Lead
from heed.lib.clock import london
from heed.pupils.queries import Child
from heed.who.need_to_know import opens_child
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class GlassPage:
    """The page before the glass is broken."""

    child: Banner
    leads: tuple[Lead, ...]
    form: Doing
    cannot: str | None
    url: str
    back_url: str


def glass_page(viewer: Viewer, child: Child, form: Doing) -> GlassPage:
    """Whom to ring first, and the form."""
    opens = opens_child(viewer, child.id)
    back = reverse("chronology:child", args=[child.id]) if opens else reverse("home:show")
    return GlassPage(
        child=parts.banner(viewer, child),
        leads=parts.leads(leads_of(viewer.school_id, on=london(viewer.at).date())),
        form=form,
        cannot=why_not_break_glass(viewer, child.id),
        url=reverse("guarding:glass", args=[child.id]),
        back_url=back,
    )
