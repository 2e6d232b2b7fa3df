"""Single sign-on: what each school has set, and whose the accounts at its service are."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import heed.tenancy.keys
from django.conf import settings
from django.db import migrations, models
from heed.tenancy.operations import TenantTables


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_letters"),
        ("schools", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Binding",
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
                ("issuer", models.CharField(max_length=300)),
                ("subject", models.CharField(max_length=255)),
                ("since", models.DateTimeField()),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "issuer", "subject"), name="binding_one_user_of_an_account"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "issuer", "user"), name="binding_one_account_of_a_user"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignOn",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=heed.tenancy.keys.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "school",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="schools.school"
                    ),
                ),
                ("label", models.CharField(max_length=40)),
                ("issuer", models.CharField(max_length=300)),
                ("client_id", models.CharField(max_length=200)),
                ("secret", models.TextField()),
                (
                    "domains",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), size=None
                    ),
                ),
                ("counts_as_second_step", models.BooleanField(default=False)),
                ("only", models.BooleanField(default=False)),
                ("active", models.BooleanField(default=False)),
                ("approved", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["domains"], name="signon_domains_ix")
                ],
            },
        ),
        TenantTables("Binding"),
    ]
