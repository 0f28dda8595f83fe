"""Made by newslint/training/identity.py: sign -> log-odds a unit of it. On persons
that the weights were not fitted on:

- above 0: 85.5% of 2,499 pairs of one person's articles, 12.0% of 2,472 of two
- above 1: 72.8% of 2,499 pairs of one person's articles, 4.8% of 2,472 of two
- above 2: 64.6% of 2,499 pairs of one person's articles, 3.0% of 2,472 of two
"""

WEIGHTS = {
    "always": -0.74,
    "company: none": -0.50,
    "company: often": 0.93,
    "company: seldom": -0.12,
    "company: several": 0.47,
    "company: sometimes": 0.49,
    "place: none": -0.96,
    "place: often": 1.51,
    "place: seldom": -1.89,
    "place: several": 0.47,
    "place: sometimes": -0.05,
    "title: none": -2.38,
    "title: often": 2.03,
    "title: seldom": -0.30,
    "title: several": 1.46,
    "title: sometimes": 1.23,
}
