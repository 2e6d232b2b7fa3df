"""Letters about accounts, askings at the door, sign-ins, and the epoch of sessions."""

import django.db.models.deletion
import heed.tenancy.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("schools", "0002_slug"),
    ]

    operations = [
        migrations.CreateModel(
            name="Asking",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=heed.tenancy.keys.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("email", models.CharField(max_length=254)),
                ("origin", models.CharField(blank=True, max_length=60)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name="user",
            name="epoch",
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=heed.tenancy.keys.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("email", models.EmailField(max_length=254)),
                ("staff_id", models.UUIDField(null=True)),
                ("made_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(null=True)),
                ("digest", models.CharField(max_length=64, null=True, unique=True)),
                ("used_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("mail", models.CharField(max_length=12)),
                ("mail_tries", models.SmallIntegerField(default=0)),
                ("mail_at", models.DateTimeField(null=True)),
                ("sent_again", models.SmallIntegerField(default=0)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="schools.school"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["school", "staff_id", "made_at"], name="letter_of_staff_ix"),
                    models.Index(fields=["email", "made_at"], name="letter_to_address_ix"),
                    models.Index(
                        condition=models.Q(("mail__in", ["due", "leaving"])),
                        fields=["school", "made_at"],
                        name="letter_mail_due_ix",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None), ("kind", "invitation"), ("used_at", None)),
                        fields=("school", "staff_id"),
                        name="letter_one_open_invitation_for_each_person",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SignIn",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=heed.tenancy.keys.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("device", models.CharField(max_length=64)),
                ("browser", models.CharField(max_length=60)),
                ("origin", models.CharField(blank=True, max_length=60)),
                ("at", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["user", "at"], name="signin_of_user_ix")],
            },
        ),
    ]
