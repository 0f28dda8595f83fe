"""NamedTuple as ``typing`` has it, its classes made in a tenth of the time.

``typing`` writes the constructor of each class out as text and compiles it, and looks at every annotation: for the
hundred classes of a cold check that is a twentieth of the time. Here all classes of as many fields share one
constructor's code, under other names. What type checkers see is typing's own.
"""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.implementation.name != "cpython" or sys.version_info >= (3, 14):
    from typing import NamedTuple as NamedTuple  # from 3.14 on a class body no longer holds its annotations
else:
    from _collections import _tuplegetter
    from functools import cache
    from types import FunctionType

    class _Methods(tuple):
        """What all of them can do; ``collections.namedtuple`` says what each is."""

        __slots__ = ()

        @classmethod
        def _make(cls, iterable):
            made = tuple.__new__(cls, iterable)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes):
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        __replace__ = _replace  # what copy.replace asks for, from 3.13 on

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(map('{}={!r}'.format, self._fields, self))})"

        def __getnewargs__(self):
            return tuple(self)

    @cache
    def _template(count):
        """The code of a constructor of so many fields."""
        names = [f"a{number}" for number in range(count)]
        return eval(f"lambda _cls, {', '.join(names)}: _new(_cls, ({''.join(f'{name}, ' for name in names)}))").__code__

    def _constructor(fields, defaults):
        code = _template(len(fields)).replace(co_varnames=("_cls", *fields), co_name="__new__")
        return FunctionType(code, {"_new": tuple.__new__, "__builtins__": {}}, "__new__", defaults)

    class _Maker(type):
        def __new__(cls, name, bases, namespace):
            if not bases:
                return super().__new__(cls, name, bases, namespace)
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace.pop(field) for field in fields if field in namespace}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default follows one that has it")
            getters = {field: _tuplegetter(number, "") for number, field in enumerate(fields)}
            constructor = _constructor(fields, tuple(defaults.values()))
            own = {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            return type(name, (_Methods,), {"__new__": constructor, **namespace, **own, **getters})

    class NamedTuple(metaclass=_Maker):
        """A tuple whose places have names."""
