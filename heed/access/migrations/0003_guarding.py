"""Why somebody is barred, who locked a record, and records that are opened for an hour."""

import django.db.models.deletion
import heed.tenancy.keys
import heed.tenancy.models
from django.db import migrations, models

from heed.tenancy.operations import TenantTables


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_rules"),
        ("pupils", "0001_initial"),
        ("schools", "0001_initial"),
        ("staff", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="bar",
            name="confirmed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="bar",
            name="confirmed_by",
            field=heed.tenancy.models.TenantForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.signature",
            ),
        ),
        migrations.AddField(
            model_name="bar",
            name="declared",
            field=models.BooleanField(db_default=False),
        ),
        migrations.AddField(
            model_name="bar",
            name="end_said",
            field=models.CharField(blank=True, db_default="", max_length=500),
        ),
        migrations.AddField(
            model_name="bar",
            name="ended_by",
            field=heed.tenancy.models.TenantForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.signature",
            ),
        ),
        migrations.AddField(
            model_name="bar",
            name="said",
            field=models.CharField(blank=True, db_default="", max_length=500),
        ),
        migrations.AddField(
            model_name="bar",
            name="set_by",
            field=heed.tenancy.models.TenantForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.signature",
            ),
        ),
        migrations.AddField(
            model_name="lock",
            name="end_said",
            field=models.CharField(blank=True, db_default="", max_length=500),
        ),
        migrations.AddField(
            model_name="lock",
            name="ended_by",
            field=heed.tenancy.models.TenantForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.signature",
            ),
        ),
        migrations.AddField(
            model_name="lock",
            name="said",
            field=models.CharField(blank=True, db_default="", max_length=500),
        ),
        migrations.AddField(
            model_name="lock",
            name="set_by",
            field=heed.tenancy.models.TenantForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.signature",
            ),
        ),
        migrations.CreateModel(
            name="Opening",
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
                ("said", models.CharField(max_length=500)),
                ("since", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "ended_by",
                    heed.tenancy.models.TenantForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.signature",
                    ),
                ),
                (
                    "pupil",
                    heed.tenancy.models.TenantForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pupils.pupil",
                    ),
                ),
                (
                    "signature",
                    heed.tenancy.models.TenantForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.signature",
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
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("school", "staff"),
                        name="opening_one_at_a_time_for_each_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("since"))),
                        name="opening_ends_after_it_began",
                    ),
                ],
            },
        ),
        TenantTables("Bar", "Lock", "Opening"),
    ]
