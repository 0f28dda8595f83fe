from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newslint import Article, Finding, Rule, Severity, Span, flags, passes

from ._reference import article_date, days_in

if TYPE_CHECKING:
    from newslint.analysis.dates import Date

MONTHS = tuple(datetime.date(2000, month, 1).strftime("%B") for month in range(1, 13))
WEEKDAYS = tuple(datetime.date(2001, 1, day).strftime("%A") for day in range(1, 8))
FIRST_YEAR = 1800  # earlier dates may be of the old calendar
NEAR = 300  # days from the article's own date within which a date without a year must lie
