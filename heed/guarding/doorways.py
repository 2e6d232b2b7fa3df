"""The doorways to notices."""

from django.db.models import Q

from heed.guarding.kinds import Mail
from heed.pupils.models import Pupil
from heed.tenancy.models import ShutManager
from heed.tenancy.shut import ShutQuerySet
from heed.who.need_to_know import Looker


class NoticeManager(ShutManager):
    """Notices by themselves, and those of one person."""

    def told(self, viewer: Looker) -> ShutQuerySet:
        """This person's own, as far as they may open the page of the child whom one is about."""
        children = Pupil.objects.open_to(viewer).values("id")
        shown = Q(pupil__isnull=True) | Q(pupil_id__in=children)
        return self.get_queryset().filter(shown, staff_id=viewer.staff_id).opened("told")

    def to_mail(self) -> ShutQuerySet:
        """Those whose mail is due. What becomes of it leaves a mark each."""
        return self.get_queryset().filter(mail=Mail.DUE).opened("mail")
