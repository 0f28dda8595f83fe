"""Weights of signs: what they learn, that the same rows give the same, and how a site is judged by the others."""

from newslint.training.logistic import Row, fit, left_out, weigh


def rows(*sites: str) -> list[Row]:
    """On every site a sign that tells (nine times of ten), and one that tells nothing."""
    return [
        Row({"any": 1, "tells": case, "blind": number % 2}, case if number else not case, 1.0, site)
        for site in sites
        for case in (True, False)
        for number in range(10)
    ]


def test_a_sign_that_tells_weighs_and_one_that_does_not_weighs_nothing():
    weights = fit(rows("a", "b", "c"))
    assert weights["tells"] > 2
    assert abs(weights["blind"]) < 0.6
    assert weigh(weights, {"any": 1, "tells": 1}) > 0 > weigh(weights, {"any": 1})


def test_the_same_rows_give_the_same_weights():
    assert fit(rows("a", "b")) == fit(rows("a", "b"))


def test_what_counts_more_draws_the_line():
    one, twice = Row({"any": 1}, True, 1.0, "a"), Row({"any": 1}, False, 3.0, "a")
    assert fit([one, twice], hold=0.01)["any"] < -1


def test_a_site_is_judged_by_the_others():
    odd = [Row({"any": 1, "here": 1}, True, 1.0, "odd")] * 20
    found = left_out([*rows("a", "b", "c"), *odd], parts=4)
    assert max(found[-20:]) < 1  # no other site has the sign
