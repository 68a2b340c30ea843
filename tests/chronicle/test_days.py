"""Which days make a story, and which sentences tell them."""

from __future__ import annotations

import random

from tidebook.chronicle.days import best_days, weigh_days
from tidebook.chronicle.gist import Gist
from tidebook.chronicle.told import Line, Telling, words_of

FIRST, LAST = 1, 60
SMALL = frozenset(("the", "of", "in", "a", "on", "and"))


def line(text: str, *days: int, about: bool = True, opens: int | None = None) -> Line:
    """A line with its words."""
    return Line(text=text, words=words_of(text, SMALL), days=days, about=about, opens=opens)


def telling(origin: str, published: int | None, *lines: Line) -> Telling:
    """An article."""
    return Telling(origin=origin, published=published, lines=lines)


def weights(*tellings: Telling) -> dict[int, float]:
    """Of two months."""
    return weigh_days(tellings, FIRST, LAST)


def test_a_day_that_later_articles_remember_weighs_more_than_one_that_only_its_own_paper_names() -> None:
    told = weights(
        telling("a", 30, line("the treaty of spring was signed", 10)),
        telling("b", 40, line("the treaty of spring was signed", 10)),
        telling("c", 20, line("a minister spoke today", 20)),
        telling("d", 20, line("a minister spoke today", 20)),
    )
    assert told[10] > told[20]


def test_copies_of_one_origin_speak_once() -> None:
    said = line("the bridge fell", 10)
    once = weights(telling("agency", 12, said), telling("other", 50, line("a fair was held", 45)))
    copied = weights(
        *(telling("agency", 12, said) for _ in range(9)), telling("other", 50, line("a fair was held", 45))
    )
    assert once == copied


def test_two_origins_weigh_more_than_one() -> None:
    one = weights(telling("a", 12, line("the bridge fell", 10)))
    two = weights(telling("a", 12, line("the bridge fell", 10)), telling("b", 30, line("the bridge fell", 10)))
    assert two[10] > one[10]


def test_an_article_without_a_day_of_its_own_is_a_witness_too() -> None:
    assert set(weights(telling("a", None, line("the bridge fell", 10)))) == {10}


def test_what_is_not_about_the_subject_says_nothing_of_its_story() -> None:
    assert weights(telling("a", 12, line("a cat was found", 10, about=False))) == {}


def test_days_outside_the_window_are_left_out() -> None:
    assert weights(telling("a", 12, line("the bridge of old", -300), line("a plan", 900))) == {
        12: weights(telling("a", 12, line("x")))[12]
    }


def test_the_number_of_days_is_kept_where_it_is_given_and_never_exceeded() -> None:
    told = {day: float(day) for day in range(1, 9)}
    assert best_days(told, 3) == [8, 7, 6]
    assert len(best_days(told, 100)) == 8


def test_without_a_number_days_far_below_the_peaks_are_not_told() -> None:
    assert best_days({1: 10.0, 2: 9.0, 3: 8.0, 4: 1.0, 5: 0.1}) == [1, 2, 3]
    assert best_days({}) == []


def test_days_of_one_weight_stand_in_time_order() -> None:
    assert best_days({9: 1.0, 3: 1.0, 5: 1.0}, 2) == [3, 5]


def _story() -> list[Telling]:
    return [
        telling("a", 10, line("Rebels seized the port city of Adan in heavy fighting"), line("Shops were shut", 10)),
        telling("b", 11, line("The port city of Adan was seized by rebels in heavy fighting", 10)),
        telling(
            "c", 30, line("Rebels seized the port city of Adan after heavy fighting that month", 10), line("Rain fell")
        ),
        telling("d", 31, line("A baker in the hills sold round loaves to every passing stranger", 10)),
        telling("e", 40, line("Talks about the port city of Adan opened between government and rebels", 40)),
    ]


def test_the_sentence_that_says_what_most_witnesses_say_tells_the_day() -> None:
    (best,) = Gist.of(_story()).tell(10, 1)
    assert "Adan" in best.text


def test_no_second_sentence_says_what_the_first_says() -> None:
    told = [one.text for one in Gist.of(_story()).tell(10, 5)]
    assert len([text for text in told if "seized" in text]) == 1


def test_a_sentence_used_for_another_day_is_not_used_again() -> None:
    gist = Gist.of(_story())
    (best,) = gist.tell(10, 1)
    assert best.text not in [one.text for one in gist.tell(10, 5, {best.text})]


def test_every_sentence_is_verbatim_and_the_order_of_articles_does_not_matter() -> None:
    texts = {one.text for article in _story() for one in article.lines}
    told = [one.text for one in Gist.of(_story()).tell(10, 5)]
    assert set(told) <= texts
    for seed in range(3):
        mixed = _story()
        random.Random(seed).shuffle(mixed)
        assert [one.text for one in Gist.of(mixed).tell(10, 5)] == told
        assert weigh_days(mixed, FIRST, LAST) == weigh_days(_story(), FIRST, LAST)


def test_a_day_of_which_nothing_is_said_has_no_sentence() -> None:
    assert Gist.of(_story()).tell(55, 3) == []
    assert Gist.of([]).tell(1, 3) == []


def test_words_keep_their_inner_marks_and_lose_case_and_small_words() -> None:
    assert words_of("The U.N. said 4.9 million of Côte-d’Or", SMALL) == ("u.n", "said", "4.9", "million", "côte-d’or")
