"""A text is asked for in three languages at once, and only the county's own are demanded."""

from lupaus.web.content_forms import ContentForm, columns, localized_fields, missing_languages


class TitleForm(ContentForm):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        localized_fields(self, "title", label="Title", required_languages=("fi", "sv"), max_length=20)


def test_required_languages_must_be_written_and_others_need_not() -> None:
    form = TitleForm({"title_fi": "Lupaus", "title_sv": "", "title_en": ""})

    assert not form.is_valid()
    assert list(form.errors) == ["title_sv"]


def test_texts_come_out_per_language() -> None:
    form = TitleForm({"title_fi": " Lupaus ", "title_sv": "Löfte"})

    assert form.is_valid()
    assert form.texts("title") == {"fi": "Lupaus", "sv": "Löfte", "en": ""}


def test_a_group_shows_its_three_inputs_in_their_own_language() -> None:
    group = TitleForm().localized["title"]

    assert [(one.language, one.field.field.required) for one in group.inputs] == [
        ("fi", True),
        ("sv", True),
        ("en", False),
    ]
    assert 'lang="sv"' in str(group.inputs[1].field)


def test_columns_are_trimmed_and_named_per_language() -> None:
    assert columns("title", {"fi": " Lupaus "}) == {"title_fi": "Lupaus", "title_sv": "", "title_en": ""}


def test_missing_languages_are_those_required_and_blank() -> None:
    assert missing_languages({"fi": "x", "sv": " "}, ("fi", "sv")) == ("sv",)
