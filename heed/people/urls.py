"""The addresses of `people`."""

from heed.people.groups.urls import urlpatterns as groups

app_name = "people"
urlpatterns = [
    *groups,
]
