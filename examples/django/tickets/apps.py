from django.apps import AppConfig


class TicketsConfig(AppConfig):
    """Tickets of customers, sorted into queues by Tenlines."""

    name = "tickets"

    def ready(self) -> None:
        from tickets import receivers  # noqa: F401  (connects itself)
