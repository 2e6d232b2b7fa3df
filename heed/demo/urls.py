"""The address of the demonstration's own page. Included in demo mode only."""

from django.urls import path

from heed.demo import views

app_name = "demo"
urlpatterns = [path("", views.accounts, name="accounts")]
