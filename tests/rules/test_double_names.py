"""Double names in two ways, and words side by side that are none."""

import pytest
from newslint_rules.names._double_names import double_names

from newslint.article import Article
from newslint.readers.plain import read_plain


def article(text):
    return Article(read_plain(text))


def test_double_names_in_two_ways():
    text = "Ana Ruiz-Orbell won. Ruiz-Orbell wept. Ruiz Orbell sang. RuizOrbell left. They sell ShopNook and Shop Nook."
    assert [(name.odd, name.usual) for name in double_names(article(text))] == [
        ("Ruiz Orbell", "Ruiz-Orbell"),
        ("RuizOrbell", "Ruiz-Orbell"),
        ("ShopNook", "Shop Nook"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hale posted on AnnaHale. HALE-ORBELL is a firm; Hale Orbell too.",
        "The Vice-President spoke. Vice President Hale nodded.",
        "They live in Rosehill. Rose Hill is elsewhere.",
        "Asian-Pacific trade grew. Asian Pacific states met.",
    ],
)
def test_words_side_by_side_are_no_double_names(text):
    assert not double_names(article(text))
