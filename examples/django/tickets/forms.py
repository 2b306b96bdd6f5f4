from django import forms

from tickets.models import Ticket


class TicketForm(forms.ModelForm):
    """What a customer writes."""

    class Meta:
        model = Ticket
        fields = ("text",)
        labels = {"text": "What can we do for you?"}
        widgets = {"text": forms.Textarea({"rows": 5, "autofocus": True})}
