"""Item: some articles of a source, and where their bytes stand."""

from __future__ import annotations

from newslint.model.named_tuple import NamedTuple


class Item(NamedTuple):
    """Some articles: ``name`` for people, whose suffix says the format; the rest for ``items.bytes_of``.

    ``path``: the file that holds them. ``member``: its name in a zip. ``start``, ``size``: bytes of the file; of a
    Parquet file the row group and the number of rows. ``head``: bytes at the file's beginning that belong to every
    part, such as the names of columns; of a Parquet file the first row. ``weight``: bytes, about, for dividing.
    """

    name: str
    kind: str
    path: str
    member: str = ""
    start: int = 0
    size: int = 0
    head: int = 0
    weight: int = 0
