"""names/inconsistent-case."""

from collections.abc import Iterator

from newslint_rules.names._case import case_clashes

from newslint import Article, Finding, Rule, Severity, Span, compiled, distinct_words, expression, flags, passes

# Not in addresses, handles, tags, file names or hyphenated compounds.
_WORD = expression(r"(?<![\w@#./'’:-])[a-z]{4,}(?![\w@/'’-]|\.\w)")


class InconsistentCase(Rule):
    """A name has its capitals in one place and not in another.

    Flags "central Asian" beside "Central Asia", "Whatsapp" beside "WhatsApp", "brexit" beside "Brexit". Words that are
    ordinary English as well (the Times, the times) are left alone, and so are regions that are only directions as long
    as the article does not name them with a capital.

    On 1.3 million words as published: read 4 warnings, right 4; read 4 for information, worth a look 1.
    """

    severity = Severity.WARNING
    gathers = True
    reference = "AP: capitalise names of regions, lower-case directions"
    reads_quotes = True
    examples = (
        flags(
            "Trade grew across Central Asia. The [[central]] Asian states met.",
            becomes="Trade grew across Central Asia. The Central Asian states met.",
        ),
        flags("She sells on ShopNook. He left ShopNook. Both say [[Shopnook]] pays late, and ShopNook agrees."),
        flags("The vote for Brexit was close. He wants Brexit now, and [[brexit]] it is."),
        passes("The wind came from the central Asian plain, across northern Iran and southern Iraq."),
        passes("They read the Times. Hard times are ahead."),
        passes("He is from South Korea. Ships crossed the South China Sea to south China."),
    )
    # Words that are part of a region's name or only say where something lies.
    directions: frozenset[str] = frozenset(
        {
            *("central", "north", "south", "east", "west", "northern", "southern", "eastern", "western"),
            *("northeast", "northwest", "southeast", "southwest", "upper", "lower", "inner", "outer", "middle", "far"),
        }
    )

    def check(self, article: Article) -> Iterator[Finding]:
        yield from self._regions(article)
        yield from self._lowered(article)
        for clash in article.view(case_clashes):
            message = f"“{clash.odd}” here, “{clash.usual}” elsewhere."
            for place in clash.places:
                yield self.finding(
                    place, message, suggest=clash.usual, related=[(other, "so here") for other in clash.others[:3]]
                )

    def _regions(self, article: Article) -> Iterator[Finding]:
        inventory = article.name_inventory
        named: dict[tuple[str, str], list[Span]] = {}
        for form in inventory.forms:
            if form.lower() not in self.directions:
                continue
            for index in inventory.forms[form]:
                after = inventory.right(index)
                if after >= 0 and inventory.right(after) < 0 and not inventory.opens_sentence(index):
                    key = form.lower(), inventory.words[after].text
                    named.setdefault(key, []).append(Span(inventory.words[index].start, inventory.words[after].end))
        told = set()
        for (direction, region), places in named.items():
            stem = region[: max(4, len(region) - 2)]
            for form, indexes in inventory.forms.items():
                if not form.startswith(stem) or abs(len(form) - len(region)) > 3:
                    continue
                for index in indexes:
                    if inventory.word_before(index) != direction or inventory.right(index) >= 0:
                        continue
                    end = inventory.words[index].start - 1
                    if end in told or article.text[end - len(direction) - 1 : end - len(direction)] == "-":
                        continue
                    told.add(end)
                    where = Span(end - len(direction), end)
                    whole = article.text[places[0].start : places[0].end]
                    message = f"“{direction} {form}” here, “{whole}” elsewhere."
                    related = [(place, "with a capital here") for place in places[:3]]
                    yield self.finding(
                        where,
                        message,
                        suggest=direction.capitalize(),
                        related=related,
                        severity=Severity.INFO,
                    )

    def _lowered(self, article: Article) -> Iterator[Finding]:
        words = article.view(distinct_words)
        # Hardly a name stands in lower case anywhere: what no word of the article is, is not looked for.
        names = {
            lower: name
            for name in article.steady_names
            if words.issuperset(compiled(r"\w+").findall(lower := name.lower()))
        }
        if not names:
            return
        for match in _WORD.finditer(article.text):
            name = names.get(match[0])
            if name and _is_own(article, Span(*match.span())):
                message = f"“{match[0]}” here, “{name}” elsewhere."
                first = article.name_inventory.words[article.name_inventory.forms[name][0]]
                yield self.finding(
                    Span(*match.span()),
                    message,
                    suggest=name,
                    related=[(first, "with a capital here")],
                    severity=Severity.INFO,
                )


def _is_own(article: Article, word: Span) -> bool:
    """Whether the paper itself wrote a word so: not in a quotation, nor as the label of who speaks ("maggie: Yes")."""
    block = article.block_at(word.start)
    label = block is not None and block.start == word.start and article.text[word.end : word.end + 2] in (": ", " (")
    return not label and not article.in_quotation(word)
