"""Zip packages such as Word files, read with bounds: what is in one may be small and unpack to anything."""

from __future__ import annotations

import io
import zipfile
import zlib

from newslint.model.errors import NewslintError

# Bytes of a part, unpacked.
_MOST = 100_000_000


class Package:
    """The parts of a package by name. Raises NewslintError, its culprit a part."""

    def __init__(self, data: bytes, kind: str) -> None:
        self._kind = kind
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise NewslintError("its package", f"is no {kind} file: {error}; save it anew") from None

    @property
    def names(self) -> list[str]:
        return self._zip.namelist()

    def part(self, name: str) -> bytes | None:
        """A part's bytes, None if there is none of that name."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        try:
            with self._zip.open(info) as file:
                data = file.read(_MOST + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            NotImplementedError,
            OSError,
            EOFError,
            ValueError,
        ) as error:
            raise NewslintError(name, f"cannot be unpacked: {error}; save the {self._kind} file anew") from None
        if len(data) > _MOST:
            raise NewslintError(name, f"unpacks to more than {_MOST / 1e6:g} MB")
        return data
