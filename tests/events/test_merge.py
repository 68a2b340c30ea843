"""Reports of one happening become one event, and reports of two stay two."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from tidebook.events.merge import merge
from tidebook.records.articles import Article, Block, BlockKind, Origin, OriginKind
from tidebook.records.chronicles import Dyad, Side
from tidebook.records.edtf import parse
from tidebook.records.events import Event, Part, Report, Standing
from tidebook.records.spans import Span

DYAD = Dyad(left=Side(actor="RUS", predecessors=(("SUN", date(1991, 12, 26)),)), right=Side(actor="PRK"))


class Pile:
    """Articles and their reports, written one sentence at a time."""

    def __init__(self) -> None:
        self._texts: dict[str, list[str]] = {}
        self._claims: list[dict[str, object]] = []
        self._origins: dict[str, str] = {}

    def tell(
        self,
        article: str,
        sentence: str,
        type: str,
        actors: str,
        recipients: str = "",
        when: str | None = None,
        *,
        trigger: str = "",
        same: bool = False,
        origin: str | None = None,
        **more: object,
    ) -> Pile:
        """Adds a report; `same` puts it into the sentence told last."""
        lines = self._texts.setdefault(article, [])
        if not same:
            lines.append(sentence)
        self._origins.setdefault(article, origin or f"article:{article}")
        self._claims.append(
            {
                "article": article,
                "index": len(lines) - 1,
                "type": type,
                "actors": tuple(actors.split()),
                "recipients": tuple(recipients.split()),
                "when": parse(when) if when else None,
                "trigger": trigger or sentence.split()[0],
                "more": more,
            }
        )
        return self

    @property
    def articles(self) -> list[Article]:
        """The articles as they stand."""
        return [self._article(name) for name in sorted(self._texts)]

    @property
    def reports(self) -> list[Report]:
        """The reports, in the order in which they were told."""
        return [self._report(claim, number) for number, claim in enumerate(self._claims)]

    def events(self) -> tuple[Event, ...]:
        """What merging makes of it."""
        return merge(self.reports, self.articles, DYAD)

    def _article(self, name: str) -> Article:
        text = " ".join(self._texts[name])
        whole = Span(start=0, end=len(text))
        return Article(
            id=name,
            headline=name,
            publisher=name,
            byline=None,
            dateline=None,
            published=None,
            published_at=None,
            modified=None,
            language="en",
            section=None,
            canonical=None,
            text=text,
            blocks=(Block(kind=BlockKind.PARAGRAPH, span=whole, page=f"{name}.txt", source=whole),),
            pages=(f"{name}.txt",),
            missing=(),
            credits=(),
            evidence=(),
            origin=Origin(id=self._origins[name], kind=OriginKind.OWN, name=name),
        )

    def _report(self, claim: dict[str, object], number: int) -> Report:
        article, index = str(claim["article"]), int(str(claim["index"]))
        lines = self._texts[article]
        start = sum(len(line) + 1 for line in lines[:index])
        at = start + lines[index].index(str(claim["trigger"]))
        more = dict(claim["more"])  # type: ignore[call-overload]
        digest = hashlib.sha256(f"{article} {index} {number} {claim['type']}".encode()).hexdigest()[:12]
        return Report(
            id=f"r-{digest}",
            article=article,
            sentence=index,
            span=Span(start=start, end=start + len(lines[index])),
            type=str(claim["type"]),
            mode=more.pop("mode", None),
            contexts=(),
            actors=claim["actors"],  # type: ignore[arg-type]
            recipients=claim["recipients"],  # type: ignore[arg-type]
            when=claim["when"],  # type: ignore[arg-type]
            when_by=more.pop("when_by", "clause" if claim["when"] else "none"),
            standing=more.pop("standing", Standing.ASSERTED),
            parts=(Part(role="trigger", span=Span(start=at, end=at + len(str(claim["trigger"])))),),
            rule=more.pop("rule", "test"),
            **more,
        )


KIM_PUTIN = ("Kim Jong Un", "Vladimir Putin")


def test_a_year_a_month_and_a_day_can_tell_one_meeting() -> None:
    pile = Pile()
    pile.tell("a", "They met in 2019.", "CONSULT", "RUS PRK", when="2019", persons=KIM_PUTIN)
    pile.tell("b", "Kim saw Putin in April 2019.", "CONSULT", "PRK RUS", when="2019-04", persons=KIM_PUTIN)
    pile.tell("c", "The summit was held on 25 April.", "CONSULT", "RUS PRK", when="2019-04-25", persons=KIM_PUTIN)
    (event,) = pile.events()
    assert event.when is not None
    assert event.when.edtf == "2019-04-25"
    assert len(event.origins) == 3
    assert event.disputes == ()
    assert any("persons in common" in reason for reason in event.reasons)


def test_visits_of_two_years_are_two_visits() -> None:
    pile = Pile()
    pile.tell("a", "Kim came in 2001.", "CONSULT", "PRK RUS", when="2001", persons=("Kim Jong Il",))
    pile.tell("b", "Kim came again in 2002.", "CONSULT", "PRK RUS", when="2002", persons=("Kim Jong Il",))
    assert len(pile.events()) == 2


def test_one_sentence_that_names_two_years_tells_two_visits() -> None:
    pile = Pile()
    pile.tell("a", "Putin hosted Kim in 2001 and 2002.", "CONSULT", "RUS PRK", when="2001", trigger="hosted")
    pile.tell("a", "", "CONSULT", "RUS PRK", when="2002", trigger="hosted", same=True)
    assert len(pile.events()) == 2


def test_the_foreign_ministers_visit_is_not_the_presidents() -> None:
    pile = Pile()
    pile.tell("a", "Lavrov met Kim.", "CONSULT", "RUS PRK", when="2023-10", persons=("Sergei Lavrov", "Kim Jong Un"))
    pile.tell("b", "Putin met Kim.", "CONSULT", "RUS PRK", when="2023-10", persons=("Vladimir Putin", "Kim Jong Un"))
    assert len(pile.events()) == 2


def test_a_visit_and_the_meeting_in_it_are_one() -> None:
    pile = Pile()
    pile.tell(
        "a",
        "Shoigu visited Pyongyang to meet Kim.",
        "CONSULT",
        "RUS PRK",
        when="2023-07",
        trigger="visited",
        mode="visit",
        persons=("Sergei Shoigu",),
    )
    pile.tell(
        "a",
        "",
        "CONSULT",
        "RUS PRK",
        when="2023-07",
        trigger="meet",
        same=True,
        persons=("Sergei Shoigu", "Kim Jong Un"),
    )
    (event,) = pile.events()
    assert event.mode == "visit"
    assert event.persons == ("Sergei Shoigu", "Kim Jong Un")


def test_what_one_sentence_tells_as_two_stays_two() -> None:
    pile = Pile()
    pile.tell(
        "a", "Moscow thanked Pyongyang and praised its army.", "SUPPORT", "RUS", "PRK", "2023-10-18", trigger="thanked"
    )
    pile.tell("a", "", "SUPPORT", "RUS", "PRK", "2023-10-18", trigger="praised", same=True)
    assert len(pile.events()) == 2


def test_half_matches_do_not_chain() -> None:
    pile = Pile()
    pile.tell("a", "Kim met Putin.", "CONSULT", "RUS PRK", when="2019-04", persons=KIM_PUTIN)
    pile.tell("b", "Kim met somebody.", "CONSULT", "RUS PRK", when="2019", persons=("Kim Jong Un",))
    pile.tell("c", "Kim met Lavrov.", "CONSULT", "RUS PRK", when="2019-09", persons=("Kim Jong Un", "Sergei Lavrov"))
    events = pile.events()
    together = [set(event.reports) for event in events]
    april, september = pile.reports[0].id, pile.reports[2].id
    assert not any({april, september} <= group for group in together)


def test_a_vague_report_that_fits_two_events_joins_neither() -> None:
    pile = Pile()
    pile.tell("a", "The first meeting was in March.", "CONSULT", "RUS PRK", when="2018-03", persons=KIM_PUTIN)
    pile.tell("b", "The second meeting was in May.", "CONSULT", "RUS PRK", when="2018-05", persons=KIM_PUTIN)
    pile.tell("c", "They met in 2018.", "CONSULT", "RUS PRK", when="2018", persons=KIM_PUTIN)
    assert len(pile.events()) == 3


def test_a_decade_does_not_swallow_what_happened_in_it() -> None:
    pile = Pile()
    pile.tell("a", "Aid flowed through the 1950s.", "AID", "SUN", "PRK", "195X")
    pile.tell("b", "In 1956 Moscow sent doctors.", "AID", "SUN", "PRK", "1956", themes=("medics",))
    assert len(pile.events()) == 2


def test_the_same_direction_matters() -> None:
    pile = Pile()
    pile.tell("a", "Moscow sent grain.", "AID", "RUS", "PRK", "1996-05", themes=("food",))
    pile.tell("b", "Pyongyang sent grain.", "AID", "PRK", "RUS", "1996-05", themes=("food",))
    assert len(pile.events()) == 2


def test_an_attack_is_how_the_war_of_those_years_began() -> None:
    pile = Pile()
    pile.tell("a", "Troops crossed the line in June 1950.", "ASSAULT", "PRK", "KOR", "1950-06")
    pile.tell("b", "They fought from 1950 to 1953.", "ASSAULT", "PRK", "KOR", "1950/1953")
    (event,) = pile.events()
    assert event.when is not None
    assert event.when.edtf == "1950-06"


def test_help_through_much_the_same_years_is_one_state_of_affairs() -> None:
    pile = Pile()
    pile.tell("a", "Aid went on until 1960.", "AID", "SUN", "PRK", "1953/1960", themes=("aid",))
    pile.tell("b", "Aid went on through the 1960s.", "AID", "SUN", "PRK", "1953/1969", themes=("aid",))
    assert len(pile.events()) == 1


def test_help_in_the_war_is_not_help_after_it() -> None:
    pile = Pile()
    pile.tell("a", "They were helped in the war.", "AID", "SUN", "PRK", "1950/1953", themes=("aid",))
    pile.tell("b", "They were helped after it.", "AID", "SUN", "PRK", "1953/1969", themes=("aid",))
    assert len(pile.events()) == 2


def test_a_headline_is_of_the_news_of_those_days() -> None:
    pile = Pile()
    pile.tell(
        "a",
        "Putin arrives.",
        "CONSULT",
        "RUS PRK",
        when="2024-06-19/..",
        when_by="published",
        persons=("Vladimir Putin",),
    )
    pile.tell("b", "On 19 June Putin came.", "CONSULT", "RUS PRK", when="2024-06-19", persons=("Vladimir Putin",))
    (event,) = pile.events()
    assert event.when is not None
    assert event.when.edtf == "2024-06-19"


def test_two_things_said_in_one_month_are_two() -> None:
    pile = Pile()
    pile.tell("a", "They agreed to restore relations.", "AGREE", "RUS PRK", when="2023-03-10", themes=("relations",))
    pile.tell("b", "He was invited in March.", "AGREE", "RUS", "PRK", "2023-03")
    assert len(pile.events()) == 2


def test_two_pages_that_look_back_on_a_month_tell_what_mattered_in_it() -> None:
    pile = Pile()
    pile.tell("a", "Korea's new state was recognised.", "SUPPORT", "SUN", "PRK", "1948-10")
    pile.tell("b", "Moscow accepted it in October 1948.", "SUPPORT", "SUN", "PRK", "1948-10")
    assert len(pile.events()) == 2
    later = [replace(article, published=parse("2020-05-01")) for article in pile.articles]
    assert len(merge(pile.reports, later, DYAD)) == 1


def test_attacks_by_nobody_named_on_one_day_are_one_and_on_two_days_two() -> None:
    pile = Pile()
    pile.tell("a", "Gunmen struck the theatre.", "ASSAULT", "", "RUS", "2002-10-23")
    pile.tell("b", "Attackers took the theatre.", "ASSAULT", "", "RUS", "2002-10-23")
    pile.tell("b", "Bombers struck the underground.", "ASSAULT", "", "RUS", "2004-02-06")
    assert len(pile.events()) == 2


def test_an_exchange_of_fire_is_not_the_raid_of_one_side() -> None:
    pile = Pile()
    pile.tell("a", "Planes of one bombed a camp of the other.", "ASSAULT", "RUS", "PRK", "2019-02-26")
    pile.tell("b", "The two exchanged fire.", "ASSAULT", "RUS PRK", when="2019-02-26/..", when_by="published")
    assert len(pile.events()) == 2


def test_a_purpose_told_elsewhere_as_done_is_one_event() -> None:
    pile = Pile()
    words = "hoping to drive the northern invaders back beyond the old line"
    pile.tell(
        "a", f"They fought {words}.", "ASSAULT", "KOR", "PRK", "1950/1953", standing=Standing.PLANNED, trigger="drive"
    )
    pile.tell("b", f"Allies fought too, {words}.", "ASSAULT", "KOR", "PRK", "1950/1953", trigger="drive")
    (event,) = pile.events()
    assert event.standing is Standing.ASSERTED


def test_a_promise_to_forgive_a_debt_and_the_forgiving_are_one_deed() -> None:
    pile = Pile()
    pile.tell(
        "a",
        "Russia agreed to write off 90% of a debt of $11 billion.",
        "AGREE",
        "RUS",
        "PRK",
        "2012",
        themes=("debt",),
        trigger="agreed",
        figures=("90%", "$11 billion"),
    )
    pile.tell(
        "b",
        "In 2012 Moscow forgave most of the debt of $11 billion.",
        "AID",
        "RUS",
        "PRK",
        "2012",
        themes=("debt",),
        trigger="forgave",
        figures=("$11 billion",),
    )
    (event,) = pile.events()
    assert event.type == "AID"
    assert event.disputes == ()


def test_days_one_apart_are_a_dispute_that_keeps_both() -> None:
    pile = Pile()
    pile.tell("a", "They met on 12 September 2023.", "CONSULT", "RUS PRK", when="2023-09-12", persons=KIM_PUTIN)
    pile.tell("b", "They met on 13 September 2023.", "CONSULT", "RUS PRK", when="2023-09-13", persons=KIM_PUTIN)
    (event,) = pile.events()
    assert event.when is not None
    assert event.when.edtf == "2023-09-12/2023-09-13"
    (dispute,) = event.disputes
    assert dispute.about == "when"
    assert [said for said, _ in dispute.sides] == ["2023-09-12", "2023-09-13"]


def test_the_day_that_more_origins_give_wins_whatever_the_number_of_pages() -> None:
    pile = Pile()
    for name in ("a1", "a2", "a3"):
        pile.tell(
            name,
            f"{name} says the 12th.",
            "CONSULT",
            "RUS PRK",
            when="2023-09-12",
            persons=KIM_PUTIN,
            origin="agency:x",
        )
    pile.tell("b", "We say the 13th.", "CONSULT", "RUS PRK", when="2023-09-13", persons=KIM_PUTIN)
    pile.tell("c", "So do we, the 13th.", "CONSULT", "RUS PRK", when="2023-09-13", persons=KIM_PUTIN)
    (event,) = pile.events()
    assert event.when is not None
    assert event.when.edtf == "2023-09-13"
    assert len(event.reports) == 5
    assert event.origins == ("agency:x", "article:b", "article:c")


def test_one_article_that_gives_two_days_tells_two_meetings() -> None:
    pile = Pile()
    pile.tell("a", "They met on Monday.", "CONSULT", "RUS PRK", when="2023-09-11", persons=KIM_PUTIN)
    pile.tell("a", "They met again on Tuesday.", "CONSULT", "RUS PRK", when="2023-09-12", persons=KIM_PUTIN)
    assert len(pile.events()) == 2


def test_figures_that_rule_each_other_out_are_a_dispute() -> None:
    pile = Pile()
    pile.tell(
        "a",
        "The deal is worth 250 million.",
        "AGREE",
        "RUS PRK",
        when="2014-08-20",
        themes=("trade",),
        figures=("250 million",),
    )
    pile.tell(
        "b",
        "The deal is worth 280 million.",
        "AGREE",
        "RUS PRK",
        when="2014-08-20",
        themes=("trade",),
        figures=("280 million",),
    )
    (event,) = pile.events()
    assert [dispute.about for dispute in event.disputes] == ["figure"]


def test_figures_of_other_things_are_no_dispute() -> None:
    pile = Pile()
    pile.tell(
        "a", "The deal covers 90% of it.", "AGREE", "RUS PRK", when="2014-08-20", themes=("debt",), figures=("90%",)
    )
    pile.tell(
        "b", "A debt of $11 billion.", "AGREE", "RUS PRK", when="2014-08-20", themes=("debt",), figures=("$11 billion",)
    )
    (event,) = pile.events()
    assert event.disputes == ()


def test_who_else_was_there_can_be_disputed() -> None:
    pile = Pile()
    pile.tell("a", "The two and China met.", "CONSULT", "RUS PRK CHN", when="2003-08-27", persons=KIM_PUTIN)
    pile.tell("b", "The two and Japan met.", "CONSULT", "RUS PRK JPN", when="2003-08-27", persons=KIM_PUTIN)
    (event,) = pile.events()
    assert [dispute.about for dispute in event.disputes] == ["parties"]


def test_what_is_asserted_beats_what_is_alleged_and_the_quarrel_is_kept() -> None:
    pile = Pile()
    pile.tell(
        "a",
        "Washington says Pyongyang sold shells.",
        "AID",
        "PRK",
        "RUS",
        "2023-09",
        standing=Standing.ALLEGED,
        speaker=("USA",),
        themes=("arms",),
    )
    pile.tell("b", "Pyongyang sold shells in September.", "AID", "PRK", "RUS", "2023-09", themes=("arms",))
    (event,) = pile.events()
    assert event.standing is Standing.ASSERTED
    assert event.speaker == ()
    assert [dispute.about for dispute in event.disputes] == ["standing"]


def test_a_claim_that_nobody_else_makes_keeps_its_speaker() -> None:
    pile = Pile()
    pile.tell(
        "a",
        "Washington says Pyongyang sold shells.",
        "AID",
        "PRK",
        "RUS",
        "2023-09",
        standing=Standing.ALLEGED,
        speaker=("USA",),
        themes=("arms",),
    )
    (event,) = pile.events()
    assert event.standing is Standing.ALLEGED
    assert event.speaker == ("USA",)


def test_a_denial_attaches_to_the_claim_that_it_answers() -> None:
    pile = Pile()
    pile.tell(
        "a",
        "Washington says Pyongyang sold shells.",
        "AID",
        "PRK",
        "RUS",
        "2023-09",
        standing=Standing.ALLEGED,
        speaker=("USA",),
        themes=("arms",),
    )
    pile.tell(
        "a",
        "Both denied it.",
        "AID",
        "PRK",
        "RUS",
        None,
        standing=Standing.DENIED,
        speaker=("PRK", "RUS"),
        themes=("arms",),
    )
    (event,) = pile.events()
    assert event.standing is Standing.ALLEGED
    (dispute,) = event.disputes
    assert [said for said, _ in dispute.sides] == ["alleged", "denied"]


def test_a_threat_is_not_merged_with_its_deed() -> None:
    pile = Pile()
    pile.tell(
        "a",
        "Moscow may stop the aid.",
        "SANCTION",
        "RUS",
        "PRK",
        "1962-05",
        standing=Standing.HYPOTHETICAL,
        themes=("aid",),
    )
    pile.tell("b", "Moscow stopped the aid.", "SANCTION", "RUS", "PRK", "1962-05", themes=("aid",))
    assert len(pile.events()) == 2


def test_only_events_with_one_of_the_two_are_told() -> None:
    pile = Pile()
    pile.tell("a", "Tokyo met Seoul.", "CONSULT", "JPN KOR", when="2019-01-02")
    pile.tell("a", "Moscow met Seoul.", "CONSULT", "RUS KOR", when="2019-01-03")
    (event,) = pile.events()
    assert event.actors == ("RUS", "KOR")
    assert not event.between


@pytest.mark.parametrize(("year", "between"), [("1961", True), ("1995", False)])
def test_the_soviet_union_counts_as_russias_side_until_it_ends(year: str, between: bool) -> None:
    pile = Pile()
    pile.tell("a", "They signed a treaty.", "AGREE", "SUN PRK", when=year)
    (event,) = pile.events()
    assert event.between is between


def test_moscow_before_and_after_names_one_party() -> None:
    pile = Pile()
    pile.tell(
        "a",
        "Soviet treaty of 1961.",
        "AGREE",
        "SUN PRK",
        when="1961",
        themes=("alliance",),
        persons=("Nikita Khrushchev",),
    )
    pile.tell(
        "b",
        "Russia signed it in 1961.",
        "AGREE",
        "RUS PRK",
        when="1961",
        themes=("alliance",),
        persons=("Nikita Khrushchev",),
    )
    assert len(pile.events()) == 1


def test_the_score_comes_from_type_and_mode() -> None:
    pile = Pile()
    pile.tell("a", "Putin visited.", "CONSULT", "RUS PRK", when="2000-07", mode="visit")
    (event,) = pile.events()
    assert event.score == 4.0
    assert event.goldstein is not None


def test_any_order_gives_the_same_events() -> None:
    pile = Pile()
    pile.tell("a", "They met in 2019.", "CONSULT", "RUS PRK", when="2019", persons=KIM_PUTIN)
    pile.tell("b", "Kim saw Putin in April 2019.", "CONSULT", "PRK RUS", when="2019-04", persons=KIM_PUTIN)
    pile.tell("c", "They met on 12 September 2023.", "CONSULT", "RUS PRK", when="2023-09-12", persons=KIM_PUTIN)
    pile.tell("d", "They met on 13 September 2023.", "CONSULT", "RUS PRK", when="2023-09-13", persons=KIM_PUTIN)
    articles, expected = pile.articles, pile.events()
    for reports in permutations(pile.reports):
        assert merge(reports, articles[::-1], DYAD) == expected


def test_copies_are_one_witness_and_all_are_kept() -> None:
    pile = Pile()
    for name in ("a", "b", "c"):
        pile.tell(name, "Moscow sent grain in 1996.", "AID", "RUS", "PRK", "1996", themes=("food",), origin="agency:x")
    (event,) = pile.events()
    assert event.origins == ("agency:x",)
    assert len(event.reports) == 3


def test_nothing_gives_nothing() -> None:
    assert merge((), (), DYAD) == ()


def test_news_of_an_open_date_joins_the_same_meeting_of_that_very_day() -> None:
    people = ("Vladimir Putin", "Kim Jong Un")
    pile = Pile().tell(
        "a", "Putin met Kim on 19 June.", "CONSULT", "RUS PRK", when="2024-06-19", mode="visit", persons=people
    )
    pile.tell(
        "b",
        "Putin is on a visit to his host Kim.",
        "CONSULT",
        "RUS PRK",
        when="2024-06-19/..",
        when_by="published",
        mode="visit",
        persons=people,
    )
    pile.tell(
        "c",
        "Putin may visit Kim this spring.",
        "CONSULT",
        "RUS PRK",
        when="2024-03-22~/2024-06-20~",
        mode="visit",
        persons=people,
    )
    assert len(pile.events()) == 1
