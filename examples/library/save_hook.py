"""A CMS's hook on saving: one warm linter for all writers, several texts at a time."""

from concurrent.futures import ThreadPoolExecutor

from newslint import Linter, NewslintError, Result, Settings

# ignore, select, names … are the keys of newslint.toml; load("newslint.toml") takes them from a file.
LINTER = Linter(Settings(names=["Ama Boateng"], ignore=["words/misspelt"]))
LINTER.warm_up()  # when the service starts, so that the first writer need not wait


def on_save(story: tuple[str, str]) -> str:
    """What the CMS shows beside a story (its name, its HTML)."""
    name, html = story
    try:
        result: Result = LINTER.lint(html, name=name, markup="html", timeout=5)
    except NewslintError as error:
        return str(error)
    return f"{name}: {len(result)} to look at" + (", not to be published yet" if result.fails else "")


STORIES = [
    ("harbour", "<p>The plan was agreed agreed on Tuesday, [TK: vote count].</p>"),
    ("orchard", "<p>Elin Brandt picks the last apples today.</p>"),
]
with ThreadPoolExecutor() as threads:
    print(*threads.map(on_save, STORIES), sep="\n")
