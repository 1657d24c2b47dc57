"""Finding words in the manual: the chapters that say all of them, with the line that says most."""

from collections.abc import Iterator, Sequence

from erp_desktop.views.manual.topics import Chapter

LONG = 80


def found_in(chapters: Sequence[Chapter], words: str) -> Iterator[tuple[Chapter, str]]:
    """Each chapter that says all the words, and the line where; all of them without words."""
    parts = words.lower().split()
    for chapter in chapters:
        if not parts:
            yield chapter, ""
            continue
        text = chapter.file.read_text("utf-8")
        if all(part in text.lower() for part in parts):
            yield chapter, _line(text, parts)


def _line(text: str, parts: Sequence[str]) -> str:
    lines = [line.strip(" #*|>-") for line in text.splitlines() if line.strip()]
    best = max(lines, key=lambda line: sum(part in line.lower() for part in parts), default="")
    return best if len(best) <= LONG else best[:LONG].rstrip() + "…"
