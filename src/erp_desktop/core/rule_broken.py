"""The one base of all refusals: facts, never words (`core.errors` has them all)."""

from typing import Any, ClassVar


class RuleBroken(Exception):
    """A rule of the trade said no. Subclasses name their facts in order."""

    fact_names: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *facts: Any) -> None:
        if len(facts) != len(self.fact_names):
            raise TypeError(f"{type(self).__name__} takes {self.fact_names}, got {facts}")
        super().__init__(*facts)
        self.facts: dict[str, str] = {
            name: str(fact) for name, fact in zip(self.fact_names, facts, strict=True)
        }

    def __str__(self) -> str:
        said = ", ".join(f"{name} {fact}" for name, fact in self.facts.items())
        return f"{type(self).__name__}: {said}" if said else type(self).__name__
