"""How a benchmark compares two sides: alternately, in one run, by the median of per-round ratios.

Beside it stands the ratio of the quickest rounds: on a machine that is busy with other work both
sides are sometimes left alone, and that is what they cost.
"""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """What a comparison came to; times are seconds of one repetition."""

    name: str
    ours: float
    raw: float
    ratio: float
    target: float | None = None
    least: float | None = None  # the ratio of the quickest rounds

    @property
    def reached(self) -> bool:
        return self.target is None or self.ratio <= self.target


def compare(
    name: str,
    ours: Callable[[], object],
    raw: Callable[[], object],
    *,
    rounds: int = 7,
    repeat: int = 1,
    target: float | None = None,
) -> Ratio:
    """Alternate A B A B; the ratio is the median of the rounds' ratios."""
    ours(), raw()
    pairs = [(_timed(ours, repeat), _timed(raw, repeat)) for _ in range(rounds)]
    return Ratio(
        name,
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
        target,
        min(a for a, _ in pairs) / min(b for _, b in pairs),
    )


def _timed(what: Callable[[], object], repeat: int) -> float:
    start = time.perf_counter()
    for _ in range(repeat):
        what()
    return (time.perf_counter() - start) / repeat


def show(title: str, ratios: Sequence[Ratio]) -> None:
    """Print a Markdown table."""
    print(f"\n### {title}\n")
    print("| what | ours | baseline | ratio | of the quickest | target |")
    print("|---|---:|---:|---:|---:|---:|")
    for r in ratios:
        target = "" if r.target is None else f"≤ {r.target:g} {'✓' if r.reached else '✗'}"
        least = "" if r.least is None else f"{r.least:.2f}"
        times = f"{_time(r.ours)} | {_time(r.raw)} | {r.ratio:.2f} | {least}"
        print(f"| {r.name} | {times} | {target} |")


def _time(seconds: float) -> str:
    if seconds < 0.001:
        return f"{seconds * 1e6:.0f} µs"
    return f"{seconds * 1e3:.2f} ms" if seconds < 1 else f"{seconds:.2f} s"
