"""The Admiralty code: nothing is confirmed by one origin, and who cannot be judged is not held to be average."""

from __future__ import annotations

from dataclasses import replace

from tests.samples import sample_chronicle
from tidebook.chronicle.credibility import credibility_of
from tidebook.knowledge.newsrooms import grade_of
from tidebook.records.articles import Article, Origin, OriginKind
from tidebook.records.edtf import parse
from tidebook.records.events import Credibility, Event, Report, Standing

BOOK = sample_chronicle()


def told(*tellings: tuple[str, Standing], when: str = "2014-08-20", out: str = "2014-08-23") -> Credibility:
    """The grade of one event that newsrooms tell, each an origin of its own where its name differs."""
    event: Event = replace(
        next(e for e in BOOK.events if len(e.reports) == 1), when=parse(when), standing=tellings[0][1]
    )
    report: Report = next(r for r in BOOK.reports if r.id == event.reports[0])
    article: Article = next(a for a in BOOK.articles if a.id == report.article)
    articles = {}
    reports = []
    for number, (name, standing) in enumerate(tellings):
        origin = Origin(id=f"origin:{name}", kind=OriginKind.OWN, name=name)
        articles[f"a-{number}"] = replace(article, id=f"a-{number}", origin=origin, published=parse(out))
        reports.append(replace(report, id=f"r-{number}", article=f"a-{number}", standing=standing))
    return credibility_of(event, reports, articles)


SAYS, DENIES, CLAIMS = Standing.ASSERTED, Standing.DENIED, Standing.ALLEGED


def test_one_agency_however_often_copied_confirms_nothing() -> None:
    grade = told(("AP", SAYS), ("AP", SAYS), ("AP", SAYS))
    assert (grade.source, grade.information) == ("B", 3)


def test_two_agencies_confirm() -> None:
    assert told(("AP", SAYS), ("Reuters", SAYS)).information == 1


def test_a_known_and_an_unknown_site_make_it_probable_and_no_more() -> None:
    grade = told(("Reuters", SAYS), ("Kabar Ujung Jalan", SAYS))
    assert (grade.information, grade.why) == (2, "several-origins-one-judged")


def test_what_an_unknown_site_alone_says_cannot_be_judged() -> None:
    grade = told(("Kabar Ujung Jalan", SAYS))
    assert (grade.source, grade.information) == ("F", 6)


def test_what_is_said_and_denied_is_doubtful() -> None:
    assert told(("AP", CLAIMS), ("Reuters", DENIES)).information == 4


def test_what_more_deny_than_say_is_improbable() -> None:
    assert told(("AP", SAYS), ("Reuters", DENIES), ("AFP", DENIES)).information == 5


def test_a_plan_cannot_be_judged_yet() -> None:
    assert told(("AP", Standing.PLANNED), ("Reuters", Standing.PLANNED)).why == "not-yet-happened"


def test_a_state_agency_is_a_partys_own_voice_only_where_its_state_takes_part() -> None:
    assert grade_of("TASS", {"RUS", "PRK"}).letter == "D"
    assert grade_of("TASS", {"IND", "PAK"}).letter == "C"


def test_the_lag_is_counted_from_the_event_to_the_first_article() -> None:
    assert told(("AP", SAYS)).lag == (3, 3)
    assert told(("AP", SAYS), when="2014-08").lag == (0, 22)
    assert told(("AP", SAYS), when="1961", out="2014-08-23").lag == (19228, 19592)
