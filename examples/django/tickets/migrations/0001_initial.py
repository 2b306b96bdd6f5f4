import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Ticket",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(max_length=5000)),
                ("created", models.DateTimeField(auto_now_add=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "Not sorted yet"),
                            ("answered", "Sorted"),
                            ("waiting", "A person will answer"),
                            ("declined", "Fits no queue"),
                        ],
                        default="new",
                        max_length=10,
                    ),
                ),
                ("queue", models.CharField(blank=True, max_length=100)),
                ("request", models.CharField(blank=True, db_index=True, max_length=60)),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
            ],
            options={
                "ordering": ("-created", "-id"),
            },
        ),
    ]
