"""The addresses of the demonstration's own pages. Included in demo mode only."""

from django.urls import path

from heed.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.accounts, name="accounts"),
    path("post/", views.post, name="post"),
]
