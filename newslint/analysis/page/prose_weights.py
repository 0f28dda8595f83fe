"""Made by newslint.training.roles: sign -> log-odds a unit of it. On sites left out:

- above 0: 91.8% of 7,786 lost ends, 0.9% of 32,430 headings
- above 2: 75.7% of 7,786 lost ends, 0.3% of 32,430 headings
"""

WEIGHTS = {
    "any block": 0.21,
    "article": 0.53,
    "asks": -0.19,
    "capitals": 0.28,
    "clipped": -0.68,
    "colon": -0.77,
    "comma": 0.43,
    "ends in a mark": -2.34,
    "ends open": 2.82,
    "first block": -3.44,
    "heading after": -0.77,
    "heading before": -0.97,
    "headings elsewhere": -0.39,
    "in quotes": -0.02,
    "last block": -0.62,
    "opens as prose": 0.48,
    "past or pronoun": 0.44,
    "sentences": 0.16,
    "share of capitals": -0.50,
    "starts in lower case": -1.11,
    "starts with a figure": -1.03,
    "title case": -0.97,
    "words: 10": 0.96,
    "words: 16": 1.33,
    "words: 26": 1.73,
    "words: 3": -4.67,
    "words: 40": 1.39,
    "words: 5": -1.00,
    "words: 6": -0.10,
    "words: more": 0.57,
}
