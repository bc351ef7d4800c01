"""Whatever is quoted, it is to the character what was said."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lupaus.participation.models import Contribution
from lupaus.people.models import User
from lupaus.synthesis.actions import quote
from lupaus.synthesis.rules import NotASpan

TEXTS = st.text(st.sampled_from("aÄ \r\n.👩‍👧🇫🇮e\u0301\u202eא"), min_size=1, max_size=30)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, start=st.integers(-2, 32), end=st.integers(-2, 32))
def test_a_quote_is_the_span_or_is_refused(
    speaks: Callable[..., Contribution], coordinator: User, text: str, start: int, end: int
) -> None:
    contribution = speaks(text)

    if 0 <= start < end <= len(text) and text[start:end].strip():
        made = quote(contribution, start=start, end=end, by=coordinator)
        made.refresh_from_db()
        contribution.refresh_from_db()
        assert made.text == contribution.text[made.start : made.end] == text[start:end]
    else:
        with pytest.raises(NotASpan):
            quote(contribution, start=start, end=end, by=coordinator)
