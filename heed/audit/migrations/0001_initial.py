"""The first tables of `audit`."""

import django.db.models.deletion
import heed.tenancy.keys
import heed.tenancy.models
from django.db import migrations, models
from heed.tenancy.operations import AppendOnly, TenantTables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("schools", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="DoorMark",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=heed.tenancy.keys.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField()),
                ("event", models.CharField(max_length=40)),
                ("user_id", models.UUIDField(null=True)),
                ("origin", models.CharField(blank=True, max_length=60)),
            ],
            options={
                "indexes": [models.Index(fields=["at"], name="doormark_at_ix")],
            },
        ),
        migrations.CreateModel(
            name="Mark",
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
                ("event", models.CharField(max_length=40)),
                ("staff_id", models.UUIDField(null=True)),
                ("name", models.CharField(max_length=200)),
                ("role", models.CharField(max_length=200)),
                ("elevated", models.BooleanField()),
                ("origin", models.CharField(blank=True, max_length=60)),
                ("about", models.CharField(max_length=20)),
                ("about_id", models.UUIDField(null=True)),
                ("why", models.CharField(blank=True, max_length=500)),
                ("digest", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Detail",
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
                ("salt", models.CharField(max_length=64)),
                ("words", models.TextField()),
                (
                    "mark",
                    heed.tenancy.models.TenantForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="audit.mark",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddIndex(
            model_name="mark",
            index=models.Index(fields=["school", "about_id", "at"], name="mark_about_ix"),
        ),
        migrations.AddIndex(
            model_name="mark",
            index=models.Index(fields=["school", "staff_id", "at"], name="mark_staff_ix"),
        ),
        migrations.AddConstraint(
            model_name="detail",
            constraint=models.UniqueConstraint(fields=("school", "mark"), name="detail_one_for_each_mark"),
        ),
        TenantTables("Mark", "Detail"),
        AppendOnly("Mark", "Detail", "DoorMark"),
    ]
