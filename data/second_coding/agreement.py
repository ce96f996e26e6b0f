"""Compare two codings pair by pair: days, places, types, roles and voices."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from codings import Coding, Match, Role


@dataclass(frozen=True)
class Comparison:
    """Two codings, event by event."""

    first: Coding
    second: Coding

    def days(self, match: Match) -> tuple[tuple[str, str], tuple[str, str]]:
        """Give the first and last day in each coding."""
        one, other = self.first.events[match.event_id], self.second.events[match.second_id]
        return (one["first_day"], one["last_day"]), (other["first_day"], other["last_day"])

    def same_days(self, match: Match) -> bool:
        """Say whether both days are identical."""
        one, other = self.days(match)
        return one == other

    def days_overlap(self, match: Match) -> bool:
        """Say whether the days have a day in common; an empty day is an open end."""
        (a, b), (c, d) = self.days(match)
        least, last = date.min.isoformat(), date.max.isoformat()
        return (a or least) <= (d or last) and (c or least) <= (b or last)

    def same(self, column: str, match: Match) -> bool:
        """Say whether a column of events.csv is identical in both."""
        one, other = self.first.events[match.event_id], self.second.events[match.second_id]
        return one[column] == other[column]

    def same_type(self, match: Match) -> bool:
        """Say whether the types are identical."""
        return self.same("type", match)

    def types(self, match: Match) -> tuple[str, str]:
        """Give the type in each coding."""
        one, other = self.first.events[match.event_id], self.second.events[match.second_id]
        return one["type"], other["type"]

    def same_main_place(self, match: Match) -> bool:
        """Say whether the first place of each is the same, or both have none."""
        one, other = self._places(match)
        return bool(one[0] & other[0]) if one and other else not one and not other

    def shares_a_place(self, match: Match) -> bool:
        """Say whether any place is in both, or both have none."""
        one, other = self._places(match)
        return any(a & b for a in one for b in other) if one and other else not one and not other

    def _places(self, match: Match) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
        return self.first.places.get(match.event_id, []), self.second.places.get(
            match.second_id, []
        )

    def same_roles(self, match: Match) -> bool:
        """Say whether both name the same actors in the same roles."""
        met, told = self.roles([match], lambda actor: {actor})
        return met == told

    def roles(self, found: Iterable[Match], above: Callable[[str], set[str]]) -> tuple[int, int]:
        """
        Count the roles that the other coding has too.

        Parameters
        ----------
        found
            Pairs; events that were split or merged are taken together.
        above
            The actor itself, or with those above it in the tree.

        Returns
        -------
        met, told
            Roles of either coding with a counterpart in the other, and all of them.
        """
        met = told = 0
        for ours, theirs in _groups(found):
            one = {role for event in ours for role in self.first.roles.get(event, [])}
            other = {role for event in theirs for role in self.second.roles.get(event, [])}
            told += len(one) + len(other)
            met += sum(any(_meets(a, b, above) for b in other) for a in one)
            met += sum(any(_meets(b, a, above) for a in one) for b in other)
        return met, told

    def differs(self, match: Match) -> list[str]:
        """List what differs in a pair, in plain words."""
        tests = {
            "type": self.same("type", match),
            "status": self.same("status", match),
            "days": self.same_days(match),
            "span": self.same("span", match),
            "main place": self.same_main_place(match),
            "roles": self.same_roles(match),
        }
        return [name for name, same in tests.items() if not same]

    def passages(self) -> tuple[int, int]:
        """Count the passages that both give to the same voices and outlets, and all coded ones."""
        ours, theirs = self.first.voices, self.second.voices
        loci = ours.keys() | theirs.keys()
        return sum(ours.get(locus) == theirs.get(locus) for locus in loci), len(loci)


def _groups(found: Iterable[Match]) -> list[tuple[set[str], set[str]]]:
    groups: list[tuple[set[str], set[str]]] = []
    for match in found:
        ours, theirs = {match.event_id}, {match.second_id}
        for group in [g for g in groups if g[0] & ours or g[1] & theirs]:
            groups.remove(group)
            ours, theirs = ours | group[0], theirs | group[1]
        groups.append((ours, theirs))
    return groups


def _meets(one: Role, other: Role, above: Callable[[str], set[str]]) -> bool:
    return one.role == other.role and any(
        a in above(b) or b in above(a) for a in one.actors for b in other.actors
    )


def cohens_kappa(rated: Sequence[tuple[str, str]]) -> float:
    """
    Measure agreement beyond chance.

    Parameters
    ----------
    rated
        The category that each of two coders gave, for each thing coded.

    Returns
    -------
    kappa
        1 when they always agree, 0 for what chance gives (Cohen 1960).
    """
    total = len(rated)
    seen = sum(a == b for a, b in rated) / total
    ours, theirs = Counter(a for a, _ in rated), Counter(b for _, b in rated)
    chance = sum(ours[name] * theirs[name] for name in ours) / total**2
    return (seen - chance) / (1 - chance)
