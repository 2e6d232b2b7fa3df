"""Addresses of children's pages, and of the search in the school."""

from django.urls import path

from heed.chronology import views

app_name = "chronology"
urlpatterns = [
    path("children/", views.find, name="find"),
    path("search/", views.search, name="search"),
    path("children/<uuid:pupil_id>/", views.child, name="child"),
]
