"""A rule's class: what its author writes is checked where it is written."""

import pytest

from newslint import Rule, Severity


def test_a_severity_may_be_written_as_in_a_config():
    class Quiet(Rule):
        severity = "info"

    assert Quiet.severity is Severity.INFO


def test_another_severity_is_refused_with_the_three_that_there_are():
    with pytest.raises(TypeError, match=r"Loud\.severity is one of Severity\.ERROR, .*, not .loud."):

        class Loud(Rule):
            severity = "loud"
