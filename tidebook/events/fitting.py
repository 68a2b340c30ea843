"""Whether what words tell fits the parties found for it."""

from __future__ import annotations

from .item import STOP, TIME, WORD
from .partakers import Partakers
from .roles import Casting, Parties
from .told import Told, alike

_NEEDS_RECIPIENT = frozenset({"AID", "SANCTION"})
_BREAKS = frozenset({"relations", "embassy", "ambassador", "trade", "agreement", "flight", "border", "talks"})
_SUFFERS = frozenset(
    {"recipient:place", "recipient:obj", "recipient:of", "recipient:to", "recipient:against", "recipient:theme.of"}
)
_TARGETS = frozenset({"recipient:to", "recipient:against"})
_SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID", "RETREAT"})
_LAND = frozenset({"territory", "island", "recognition", "claim", "territory-claim"})
_STATES = frozenset({"COOPERATE", "SUPPORT", "AID", "SANCTION"})
_OF_ANYONE = frozenset({"PROTEST", "MOBILIZE", "AID"})
_BY_LAW = frozenset({("COERCE", "arrest"), ("COERCE", "deport"), ("SANCTION", "convict"), ("SANCTION", "expel")})
_NAMED_BY = 8  # items within which a blow's noun is followed by its place and its day


class Fitting(Partakers):
    """Judges the readings of one sentence by who takes part."""

    def fit(self, told: Told, parties: Parties, casting: Casting) -> tuple[Told, Parties]:
        """The first reading of the same words that fits its parties."""
        if not self.stands(told, parties):
            for other in told.alternatives:
                cast = casting.cast(other)
                other.place_of = told.place_of
                self.crowd(other, cast)
                if self.stands(other, cast):
                    return other, cast
        return told, parties

    def stands(self, told: Told, parties: Parties) -> bool:
        """Whether a reading fits its parties."""
        return not self.why_not(told, parties)

    def why_not(self, told: Told, parties: Parties) -> str:
        """Why a reading does not fit its parties, in words; "" where it fits."""
        dated = self._dated_blow(told, parties)
        strangers = self._by_strangers(told) or dated
        named = bool(_SUFFERS & set(parties.rules)) or ("recipient:in" in parties.rules and strangers)
        named = named and (told.operator == "" or bool(told.themes))
        suffered = (
            named
            and (told.voice in ("passive", "deed") or strangers)
            and told.type in _SUFFERED
            and (told.voice, told.type) != ("deed", "SANCTION")
            and bool(parties.recipients)
        )
        near = any(0 < p.preposition - told.trigger < 3 for p in parties.recipient_phrases[:1])
        raided = told.type == "ASSAULT" and told.voice == "noun" and near and bool(_TARGETS & set(parties.rules))
        suffered = suffered or (raided and not told.operator and bool(parties.recipients))
        if told.type == "NONE" or (not parties.actors and (not suffered or self._by_nobody(told))):
            return "it tells nothing by itself" if told.type == "NONE" else "nobody is named who does it"
        if told.type != "PROTEST" and self._private(parties):
            return "private persons act for nobody"
        if told.type not in _OF_ANYONE and self._unofficial(parties):
            return "firms and scholars do not act for their state"
        if "person" in told.needs and not self._personal(parties):
            return "no person, office or delegation does it"
        if "military" in told.needs and not (self._military(parties) or self._their_forces(told)):
            return "no soldiers or weapons do it"
        if ("body" in told.needs and not self._with_body(parties)) or (
            "!body" in told.needs and self._with_body(parties)
        ):
            return "an international body must take part, or must not"
        if told.operator == "cross" and self._personal(parties):
            return "leaders who step over a border visit"
        if "place" in told.needs and not self._town(parties):
            return "what it is done to is no place"
        if "parties" in told.needs and len(parties.actors) + len(parties.recipients) < 2:
            return "it needs two parties"
        if told.voice == "noun" and told.type in _STATES and not told.clause.verbs and told.clause.marker == "main":
            return "it tells how things stand, not what was done"  # "kolaborasi X dan Y semakin erat"
        if told.without == ("keep",):
            return ""
        if told.mode == "third-party" and parties.actors:
            return ""
        if told.mode == "multilateral" and told.type == "CONSULT" and self._body(parties):
            return ""
        if told.type in _NEEDS_RECIPIENT or "recipient" in told.needs:
            pair = any("+" in role for role in told.actor) or (told.type == "SANCTION" and "relations" in told.themes)
            equals = pair and len(parties.actors) > 1
            return "" if equals or parties.recipients else "nobody is named to whom it is done"
        if told.type in ("COOPERATE", "CONSULT") and len(parties.actors) + len(parties.recipients) < 2:
            return "nobody is named with whom"
        return ""

    def wanting(self, told: Told, parties: Parties) -> bool:
        """Whether no more is missing than whom ties were broken with, which the story may say ("Riyadh cut relations").

        So it does of what was just said to be given: "Moskow mengurangi bantuannya".
        """
        said = any(self.items[n].clitic for n in told.words)
        economic = told.mode == "discontinue" and "economic" in told.contexts
        broken = (
            told.type == "SANCTION"
            and (said or bool(_BREAKS & set(told.themes)) or economic)
            and told.voice in ("active", "past", "bare")
        )
        return broken and len(parties.actors) == 1 and not parties.recipients and not self._private(parties)

    def awarded(self, told: Told, parties: Parties) -> None:
        """Land that a court hands to a party is an award, and no concession of the court's."""
        heads = [self.items[n].actor for phrase in parties.actor_phrases for n in phrase.members]
        if (
            told.type == "RETREAT"
            and _LAND & set(told.themes)
            and heads
            and all(a and a.sector == "JUD" for a in heads)
        ):
            told.type, told.mode = "SUPPORT", None

    def at_home_of(self, told: Told, parties: Parties) -> None:
        """Violence by people of no state falls on the place ("sepuluh penyerang menewaskan 166 orang di Mumbai")."""
        if parties.actors or parties.recipients or told.place_of is None or not self._by_strangers(told):
            return
        parties.recipients = list(told.place_of)
        parties.rules.append("recipient:place")

    def _dated_blow(self, told: Told, parties: Parties) -> bool:
        """Whether a noun names a blow with its place and its day ("the suicide bombing in Pulwama on Feb. 14")."""
        if told.type != "ASSAULT" or told.voice != "noun" or "recipient:in" not in parties.rules:
            return False
        for item in self.items[told.trigger + 1 : told.trigger + _NAMED_BY]:
            if item.kind == TIME or item.verb or item.kind == STOP:
                return item.kind == TIME
        return False

    def authorities(self, told: Told, parties: Parties) -> None:
        """Who is arrested in a place, by nobody named, was arrested by those who govern there ("arrested in Tbilisi")."""
        held = (told.type, told.mode) in _BY_LAW and told.voice in ("passive", "deed") and not self.structure.head_first
        ahead = self.items[told.clause.start : told.trigger]
        suffers = bool(parties.recipients) or any("crowd" in item.classes for item in ahead)
        if held and not parties.actors and suffers and told.place_of:
            there = [code for code in told.place_of if code not in parties.recipients]
            if len(there) == len(told.place_of):
                parties.actors = there
                parties.rules.append("actor:place")

    def crowd(self, told: Told, parties: Parties) -> None:
        """A crowd that storms or burns protests; where it is nobody's, it is that of the place ("di Phnom Penh")."""
        told_by_noun = (told.type, told.voice) == ("PROTEST", "noun") and told.mode is not None
        nobody = (
            told.type == "PROTEST" and told.voice == "active" and told.clause.subject is None and told.operator == ""
        )
        counted = all(item.kind != WORD for item in self.items[told.clause.start : told.trigger])
        nobody = nobody and counted and not self.structure.head_first  # "thousands marched through Caracas"
        if (told_by_noun or nobody) and not parties.actors and told.place_of:
            parties.actors = [code for code in told.place_of if code not in parties.recipients] or list(told.place_of)
        blocks = (told.type, told.mode) == ("COERCE", "restrict")
        if told.type not in ("ASSAULT", "PROTEST") and not blocks:
            return
        above = told.clause.parent
        described = told.clause.marker == "relative" and above is not None and not above.verbs
        start = above.start if described and above is not None else told.clause.start
        before = told.clause.sibling if told.clause.inherited or told.clause.subject is None else None
        while before is not None and told.clause.marker in ("coordination", "serial"):
            start, before = min(start, before.start), before.sibling
        ahead = [
            n for n in range(start, told.trigger) if "crowd" in self.items[n].classes or self._is_crowd(self.items[n])
        ]
        if told.voice == "passive" and "crowd" in self.items[min(told.trigger + 1, len(self.items) - 1)].classes:
            ahead = [told.trigger + 1]  # "kedutaan X dibakar massa"
        elif told.voice not in ("active", "bare", "past"):
            return
        if not ahead:
            return
        if not parties.actors and told.place_of is not None:
            parties.actors = [code for code in told.place_of if code not in parties.recipients] or list(told.place_of)
        elif not parties.actors and not self.structure.head_first and self._institution(parties):
            parties.actors = list(parties.recipients)  # "crowds stormed the parliament in Bishkek"
        if not parties.recipients and any("authority" in item.classes for item in self.items[told.trigger :]):
            parties.recipients = list(parties.actors)
        if blocks:
            told.type, told.mode = "PROTEST", "obstruct"
        if told.type == "ASSAULT":
            told.type, told.mode = ("PROTEST", "riot") if parties.recipients else ("NONE", None)

    def _institution(self, parties: Parties) -> bool:
        """Whether what a crowd storms is its own state's: a parliament, no embassy, no town."""
        found = [self.items[n] for phrase in parties.recipient_phrases for n in phrase.members]
        named = bool(found) and all(i.actor is not None and i.actor.sector == "LEG" for i in found)
        return named and not any(s.entry.code == "embassy" for i in found for s in i.senses)

    def into_waters(self, told: Told, parties: Parties) -> None:
        """What is fired into the waters around somebody threatens them, and hits nobody."""
        fired = told.operator == "fire" and told.type == "ASSAULT"
        if fired and any(self.items[p.start].lower in self.structure.waters for p in parties.recipient_phrases):
            told.type, told.mode = "MOBILIZE", "weapons"

    def aimed(self, told: Told) -> bool:
        """Whether something goes to a named place that no table knows ("ke Ashdod")."""
        for n in range(told.trigger + 1, told.clause.end - 1):
            after = self.items[n + 1]
            if "p:to" in self.items[n].classes and after.kind == WORD and after.capital:
                return after.lower not in self.structure.waters
            if "p:whom" in self.items[n].classes and (after.kind == WORD or after.noun):
                return True
        return False


def alone(told: Told, parties: Parties) -> bool:
    """Whether nobody else takes part."""
    return not parties.recipients and (len(parties.actors) < 2 or not alike(told.type))
