"""Actions, where an entry stands, and what a kept form is about."""

from typing import Any

import django.contrib.postgres.search
import django.db.models.deletion
import heed.tenancy.keys
import heed.tenancy.models
from django.db import migrations, models
from heed.tenancy.operations import AppendOnly, TenantTables
from heed.tenancy.scope import schools
from heed.tenancy.shut import opened_for


def begin_follow_up(apps: Any, _: Any) -> None:
    """Entries from before stand at the beginning."""
    item, follow_up = apps.get_model("records", "Item"), apps.get_model("incidents", "FollowUp")
    for school_id in apps.get_model("schools", "School").objects.values_list("pk", flat=True):
        with schools(school_id), opened_for("begin to follow up what was recorded before"):
            rows = item.objects.filter(school_id=school_id, kind="entry").values_list("pk", "recorded_at")
            follow_up.objects.bulk_create(
                (
                    follow_up(school_id=school_id, item_id=item_id, state="new", changed_at=recorded_at)
                    for item_id, recorded_at in rows.iterator()
                ),
                batch_size=1000,
            )


class Migration(migrations.Migration):
    dependencies = [
        ("incidents", "0001_initial"),
        ("records", "0002_follow_up"),
        ("schools", "0001_initial"),
        ("staff", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="keptwords",
            name="about",
            field=heed.tenancy.models.TenantForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.item",
            ),
        ),
        migrations.CreateModel(
            name="Step",
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
                ("at", models.DateTimeField()),
                ("did", models.CharField(max_length=20)),
                ("state", models.CharField(max_length=10)),
                ("said", models.CharField(blank=True, max_length=2000)),
                (
                    "item",
                    heed.tenancy.models.TenantForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.item",
                    ),
                ),
                (
                    "owner",
                    heed.tenancy.models.TenantForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.staff",
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
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Action",
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
                ("token", models.UUIDField()),
                ("done", models.TextField()),
                ("consent", models.CharField(blank=True, max_length=20)),
                ("why_not_asked", models.CharField(blank=True, max_length=30)),
                (
                    "words",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector("done", config="english"),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "item",
                    heed.tenancy.models.TenantForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.item",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("school", "item"), name="action_one_for_each_item"),
                    models.UniqueConstraint(fields=("school", "token"), name="action_sent_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
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
                ("state", models.CharField(max_length=10)),
                ("changed_at", models.DateTimeField()),
                ("acted_at", models.DateTimeField(null=True)),
                (
                    "item",
                    heed.tenancy.models.TenantForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.item",
                    ),
                ),
                (
                    "owner",
                    heed.tenancy.models.TenantForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
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
                        condition=models.Q(("state", "closed"), _negated=True),
                        fields=["school", "owner", "changed_at"],
                        name="followup_open_ix",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("school", "item"), name="followup_one_for_each_entry")
                ],
            },
        ),
        TenantTables("Action", "FollowUp", "Step", "KeptWords"),
        AppendOnly("Action", "Step"),
        migrations.RunPython(begin_follow_up, migrations.RunPython.noop),
    ]
