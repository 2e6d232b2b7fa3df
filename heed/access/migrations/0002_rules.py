"""What schools let their groups do, and what is proposed."""

import django.contrib.postgres.fields
import django.db.models.deletion
import heed.tenancy.keys
import heed.tenancy.models
from django.db import migrations, models
from heed.tenancy.operations import AppendOnly, TenantTables


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
        ("schools", "0001_initial"),
        ("staff", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="GroupRule",
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
                ("group", models.CharField(max_length=30)),
                ("version", models.SmallIntegerField()),
                (
                    "reads",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), size=None
                    ),
                ),
                (
                    "uses",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), size=None
                    ),
                ),
                ("scope", models.CharField(max_length=30)),
                (
                    "powers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), size=None
                    ),
                ),
                ("why", models.CharField(max_length=500)),
                ("since", models.DateTimeField()),
                (
                    "approved",
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "group", "version"), name="grouprule_one_of_each_version"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("group", "admin"), _negated=True),
                            models.Q(("reads__len", 0), ("scope", "no child"), ("uses__len", 0)),
                            _connector="OR",
                        ),
                        name="grouprule_administrators_read_nothing",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
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
                ("group", models.CharField(max_length=30)),
                ("wanted", models.JSONField(null=True)),
                ("version", models.SmallIntegerField(null=True)),
                ("why", models.CharField(max_length=500)),
                ("at", models.DateTimeField()),
                ("state", models.CharField(max_length=12)),
                ("decided_at", models.DateTimeField(null=True)),
                ("said", models.CharField(blank=True, max_length=500)),
                (
                    "decided_by",
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
                    "proposer",
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
                        null=True,
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
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("staff__isnull", False), ("state", "waiting")),
                        fields=("school", "group", "staff"),
                        name="proposal_of_a_person_waits_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("staff__isnull", True), ("state", "waiting")),
                        fields=("school", "group"),
                        name="proposal_of_a_group_waits_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("staff__isnull", False), ("version__isnull", True), ("wanted__isnull", True)
                            ),
                            models.Q(
                                ("staff__isnull", True), ("version__isnull", False), ("wanted__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="proposal_of_a_person_or_of_a_group",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at__isnull", True), ("state", "waiting")),
                            models.Q(
                                models.Q(("state", "waiting"), _negated=True), ("decided_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="proposal_decided_at_some_time",
                    ),
                ],
            },
        ),
        TenantTables("GroupRule", "Proposal"),
        AppendOnly("GroupRule"),
    ]
