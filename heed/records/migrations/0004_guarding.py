"""Shares with an end; grants by their reason; bars from an entry that end."""

import django.db.models.deletion
import heed.tenancy.keys
import heed.tenancy.models
from django.db import migrations, models

from heed.tenancy.operations import TenantTables


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0003_school_of_a_child"),
        ("schools", "0001_initial"),
        ("staff", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Share",
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
                ("group", models.CharField(blank=True, max_length=30)),
                ("said", models.CharField(max_length=500)),
                ("since", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.RemoveConstraint(
            model_name="entrybar",
            name="entrybar_once_for_each_person",
        ),
        migrations.RemoveConstraint(
            model_name="grant",
            name="grant_once_to_each_person",
        ),
        migrations.AddField(
            model_name="entrybar",
            name="end_said",
            field=models.CharField(blank=True, db_default="", max_length=500),
        ),
        migrations.AddField(
            model_name="entrybar",
            name="ended_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="entrybar",
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
            model_name="entrybar",
            name="said",
            field=models.CharField(blank=True, db_default="", max_length=500),
        ),
        migrations.AddField(
            model_name="entrybar",
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
            model_name="entrybar",
            name="since",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddConstraint(
            model_name="entrybar",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("school", "item", "staff"),
                name="entrybar_once_while_it_stands",
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.UniqueConstraint(
                fields=("school", "item", "staff", "why"), name="grant_once_to_each_person_for_each_reason"
            ),
        ),
        migrations.AddField(
            model_name="share",
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
            model_name="share",
            name="item",
            field=heed.tenancy.models.TenantForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.item",
            ),
        ),
        migrations.AddField(
            model_name="share",
            name="signature",
            field=heed.tenancy.models.TenantForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.signature",
            ),
        ),
        migrations.AddField(
            model_name="share",
            name="staff",
            field=heed.tenancy.models.TenantForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.staff",
            ),
        ),
        migrations.AddConstraint(
            model_name="share",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("school", "item", "staff"),
                name="share_once_while_it_stands",
            ),
        ),
        migrations.AddConstraint(
            model_name="share",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("since"))), name="share_ends_after_it_began"
            ),
        ),
        TenantTables("EntryBar", "Share"),
    ]
