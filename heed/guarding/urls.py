"""The addresses of `guarding`."""

from django.urls import URLPattern

app_name = "guarding"
urlpatterns: list[URLPattern] = []
