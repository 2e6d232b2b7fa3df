"""Addresses of children's pages."""

from django.urls import path

from heed.chronology import views

app_name = "chronology"
urlpatterns = [
    path("children/", views.find, name="find"),
    path("children/<uuid:pupil_id>/", views.child, name="child"),
]
