import type { Format } from '../formats/format.ts'
import { glued, joined, said, type Words } from '../pieces/words.ts'

/** A citation of a group, as it is said. */
export interface SaidCitation {
  readonly prefix: Words
  /** With its author, and without. */
  readonly whole: Words
  readonly bare: Words
  /** What stands behind it. */
  readonly rest: Words
  readonly hasLocator: boolean
  /** What is the same of citations that can share an author; empty of what shares none. */
  readonly by: readonly string[]
  /** In a numeric style. */
  readonly number?: number
  readonly isSuppressed: boolean
}

/** The citations of a group as `format` says them together. */
export function saidTogether(citations: readonly SaidCitation[], format: Format): Words {
  const { group, collapse } = format
  if (collapse === 'year') return inAuthors(citations, group.between)
  if (collapse === 'number') return inNumbers(citations, group.between)
  return joined(
    group.between,
    citations.map((citation) => inFull(citation)),
  )
}

function inFull({ prefix, whole, bare, rest, isSuppressed }: SaidCitation, isBare = false): Words {
  return glued([prefix, isBare || isSuppressed ? bare : whole, rest])
}

/** Works of one author behind the first of them, unless something is said between. */
function inAuthors(citations: readonly SaidCitation[], between: string): Words {
  const groups = byAuthor(citations)
  return glued(
    groups.flatMap((group, index) => [
      ofOneAuthor(group, between),
      said(index === groups.length - 1 ? '' : between),
    ]),
  )
}

function byAuthor(citations: readonly SaidCitation[]): readonly (readonly SaidCitation[])[] {
  const groups: (readonly SaidCitation[])[] = []
  let left = citations
  for (;;) {
    const [first, ...others] = left
    if (first === undefined) return groups
    const same = new Set(sameAuthor(first, others))
    groups.push([first, ...same])
    left = same.size === 0 ? others : others.filter((one) => !same.has(one))
  }
}

/** Those of `others` that share the author of `first`, up to where something is said around one. */
function sameAuthor(first: SaidCitation, others: readonly SaidCitation[]): readonly SaidCitation[] {
  if (first.rest.length > 0) return []
  const end = others.findIndex(({ prefix, rest }) => prefix.length > 0 || rest.length > 0)
  const free = end === -1 ? others : others.slice(0, end)
  return free.filter(({ by }) => by.some((one) => first.by.includes(one)))
}

function ofOneAuthor(group: readonly SaidCitation[], between: string): Words {
  const isOne = group.slice(1).every(({ whole, bare }) => whole === bare)
  const gap = !isOne && group.some(({ hasLocator }) => hasLocator) ? between : ', '
  return glued(
    group.flatMap((citation, index) => [said(index === 0 ? '' : gap), inFull(citation, index > 0)]),
  )
}

/** `1,3–5`. */
function inNumbers(citations: readonly SaidCitation[], between: string): Words {
  const runs: SaidCitation[][] = []
  for (const citation of citations) {
    const last = runs.at(-1)?.at(-1)
    if (last !== undefined && follows(citation, last)) runs.at(-1)?.push(citation)
    else runs.push([citation])
  }
  return joined(
    between,
    runs.map((run) => numberRun(run, between)),
  )
}

function follows(citation: SaidCitation, last: SaidCitation): boolean {
  const areBare = [citation, last].every(({ prefix, rest }) => prefix.length + rest.length === 0)
  return areBare && last.number !== undefined && citation.number === last.number + 1
}

function numberRun(run: readonly SaidCitation[], between: string): Words {
  const [first, last] = [run[0], run.at(-1)]
  if (run.length < 3 || first === undefined || last === undefined) {
    return joined(
      between,
      run.map((citation) => inFull(citation)),
    )
  }
  return joined('–', [inFull(first), inFull(last)])
}
