"""An action belongs to an entry."""

import django.db.models.deletion
import heed.tenancy.models
from django.db import migrations, models
from heed.tenancy.operations import TenantTables


class Migration(migrations.Migration):
    dependencies = [
        ("pupils", "0001_initial"),
        ("records", "0001_initial"),
        ("schools", "0001_initial"),
        ("staff", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="item",
            name="entry",
            field=heed.tenancy.models.TenantForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.item",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("entry__isnull", False), ("kind", "action")),
                    models.Q(models.Q(("kind", "action"), _negated=True), ("entry__isnull", True)),
                    _connector="OR",
                ),
                name="item_action_belongs_to_an_entry",
            ),
        ),
        TenantTables("Item"),
    ]
