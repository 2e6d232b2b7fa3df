"""Addresses of incidents. Ids only: nothing about a child stands in an address."""

from django.urls import path

from heed.incidents import views

app_name = "incidents"
urlpatterns = [
    path("incidents/add/", views.add, name="add"),
    path("incidents/unsent/<uuid:token>/", views.draft, name="draft"),
    path("incidents/keep/", views.keep, name="keep"),
    path("incidents/children/", views.children, name="children"),
    path("incidents/<uuid:item_id>/sent/", views.sent, name="sent"),
    path("entries/<uuid:item_id>/", views.entry, name="entry"),
    path("entries/<uuid:item_id>/actions/", views.act, name="act"),
    path("entries/<uuid:item_id>/steps/", views.step, name="step"),
]
