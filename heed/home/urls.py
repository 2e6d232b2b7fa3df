"""The addresses of today's page and of what keeps pages current."""

from django.urls import path

from heed.home import views

app_name = "home"
urlpatterns = [
    path("", views.show, name="show"),
    path("now/", views.now, name="now"),
    path("now/count/", views.count, name="count"),
]
