"""Addresses of alerts."""

from django.urls import path

from heed.alerts import views

app_name = "alerts"
urlpatterns = [
    path("alerts/<uuid:alert_id>/", views.follow, name="follow"),
    path("alerts/<uuid:alert_id>/read/", views.read, name="read"),
]
