import { styleBehindWords, type CitingFormat } from '../citation/citationForm.ts'
import { formatCitation } from '../citation/format.ts'
import { regionName } from '../citation/regionNames.ts'
import { instrumentOf, isClaim, type Corpus } from '../corpus/corpus.ts'
import { pathOf } from '../corpus/key.ts'
import { nameIn, type Names } from '../corpus/language.ts'
import type { Instrument, Measure, Provision } from '../corpus/provision.ts'
import { known } from '../corpus/stored/knownProvisions.ts'
import { escapeMarkdown } from '../text/escapeMarkdown.ts'

/** One thing in which an article compares sides: the claims that it makes of them in one paragraph. */
export interface Dimension {
  readonly name: Names
  readonly article: Instrument
  /** The paragraph of the article, as the labels of its claims begin: `22` of `22.3`. */
  readonly paragraph: string
  /** Region codes, each once, in the order in which the article speaks of them. */
  readonly sides: readonly string[]
  readonly claims: readonly Measure[]
}

/** What the articles of `corpus` compare, in their order. */
export function dimensionsOf(corpus: Corpus): readonly Dimension[] {
  const found = new Map<string, Measure[]>()
  for (const claim of known(corpus.provisions).marked('claim').filter(isClaim)) {
    if (claim.claim?.dimension === undefined || claim.claim.sides.length === 0) continue
    const id = JSON.stringify([claim.parent, paragraphOf(claim), claim.claim.dimension.en])
    found.set(id, [...(found.get(id) ?? []), claim])
  }
  return [...found.values()].flatMap((claims) => {
    const [first] = claims
    const name = first?.claim?.dimension
    const article = first && instrumentOf(corpus, first.key)
    if (first === undefined || name === undefined || article === undefined) return []
    const sides = [...new Set(claims.flatMap((claim) => claim.claim?.sides ?? []))]
    return [{ name, article, paragraph: paragraphOf(first), sides, claims }]
  })
}

/** The dimensions of the paragraph that compares in most of them: what a reader most likely wants in one table. */
export function mainComparison(dimensions: readonly Dimension[]): readonly Dimension[] {
  return dimensions.reduce<readonly Dimension[]>((best, { article, paragraph }) => {
    const same = dimensions.filter(
      (other) => other.article === article && other.paragraph === paragraph,
    )
    return same.length > best.length ? same : best
  }, [])
}

function paragraphOf({ key }: Measure): string {
  return (pathOf(key) ?? '').replace(/[.-][^.-]*$/u, '')
}

/** The words of a table, in the language of the report. */
export interface TableWords {
  /** Above the dimensions. */
  readonly dimension: string
  /** Before what provisions say. */
  readonly says: string
  /** What stands in a cell of which a cell further to the left says all. */
  readonly asBefore: string
  /** What stands in a cell of which nothing is said. */
  readonly nothing: string
}

export interface TableOptions extends CitingFormat {
  readonly words: TableWords
}

/**
 * A Markdown table (a pipe table of Pandoc) with a row for each of `dimensions` and a column for each
 * side: what is claimed of it, with the citation of each claim.
 */
export function dimensionTable(dimensions: readonly Dimension[], options: TableOptions): string {
  const { language, words } = options
  const sides = [...new Set(dimensions.flatMap((dimension) => dimension.sides))]
  return table(
    [words.dimension, ...sides.map((side) => regionName(side, language))],
    dimensions.map(({ name, claims }) => [
      nameIn(name, language),
      ...sides.map((side) => {
        const said = claims.filter(({ claim }) => claim?.sides.includes(side))
        return said.map((claim) => sayingOf(claim, side, sides, options)).join(' ') || words.nothing
      }),
    ]),
  )
}

/** A Markdown table with a column for each of `provisions`: what each says, with its citation. */
export function provisionTable(provisions: readonly Provision[], options: TableOptions): string {
  const { corpus, language, words } = options
  const head = provisions.map((provision) => {
    const instrument = instrumentOf(corpus, provision.key)
    const title = escaped(nameIn(provision.titles, language))
    if (instrument === undefined || instrument === provision) return title
    return `${escaped(nameIn(instrument.shortTitle ?? instrument.titles, language))}${language === 'en' ? ': ' : '：'}${title}`
  })
  return table(
    ['', ...head],
    [[words.says, ...provisions.map((provision) => saying(provision, options))]],
  )
}

/** What a claim says, once: in the column of the first side that it speaks of; in others that it is said there. */
function sayingOf(
  claim: Measure,
  side: string,
  sides: readonly string[],
  options: TableOptions,
): string {
  const first = sides.find((one) => claim.claim?.sides.includes(one))
  return side === first
    ? saying(claim, options)
    : `${options.words.asBefore} ${citationIn(claim, options)}`
}

/** The summary of `provision`, or its title where it has none, with its citation. */
function saying(provision: Provision, options: TableOptions): string {
  const text = escaped(nameIn(provision.summary ?? provision.titles, options.language))
  return `${text} ${citationIn(provision, options)}`
}

function citationIn(provision: Provision, options: TableOptions): string {
  const place = { ...options, before: ' ', after: ' ' }
  return formatCitation([provision], styleBehindWords(options.style), place)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A text in a cell: one line, its bars escaped. */
function escaped(text: string): string {
  return escapeMarkdown(text.replaceAll(/\s+/gu, ' '))
}
