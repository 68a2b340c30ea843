"""Surface forms of a word, made from its citation form by the rewrite rules of `morphology.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..errors import KnowledgeError


class Morphology:
    """The paradigms of one language, ready to inflect.

    `morphology.yaml` names junctions (how a prefix meets a root), rewrites (how an ending meets a stem), paradigms (slots of
    voice and form) and irregular forms. A form is ``prefix+{}suffix``: the prefix takes the shape its junction gives for this
    word; an ending takes the first rewrite whose pattern the word fits.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self._junctions = {
            name: [(re.compile(rule["root"]), rule["put"], int(rule.get("drop", 0))) for rule in rules]
            for name, rules in data.get("junctions", {}).items()
        }
        self._endings = {
            name: [(re.compile(rule["stem"]), rule["put"]) for rule in rules]
            for name, rules in data.get("endings", {}).items()
        }
        self._paradigms: dict[str, list[tuple[str, str]]] = {
            name: [(voice, form) for voice, form in slots] for name, slots in data["paradigms"].items()
        }
        self._doubling = frozenset(data.get("doubling", ()))
        self._irregular: dict[str, Any] = data.get("irregular", {})

    @property
    def paradigms(self) -> tuple[str, ...]:
        """Names of all paradigms, sorted."""
        return tuple(sorted(self._paradigms))

    def inflect(self, word: str, paradigms: str) -> Iterator[tuple[str, str]]:
        """All (voice, form) of one word; paradigm names are joined by ``|``.

        Raises:
            KnowledgeError: there is no such paradigm.
        """
        irregular = self._irregular.get(word)
        voices = set()
        for name in paradigms.split("|"):
            slots = self._paradigms.get(name)
            if slots is None:
                raise KnowledgeError(f"no paradigm {name!r} for {word!r}; there are {', '.join(self.paradigms)}")
            if isinstance(irregular, dict) and name in irregular:
                slots = irregular[name]
            for voice, form in slots:
                voices.add(voice)
                made = self._make(word, form) if "{}" in form else form
                yield voice, made
                if voice in self._doubling and "-" not in made:
                    yield voice, f"{made}-{made}"
        if isinstance(irregular, list):
            for voice, form in irregular:
                if voice in voices:
                    yield voice, form

    def _make(self, word: str, form: str) -> str:
        prefix, _, rest = form.rpartition("+")
        before, _, after = rest.partition("{}")
        if prefix:
            for pattern, put, drop in self._junctions[prefix]:
                if pattern.match(word):
                    shape = put[word[0]] if isinstance(put, dict) else put
                    word = shape + word[drop:]
                    break
        if after.startswith("<"):
            for pattern, put in self._endings[after.strip("<>")]:
                if pattern.search(word):
                    return before + str(pattern.sub(put, word, count=1))
        return before + word + after
