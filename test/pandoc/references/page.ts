import { countOf } from './count.ts'
import { expectedThing } from './expectedThing.ts'
import { remarks, type Remark } from './manuals.ts'
import { tableStyles, type TableStyle } from './tableStyles.ts'
import { things, type Thing } from './things.ts'

const head = `# References as printed

What Pandoc 3.10 prints of what Policy Citation writes: the place in words in the report, and the bibliography of *Write Bibliography*, with nothing else, and below *with the filter* what the same prints with the Lua filter of Policy Citation before citeproc, where that is something else. Each citation stands alone in a report in English, in British English for OSCOLA, in Chinese for GB/T 7714. Long addresses are cut here to \`https://…\`. Chicago author-date is the one that Pandoc has within it; the others are the [styles of the CSL project](https://github.com/citation-style-language/styles) as of August 2026.

**Source** says what a line rests on as it is printed without the filter. *style*: it is what the style makes of right data, and says nothing of the manual. A guide: it was read there, and the line is as it says. *differs*: something else is wanted; it stands below the tables with where that was read, or *unsettled* where it is only thought to be wanted and nobody looked it up. No manual was open but OSCOLA; guides quote others.

This page is made of the table of the tests: \`node scripts/references.mjs\`. A test prints every line anew, and keeps the page true.`

/** The page for people that says what the table says. */
export function referencesPage(): string {
  return `${[head, countTable(), ...tableStyles.map(sectionOf)].join('\n\n')}\n`
}

/** How much of what a reader must be told is printed. */
function countTable(): string {
  const rows = (['document', 'journal', 'place'] as const).map((part) => {
    const { of, plainly, filtered } = countOf(part)
    return row([
      told[part],
      ...[plainly, filtered].map((count) => `${String(count)} of ${String(of)}`),
    ])
  })
  const heads = row(['told', 'by Pandoc alone', 'with the filter'])
  return [counted, [heads, row(dashes(3)), ...rows].join('\n')].join('\n\n')
}

const counted =
  'In six of the styles (both of Chicago, APA, OSCOLA, Bluebook, GB/T 7714—2025 numeric), cited in words or by keys, Pandoc 3.10 and 2.17 print:'

const told = {
  document: 'which document is meant',
  journal: 'the official journal of a law, which GB/T 7714 does not print',
  place: 'the place, before the address',
} as const

function sectionOf(style: TableStyle): string {
  const own = remarks.filter((remark) => remark.style === style.name)
  const differing = own.filter(({ difference }) => difference !== undefined)
  return [
    `## ${style.name}`,
    citedTable(style, own),
    ...listTable(style, own),
    ...(differing.length === 0 ? [] : [differing.map(differenceOf).join('\n')]),
  ].join('\n\n')
}

function citedTable(style: TableStyle, own: readonly Remark[]): string {
  const rows = things.flatMap((thing) => {
    const expected = expectedThing(thing, style)
    if (expected === undefined) return []
    const { written, cited, filtered } = expected
    const forms = [code(written), code(cited), unlessSame(filtered.cited, cited)]
    return [row([thing.name, ...forms, sourceOf(thing, 'citation', own)])]
  })
  const heads = row(['cited', 'in the report', 'printed', 'with the filter', 'source'])
  return [heads, row(dashes(5)), ...rows].join('\n')
}

function unlessSame(filtered: string | undefined, plainly: string): string {
  return filtered === undefined || filtered === plainly ? '' : code(filtered)
}

/** Each work once, under the first thing of it. */
function listTable(style: TableStyle, own: readonly Remark[]): readonly string[] {
  const entries = new Map(
    things.toReversed().flatMap((thing) => {
      const expected = expectedThing(thing, style)
      const listed = expected?.listed
      return listed === undefined ? [] : [[listed, { thing, expected }] as const]
    }),
  )
  if (entries.size === 0) return []
  const rows = [...entries].toReversed().map(([listed, { thing, expected }]) => {
    const filtered = unlessSame(expected?.filtered.listed, listed)
    return row([thing.name, code(listed), filtered, sourceOf(thing, 'entry', own)])
  })
  const heads = row(['cited', 'in the list', 'with the filter', 'source'])
  return [[heads, row(dashes(4)), ...rows].join('\n')]
}

function sourceOf({ name }: Thing, part: 'citation' | 'entry', own: readonly Remark[]): string {
  const about = own.filter(({ things: named, of }) => named.includes(name) && of !== otherOf[part])
  if (about.some(({ difference }) => difference !== undefined)) return '*differs*'
  const [first] = about
  return first === undefined ? '*style*' : guideOf(first)
}

const otherOf = { citation: 'entry', entry: 'citation' } as const

function differenceOf(remark: Remark): string {
  const { things: named, cited, listed, source, difference = '' } = remark
  const forms = [cited, listed].flatMap((form) => (form === undefined ? [] : [code(form)]))
  const wanted = source === 'unsettled' ? 'Thought to be wanted' : 'Wanted'
  const asked = forms.length === 0 ? '' : ` ${wanted}: ${forms.join('; in the list ')}.`
  return `- *${named.join(', ')}*: ${difference}.${asked} Source: ${guideOf(remark)}.`
}

function guideOf({ source }: Remark): string {
  return source === 'unsettled' ? '*unsettled*' : `[${source.name}](${source.url})`
}

function code(text: string): string {
  return `\`${text.replace(/https?:[^\s>]{20,}?(?=[.,>]?(?:\s|$|>))/gu, 'https://…').replaceAll('|', '\\|')}\``
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function dashes(count: number): readonly string[] {
  return Array.from({ length: count }, () => '---')
}
