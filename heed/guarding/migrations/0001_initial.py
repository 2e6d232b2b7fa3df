"""The first table of `guarding`."""

import django.db.models.deletion
import heed.tenancy.keys
import heed.tenancy.models
from django.db import migrations, models

from heed.tenancy.operations import TenantTables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pupils", "0001_initial"),
        ("schools", "0001_initial"),
        ("staff", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=heed.tenancy.keys.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="schools.school",
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("about_id", models.UUIDField()),
                ("made_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(null=True)),
                ("mail", models.CharField(max_length=12)),
                ("mail_tries", models.SmallIntegerField(default=0)),
                ("mail_at", models.DateTimeField(null=True)),
                (
                    "pupil",
                    heed.tenancy.models.TenantForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pupils.pupil",
                    ),
                ),
                (
                    "staff",
                    heed.tenancy.models.TenantForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.staff",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        condition=models.Q(("read_at__isnull", True)),
                        fields=["school", "staff", "made_at"],
                        name="notice_waiting_ix",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "about_id", "staff", "kind"), name="notice_once_to_each_person"
                    )
                ],
            },
        ),
        TenantTables("Notice"),
    ]
