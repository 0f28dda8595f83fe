"""Names of which only the capitals differ."""

from newslint import Article, Clash


def case_clashes(article: Article) -> tuple[Clash, ...]:
    return tuple(clash for clash in article.name_clashes if clash.odd.casefold() == clash.usual.casefold())
