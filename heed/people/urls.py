"""The addresses of `people`."""

from django.urls import URLPattern, path

from heed.people.groups.urls import urlpatterns as groups
from heed.people.signon import setting
from heed.people.signon import views as signon
from heed.people.staff import joining, views

app_name = "people"
urlpatterns: list[URLPattern] = [
    *groups,
    path("people/", views.staff, name="staff"),
    path("people/add/", views.add, name="add"),
    path("people/paste/", views.paste, name="paste"),
    path("people/invite/", views.invite_all, name="invite_all"),
    path("people/<uuid:staff_id>/", views.person, name="person"),
    path("people/<uuid:staff_id>/change/", views.change, name="change"),
    path("people/<uuid:staff_id>/invite/", views.invite, name="invite"),
    path("people/<uuid:staff_id>/withdraw/", views.withdraw, name="withdraw"),
    path("people/<uuid:staff_id>/leave/", views.leave, name="leave"),
    path("people/<uuid:staff_id>/stays/", views.keep, name="stays"),
    path("people/<uuid:staff_id>/back/", views.come_back, name="back"),
    path("people/<uuid:staff_id>/sign-out/", views.end_devices, name="end_devices"),
    path("welcome/", joining.welcome, name="welcome"),
    path("welcome/<str:token>/", joining.open_invitation, name="open_invitation"),
    path("sign-in/school/", signon.which_school, name="sign_on_school"),
    path("sign-in/school/<uuid:school_id>/", signon.leave, name="sign_on"),
    path("sign-in/school/<uuid:school_id>/back/", signon.back, name="sign_on_back"),
    path("people/sign-on/", setting.set_up, name="sign_on_settings"),
    path("people/sign-on/approve/", setting.approve, name="sign_on_approve"),
]
