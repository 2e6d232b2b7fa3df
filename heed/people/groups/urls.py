"""The addresses of groups, of people's groups and of what waits for a decision."""

from django.urls import path

from heed.people.groups import views

urlpatterns = [
    path("people/groups/", views.groups, name="groups"),
    path("people/groups/<str:group>/", views.group, name="group"),
    path("people/<uuid:staff_id>/groups/", views.person_groups, name="person_groups"),
    path("people/<uuid:staff_id>/one-to-one/", views.one_to_one, name="one_to_one"),
    path("people/proposals/", views.proposals, name="proposals"),
    path("people/proposals/<uuid:proposal_id>/decide/", views.decide, name="decide"),
    path("people/proposals/<uuid:proposal_id>/take-back/", views.take_it_back, name="take_back"),
]
