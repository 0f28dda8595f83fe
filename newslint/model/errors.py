"""The one error that users see: a line that names the culprit and the mend."""


class NewslintError(Exception):
    """Something that stops newslint from doing its work on a file, a rule or a setting.

    ``culprit`` names the file, rule, plugin or setting; ``message`` says what is wrong and how to mend it.
    """

    def __init__(self, culprit: str, message: str) -> None:
        super().__init__(f"{culprit}: {message}")
        self.culprit = culprit
        self.message = message


def nearest(word: str, known: list[str] | tuple[str, ...]) -> str:
    """A clause that offers the most similar known word, or nothing: ``; did you mean "select"?``."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=60)
    return f'; did you mean "{best[0]}"?' if best else ""
