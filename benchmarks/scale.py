"""Whether origins, merging and the chronicle grow with the pile and not with its square.

    python -m benchmarks.scale [--sizes 2500 5000 10000 20000] [--plot FILE.svg]

Draws worlds of so many articles (`benchmarks.world`), a third of them copies or translations, and prints for each the seconds
of every step, the peak memory, and how right the result is: the pairs of articles held to be of one story, and B-cubed of the
reports held to be of one event. The bar is 120 s and 4 GB for 20,000 articles on two cores.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.world import World, draw_world
from tidebook.articles.origin import find_origins
from tidebook.chronicle.tell import tell
from tidebook.events.merge import merge
from tidebook.records.articles import Article
from tidebook.records.events import Event


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of each step for a pile."""

    articles: int
    origins: float
    merging: float
    telling: float

    @property
    def total(self) -> float:
        """Seconds of all steps."""
        return self.origins + self.merging + self.telling


def measure(size: int) -> Timing:
    """Runs one world and prints what came of it."""
    world = draw_world(size)
    started = time.perf_counter()
    articles = find_origins(world.articles)
    found = time.perf_counter()
    events = merge(world.reports, articles, world.dyad)
    merged = time.perf_counter()
    chronicle = tell(world.dyad, world.pages, articles, world.sentences, world.reports, events, ())
    told = time.perf_counter()
    timing = Timing(size, found - started, merged - found, told - merged)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"{size:6} articles, {len(world.reports)} reports, {len(events)} events, {len(chronicle.phases)} phases: "
        f"origins {timing.origins:.1f} s, merging {timing.merging:.1f} s, telling {timing.telling:.1f} s, "
        f"in all {timing.total:.1f} s; peak {memory:.2f} GB"
    )
    print("       stories: " + _figures(*pairs_of_stories(articles, world)))
    print("       events:  " + _figures(*b_cubed(events, world.happening)))
    return timing


def pairs_of_stories(articles: Sequence[Article], world: World) -> tuple[float, float]:
    """Precision and recall of pairs of articles held to be of one story."""
    ours, truth, both = (defaultdict[object, int](int) for _ in range(3))
    for article in articles:
        assert article.origin is not None
        ours[article.origin.id] += 1
        truth[world.story[article.id]] += 1
        both[article.origin.id, world.story[article.id]] += 1
    pairs = [sum(n * (n - 1) // 2 for n in counts.values()) for counts in (ours, truth, both)]
    return pairs[2] / max(1, pairs[0]), pairs[2] / max(1, pairs[1])


def b_cubed(events: Sequence[Event], truth: Mapping[str, int]) -> tuple[float, float]:
    """B-cubed precision and recall of the reports in events."""
    sizes: dict[int, int] = defaultdict(int)
    held = {name for event in events for name in event.reports}
    for name in held:
        sizes[truth[name]] += 1
    precision = recall = 0.0
    for event in events:
        counts: dict[int, int] = defaultdict(int)
        for name in event.reports:
            counts[truth[name]] += 1
        precision += sum(n * n / len(event.reports) for n in counts.values())
        recall += sum(n * n / sizes[happening] for happening, n in counts.items())
    return precision / max(1, len(held)), recall / max(1, len(held))


def _figures(precision: float, recall: float) -> str:
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"


def plot(timings: Sequence[Timing], out: Path) -> None:
    """Seconds against articles, as SVG."""
    wide, high, edge = 640, 400, 50
    most = max(t.articles for t in timings)
    top = max(t.total for t in timings) * 1.1
    points = [
        (edge + (wide - 2 * edge) * t.articles / most, high - edge - (high - 2 * edge) * t.total / top) for t in timings
    ]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    marks = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/><text x="{x:.1f}" y="{y - 10:.1f}">{t.total:.0f} s</text>'
        f'<text x="{x:.1f}" y="{high - edge + 18}">{t.articles}</text>'
        for (x, y), t in zip(points, timings, strict=True)
    )
    out.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" font-family="sans-serif" font-size="12" '
        f'text-anchor="middle"><polyline points="{edge},{high - edge} {path}" fill="none" stroke="#246"/>{marks}'
        f'<text x="{wide / 2}" y="{high - 8}">articles</text></svg>\n',
        encoding="utf-8",
    )


def main() -> None:
    """Measures every size asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--sizes", type=int, nargs="+", default=[2500, 5000, 10000, 20000])
    asked.add_argument("--plot", type=Path)
    given = asked.parse_args()
    timings = [measure(size) for size in given.sizes]
    if given.plot:
        plot(timings, given.plot)


if __name__ == "__main__":
    main()
