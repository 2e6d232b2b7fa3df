"""The address of today's page."""

from django.urls import path

from heed.home import views

app_name = "home"
urlpatterns = [path("", views.show, name="show")]
