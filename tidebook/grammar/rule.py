"""A rule: a name, a pattern, and what words of that pattern mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import KnowledgeError
from .automaton import Automaton
from .lexicon import Lexicon
from .pattern import Category, Node, leaves, parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of a language's grammar.

    Attributes:
        name: ``id.month-that-year``.
        tree: its pattern.
        means: name of a meaning of `meanings.py`.
        given: what the rule itself says to the meaning (``year: told``, ``value: PRESENT_REF``).
        rank: its place in the file; of two rules that read the same words the earlier one wins.
    """

    name: str
    tree: Node
    means: str
    given: Mapping[str, Any]
    rank: int


@dataclass(slots=True)
class Grammar:
    """The rules of one language, compiled."""

    rules: list[Rule]
    lexicon: Lexicon
    automaton: Automaton
    settings: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, data: Mapping[str, Any], meanings: frozenset[str], where: str) -> Grammar:
        """Compiles the content of one grammar file.

        Raises:
            KnowledgeError: a rule has no name, pattern or known meaning, or speaks of an unknown category.
        """
        lexicon = Lexicon.of(data["categories"], data.get("capital", []), where)
        macros = data.get("fragments", {})
        rules: list[Rule] = []
        for entry in data["rules"]:
            name = entry.get("name")
            if not name or "pattern" not in entry or entry.get("means") not in meanings:
                known = ", ".join(sorted(meanings))
                raise KnowledgeError(f"{where}, rule {name!r}: needs a name, a pattern and a meaning out of {known}")
            tree = parse(entry["pattern"], f"{where}, rule {name}", macros)
            for leaf in leaves(tree):
                if isinstance(leaf, Category) and leaf.name not in lexicon.names:
                    raise KnowledgeError(f"{where}, rule {name}: no category {leaf.name!r}")
            rules.append(
                Rule(name=name, tree=tree, means=entry["means"], given=entry.get("given", {}), rank=len(rules))
            )
        settings = {key: value for key, value in data.items() if key not in ("categories", "rules", "fragments")}
        return cls(rules, lexicon, Automaton([rule.tree for rule in rules], lexicon), settings)
