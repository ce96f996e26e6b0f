"""Check that every passage of every article is coded or accounted for."""

import re
from collections.abc import Iterator

from geo.model.models import Article, Claim, Coverage, Place
from geo.model.problems import Problem
from geo.model.spellings import Spelling
from geo.reading.tables import Table

_PARAGRAPH = re.compile(r"p(\d+)")


def coverage_problems(
    articles: Table[Article], claims: Table[Claim], coverage: Table[Coverage]
) -> list[Problem]:
    """
    Find passages without coverage and claims that are not listed where they stand.

    Parameters
    ----------
    articles, claims, coverage
        The tables.

    Returns
    -------
    problems
        Gaps in p1..pn, loci and claims without coverage, claims listed elsewhere or twice.
    """
    if not coverage.complete:
        return []
    found = list(_paragraph_gaps(articles, coverage))
    passages = {(x.row.article_id, x.row.locus) for x in coverage.rows}
    home = {x.row.claim_id: (x.row.article_id, x.row.locus) for x in claims.rows}
    listed: set[str] = set()
    for located in coverage.rows:
        row = located.row
        for claim_id in row.claim_ids:
            wanted = home.get(claim_id, (row.article_id, row.locus))
            if wanted != (row.article_id, row.locus):
                message = f"'{claim_id}' is coded from {' '.join(wanted)}; list it there"
                found.append(Problem(coverage.file, located.line, "claim_ids", message))
            else:
                listed.add(claim_id)
    for claim in claims.rows:
        article_id, locus = claim.row.article_id, claim.row.locus
        if (article_id, locus) not in passages:
            message = f"'{locus}' of '{article_id}' is not in coverage.csv; add a row for it there"
            found.append(Problem(claims.file, claim.line, "locus", message))
        elif claim.row.claim_id not in listed:
            message = (
                f"'{claim.row.claim_id}' is not listed in coverage.csv; "
                f"add it at {article_id} {locus}"
            )
            found.append(Problem(claims.file, claim.line, "claim_id", message))
    return found


def mention_problems(
    naming: Table[Place] | Table[Spelling], coverage: Table[Coverage]
) -> list[Problem]:
    """
    Find mentions in passages that no article has.

    Parameters
    ----------
    naming
        The table of what passages name: places, or spellings of actors.
    coverage
        The table of passages.

    Returns
    -------
    problems
        One for each mention whose passage is not in the coverage of a known article.
        None while rows of the coverage cannot be read, which is reported itself.
    """
    if not coverage.complete:
        return []
    passages = {(x.row.article_id, x.row.locus) for x in coverage.rows}
    articles = {article_id for article_id, _ in passages}
    return [
        Problem(
            naming.file,
            located.line,
            "mentions",
            f"'{mention.article_id}:{mention.locus}' is not a passage in coverage.csv",
        )
        for located in naming.rows
        for mention in located.row.mentions
        if mention.article_id in articles and (mention.article_id, mention.locus) not in passages
    ]


def _paragraph_gaps(articles: Table[Article], coverage: Table[Coverage]) -> Iterator[Problem]:
    lines: dict[str, dict[int, int]] = {x.row.article_id: {} for x in articles.rows}
    for located in coverage.rows:
        paragraph = _PARAGRAPH.fullmatch(located.row.locus)
        if paragraph and located.row.article_id in lines:
            lines[located.row.article_id][int(paragraph[1])] = located.line
    for article in articles.rows:
        covered = lines[article.row.article_id]
        if not covered:
            message = f"'{article.row.article_id}' has no paragraph in coverage.csv; begin with p1"
            yield Problem(articles.file, article.line, "article_id", message)
            continue
        for number in range(1, max(covered)):
            if number not in covered:
                after = min(n for n in covered if n > number)
                message = f"'p{after}' of '{article.row.article_id}' leaves a gap; add p{number}"
                yield Problem(coverage.file, covered[after], "locus", message)
