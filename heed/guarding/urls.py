"""The addresses of `guarding`. Ids only: nothing about a child stands in an address."""

from django.urls import path

from heed.guarding.views import asking, own, records

app_name = "guarding"
urlpatterns = [
    path("guarding/", records.overview, name="overview"),
    path("guarding/why/", asking.why, name="why"),
    path("guarding/sees/<uuid:staff_id>/", asking.sees, name="sees"),
    path("guarding/looks/", asking.looks, name="looks"),
    path("guarding/looks/<uuid:staff_id>/", asking.looks_of, name="looks_of"),
    path("guarding/openings/end/", records.end_own_opening, name="end_own"),
    path("guarding/openings/<uuid:opening_id>/end/", records.end_opening, name="end_opening"),
    path("children/<uuid:pupil_id>/guarding/", records.child, name="child"),
    path("children/<uuid:pupil_id>/without-a-dsl/", records.glass, name="glass"),
    path("entries/<uuid:item_id>/readers/", records.entry, name="entry"),
    path("me/children/", own.own, name="own"),
    path("notices/<uuid:notice_id>/", records.follow, name="follow"),
    path("notices/<uuid:notice_id>/read/", records.read, name="read"),
]
