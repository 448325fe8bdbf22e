"""Other languages are recognised in long texts only; English is never taken for one of them."""

from __future__ import annotations

import pytest

from factcheck.read.language import language, language_name

FRENCH = (
    "Le conseil du port a décidé mardi de fermer le quai nord pendant deux ans. La présidente a déclaré que "
    "les pieux du quai étaient rouillés et que des plongeurs avaient trouvé des trous dans la plupart "
    "d'entre eux. Le bac partira du quai sud jusqu'à la fin des travaux."
)
ENGLISH = (
    "The harbour board voted on Tuesday to close the north quay for two years. Its chair said the piles had "
    "rusted through and that divers had found holes in most of them. The ferry leaves from the south quay."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [(FRENCH, "fr"), (ENGLISH, "en"), (FRENCH[:90], "en"), (ENGLISH + FRENCH[:90], "en"), ("", "en")],
)
def test_languages(text: str, code: str) -> None:
    assert language(text) == code


def test_names() -> None:
    assert language_name("fr") == "French"
    assert language_name("xx") == "xx"
