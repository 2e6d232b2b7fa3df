"""The addresses of `people`."""

from django.urls import URLPattern, path

from heed.people.signon import setting, views

app_name = "people"
urlpatterns: list[URLPattern] = [
    path("sign-in/school/", views.which_school, name="sign_on_school"),
    path("sign-in/school/<uuid:school_id>/", views.leave, name="sign_on"),
    path("sign-in/school/<uuid:school_id>/back/", views.back, name="sign_on_back"),
    path("people/sign-on/", setting.set_up, name="sign_on_settings"),
    path("people/sign-on/approve/", setting.approve, name="sign_on_approve"),
]
