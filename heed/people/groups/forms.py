"""The shape of what may be chosen for a group, for a person, and of a decision."""

from typing import Any

from django import forms

from heed.access.matrix import Row, Scope, bounds_of
from heed.lib.names import listed
from heed.lib.typed import clean_line, is_visible
from heed.who.groups import Group
from heed.who.powers import Power

LONGEST_REASON = 500


class Reason(forms.CharField):
    """One line that says why; kept with the mark for as long as the mark is."""

    def __init__(self, *, missing: str, label: str = "Why", required: bool = True) -> None:
        super().__init__(
            label=label,
            required=required,
            max_length=LONGEST_REASON,
            error_messages={
                "required": missing,
                "max_length": f"Shorten this to {LONGEST_REASON} characters.",
            },
        )

    def to_python(self, value: Any) -> str:
        """Runs of white space become one space; marks that nobody sees are no words."""
        line = clean_line(value or "")
        return line if is_visible(line) else ""


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


_NOT_HERE = {
    "invalid_choice": "Choose from these.",
    "invalid_list": "Choose from these.",
    "required": "Choose one of these.",
}


class ChangeGroup(forms.Form):
    """What a group may do, as one person would have it."""

    reads = forms.TypedMultipleChoiceField(
        label="They read", coerce=int, required=False, error_messages=_NOT_HERE
    )
    scope = forms.TypedChoiceField(
        label="Of which children",
        coerce=Scope,
        choices=[(one.value, one.words) for one in Scope],
        error_messages=_NOT_HERE,
    )
    uses = forms.TypedMultipleChoiceField(
        label="They choose while recording", coerce=int, required=False, error_messages=_NOT_HERE
    )
    powers = forms.TypedMultipleChoiceField(
        label="They may", coerce=Power, required=False, error_messages=_NOT_HERE
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    why = Reason(missing="Write why this is changed.", label="Why is this changed?")

    def __init__(
        self, data: Any = None, *, group: Group, now: Row, names: dict[int, str], sure: bool, **rest: Any
    ) -> None:
        super().__init__(data, auto_id="id_%s", **rest)
        self.group, self.now, self.names = group, now, names
        bounds = bounds_of(group)
        for field in ("reads", "uses"):
            self.fields[field].choices = list(names.items())  # type: ignore[attr-defined]
        offered = [one for one in Power if one not in bounds.never | bounds.keeps]
        self.fields["powers"].choices = [(one.value, _capital(one.words)) for one in offered]  # type: ignore[attr-defined]
        for field in fixed_fields(group):
            del self.fields[field]
        self.fields["why"].required = sure

    def row(self) -> Row:
        """The line of the table that was chosen. Only after `is_valid()`."""
        fields = self.cleaned_data
        return Row(
            reads=self._with_the_rest("reads", self.now.reads),
            scope=fields.get("scope", self.now.scope),
            uses=self._with_the_rest("uses", self.now.uses),
            powers=frozenset(fields["powers"]) | bounds_of(self.group).keeps,
        )

    def _with_the_rest(self, field: str, now: frozenset[int]) -> frozenset[int]:
        """What the page does not offer stays as it is."""
        if field not in self.fields:
            return now
        return frozenset(self.cleaned_data[field]) | (now - self.names.keys())


def fixed_fields(group: Group) -> tuple[str, ...]:
    """What no school can change of a group, and the page therefore only says."""
    bounds = bounds_of(group)
    if bounds.no_record:
        return "reads", "scope", "uses"
    return ("reads", "scope") if bounds.whole_record else ()


class PlacePerson(forms.Form):
    """The groups and classes of one person."""

    groups = forms.TypedMultipleChoiceField(
        label="Groups",
        coerce=Group,
        required=False,
        choices=[(one.value, _capital(one.words)) for one in Group],
        error_messages=_NOT_HERE,
    )
    classes = forms.MultipleChoiceField(label="Classes", required=False, error_messages=_NOT_HERE)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    why = Reason(missing="Write why this is changed.", label="Why is this changed?")

    def __init__(self, data: Any = None, *, classes: tuple[str, ...], own: bool, **rest: Any) -> None:
        super().__init__(data, auto_id="id_%s", **rest)
        self.fields["classes"].choices = [(one, one) for one in classes]  # type: ignore[attr-defined]
        if own or not classes:
            del self.fields["classes"]


class Decide(forms.Form):
    """A decision about what was proposed."""

    said = Reason(missing="Write why you turn this down.", label="Your reason", required=False)

    def __init__(self, data: Any = None, *, reason_needed: bool = False, **rest: Any) -> None:
        super().__init__(data, auto_id="said_%s", **rest)
        self.fields["said"].required = reason_needed


def seen_of(groups: frozenset[Group], classes: frozenset[str]) -> str:
    """What a page about a person was made from, to be sent back with it."""
    return "|".join([*sorted(groups), "", *sorted(classes)])


def said_groups(groups: frozenset[Group]) -> str:
    """Groups as a sentence holds them."""
    return listed([one.words for one in Group if one in groups])
