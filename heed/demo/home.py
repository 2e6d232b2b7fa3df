"""A sample school in the database: who is who."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from heed.access.queries import viewer_for
from heed.who.viewer import Viewer


@dataclass(slots=True)
class Planted:
    """Members of staff and users by address, children by key."""

    school_id: UUID
    staff: dict[str, UUID]
    users: dict[str, UUID]
    pupils: dict[str, UUID]
    viewers: dict[str, Viewer] = field(default_factory=dict)

    def person(self, email: str, at: datetime) -> Viewer:
        """The person at that moment. What they may see does not change while the stories are told."""
        if email not in self.viewers:
            viewer = viewer_for(self.users[email], self.school_id, elevated=True, at=at, origin="sample")
            assert viewer is not None, "sample staff do not leave"
            self.viewers[email] = viewer
        return replace(self.viewers[email], at=at)
