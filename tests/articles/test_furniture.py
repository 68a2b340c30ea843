"""What stands around articles on pages of our own, kind by kind: none of it is told."""

from __future__ import annotations

import pytest

from tests.articles.pages_of_our_own import page
from tidebook.articles.write import write_articles
from tidebook.records.pages import Page

STORY = (
    "Fishermen from three harbours have agreed to leave the sandbank alone for two years so that the herring can return, their union said on Tuesday.",
    "The ban begins in March, when the fish spawn, and boats that break it will lose their licence for the rest of the season, according to the agreement.",
    "“We have emptied that bank ourselves, and we shall have to wait until it fills again,” said Marit Olsen, who speaks for the smallest of the harbours.",
    "The ministry had proposed a ban of five years, but it accepted the shorter one after the harbours offered to count the fish themselves every spring.",
)
HEAD = "Three harbours leave the herring alone for two years\n\nOctober 3, 2023 9:15 AM\n\n"
KINDS = {
    "a list of news with the time of each": "\n".join(
        f"• {title}\n\nHARBOURNEWS | Tuesday 3 Oct 2023, {hour}:{hour + 9} {summary}"
        for hour, (title, summary) in enumerate(
            [
                (
                    "Lighthouse opens its doors to visitors again",
                    "The lighthouse on the northern point was closed for repairs in the spring.",
                ),
                (
                    "Ferry runs aground in thick fog near the quay",
                    "Nobody was hurt when the morning ferry ran aground within sight of the quay.",
                ),
                (
                    "School of navigation is looking for a new head",
                    "The school has been without a head since the last one went back to sea.",
                ),
                (
                    "Storm takes the roof off the old rope factory",
                    "The roof of the factory came down on Sunday night, and the street is closed.",
                ),
            ],
            10,
        )
    ),
    "teasers that break off": "\n\n".join(
        [
            "More from the coast",
            "The lighthouse on the northern point was closed for repairs in the spring, and visitors had to…",
            "Lighthouse opens its doors to visitors again",
            "Nobody was hurt when the morning ferry ran aground within sight of the quay, but the captain…",
            "Ferry runs aground in thick fog near the quay",
            "The school has been without a head since the last one went back to sea, and the pupils…",
            "School of navigation is looking for a new head",
        ]
    ),
    "comments of readers": "\n\n".join(
        [
            "Comments",
            "oldsalt77 on October 3, 2023 at 10:12 am said:",
            "I fished that bank for thirty years and I can tell you that nobody will keep to this!!",
            "Reply",
            "mrs_k on October 3, 2023 at 11:40 am said:",
            "You should be glad that they do anything at all, my father never saw an inspector in his life.",
            "Reply",
        ]
    ),
    "a letter that asks for a subscription": "\n\n".join(
        [
            "Sign up for our newsletter",
            "Get the stories of the coast in your inbox every Friday. You can unsubscribe at any time.",
            "By clicking Sign up you agree to our terms of use and our privacy policy.",
        ]
    ),
    "notices of a Spanish site": "\n\n".join(
        [
            "Tu suscripción se está usando en otro dispositivo",
            "¿Quieres añadir otro usuario a tu suscripción?",
            "Si continúas leyendo en este dispositivo, no se podrá leer en el otro.",
            "Suscríbete para seguir leyendo",
        ]
    ),
    "the writer's own lines": "\n\n".join(
        [
            "By Marit Holm",
            "Marit Holm is a reporter who covers the coast. Follow her on Twitter @marit_example.",
            "Tags: fishing, herring, harbours",
        ]
    ),
}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_stands_behind_a_story_is_not_told(kind: str) -> None:
    (article,) = write_articles([page(HEAD + "\n\n".join(STORY) + f"\n\n{KINDS[kind]}\n")])[0]
    for paragraph in STORY:
        assert paragraph in article.text
    kept = [line for line in KINDS[kind].split("\n") if line.strip() and line.strip() in article.text]
    assert kept == []


def test_the_same_caption_twice_is_no_paragraph() -> None:
    caption = "Boats lie in the smallest of the three harbours, Oct. 2, 2023. Photo: Jan Rud / Northern Pictures"
    (article,) = write_articles([page(HEAD + f"{caption}\n{caption}\n\n" + "\n\n".join(STORY))])[0]
    assert [block.kind for block in article.blocks if block.span.cut(article.text) == caption] in ([], ["caption"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\n\u00a0\n",
        "\0" * 1000,
        "\u200b\n\ufeff\n",
        "\ud800 half \udfff a character\n" * 20,
        "\u0130zmir.\n" * 50,
        "." * 5000,
    ],
    ids=["empty", "blank", "control characters", "invisible", "halves of characters", "dotted capitals", "stops"],
)
def test_a_page_of_which_nothing_can_be_read_is_left_out_and_harms_no_other(text: str) -> None:
    alone, drops = write_articles([page(text.replace("\ud800", "?").replace("\udfff", "?"), "odd.txt")])
    assert (alone, {drop.reason for drop in drops}) == ((), {"no-article"})
    odd = Page(uri="odd.txt", digest="sha256:0", media_type="text/plain", charset="utf-8", text=text)
    articles, _ = write_articles([page(HEAD + "\n\n".join(STORY), "good.txt"), odd])
    assert [article.pages for article in articles] == [("good.txt",)]
