import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cslItems } from '../../../src/core/bibliography/csl.ts'
import { languageOfTag, languages } from '../../../src/core/corpus/language.ts'
import { readStyle } from '../../../src/core/printing/placing/citationStyle.ts'
import { placedGroup, placingIn } from '../../../src/core/printing/placing/placedCitations.ts'
import { printReferences } from '../../../src/core/printing/printReferences.ts'
import type { OwnStyle, PrintedReferences, PrintedRun } from '../../../src/core/printing/printed.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import printed from '../../pandoc/references/printed.json' with { type: 'json' }
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

/** The items of all that the library has, by the language of the report. */
const itemsOf = new Map(
  languages.map((language) => [language, cslItems(corpus.provisions, corpus, language)]),
)

/** What is printed of `text` in `style`. */
function printedOf(text: string, style: OwnStyle, lang: string): PrintedReferences {
  const report = analyseReport(`---\nlang: ${lang}\n---\n\n${text}\n`)
  const items = itemsOf.get(languageOfTag(lang)) ?? []
  const placing = placingIn(report, readStyle(style), items)
  return printReferences(
    report.groups.map((group) => placedGroup(group, placing)),
    style,
    lang,
  )
}

/** As Pandoc's plain text has faces; no-break spaces as the table has them. */
function plain(runs: readonly PrintedRun[] | undefined): string | undefined {
  return runs?.map(plainRun).join('').replaceAll('\u00A0', ' ').replaceAll(')^(', '')
}

function plainRun({ text, faces: [face] = [] }: PrintedRun): string {
  if (face === 'raised') return `^(${text})`
  return face === 'smallCaps' ? text.toUpperCase() : text
}

/** By the names of the table, in the language that it prints them in. */
const styles: readonly (readonly [keyof typeof printed, OwnStyle, string])[] = [
  ['Chicago author-date', 'chicago-author-date', 'en-US'],
  ['Chicago notes', 'chicago-notes-bibliography', 'en-US'],
  ['APA', 'apa', 'en-US'],
  ['OSCOLA', 'oscola', 'en-GB'],
  ['Bluebook', 'bluebook-law-review', 'en-US'],
  ['GB/T 7714-2025 numeric', 'china-national-standard-gb-t-7714-2025-numeric', 'zh-CN'],
  ['GB/T 7714-2025 author-date', 'china-national-standard-gb-t-7714-2025-author-date', 'zh-CN'],
]

for (const [name, style, lang] of styles) {
  suite(`the table of references in ${name}`, () => {
    for (const [thing, { written, filtered }] of Object.entries(printed[name])) {
      test(`${thing} is printed as Pandoc prints it`, () => {
        const { groups, list } = printedOf(written, style, lang)
        const [group] = groups
        assert.equal(plain(group?.note ?? group?.text), filtered.cited)
        assert.equal(plain(list[0]?.runs), 'listed' in filtered ? filtered.listed : undefined)
      })
    }
  })
}

/** `[place]` around what is known as the words of a place. */
function withPlaces(runs: readonly PrintedRun[] | undefined): string | undefined {
  return runs
    ?.map(({ text, place }) => (place === undefined ? text : `[${String(place)}:${text}]`))
    .join('')
    .replaceAll('\u00A0', ' ')
}

test('the words of each place of a group are known, in the order of its citations', () => {
  const text =
    '[@us-aiap-2025, p. 3, pillar I, sec. 1; @us-aiap-2025, pp. 4-5; @eu-ai-act, art. 5, so]'
  const said = (style: OwnStyle): string | undefined => {
    const [group] = printedOf(text, style, 'en-US').groups
    return withPlaces(group?.note ?? group?.text)
  }
  assert.equal(
    said('chicago-author-date'),
    '(White House 2025, [0:3, pillar I, sec. 1]; [1:4–5]; Regulation (EU) 2024/1689 2024, [2:art. 5, so])',
  )
  assert.match(
    said('oscola') ?? '',
    /\(2025\) \[0:3, pillar I, sec 1\]; \[1:4–5\] <https:\S+> accessed .*, \[2:art 5, so\]\.$/u,
  )
  assert.equal(
    said('china-national-standard-gb-t-7714-2025-numeric'),
    '[1, [0:p. 3, pillar I, sec. 1]; [1:pp. 4–5]][2, [2:art. 5, so]]',
  )
  assert.match(
    said('apa') ?? '',
    /^\(White House, 2025, \[0:p\. 3, pillar I, sec\. 1\]; \[1:pp\. 4–5\]/u,
  )
})

test('an address leads where it says', () => {
  const { list } = printedOf('[@uk-aioap-2025]', 'apa', 'en-GB')
  const [address] = list.flatMap(({ runs }) => runs.filter((run) => run.address !== undefined))
  assert.equal(address?.text, address?.address)
  assert.match(address?.text ?? '', /^https:\S+plan$/u)
})

test('citations of others stand as they are written, and count', () => {
  const text = 'A [see @smith, p. 3; @{x.y}], @jones [p. 4] and [@us-aiap-2025; @smith, 5].'
  const numeric = printedOf(text, 'china-national-standard-gb-t-7714-2025-numeric', 'en-US')
  assert.deepEqual(
    numeric.groups.map((group) => plain(group.text)),
    ['[see @smith, p. 3; @{x.y}]', '@jones [p. 4]', '^([4,@smith, 5])'],
  )
  const notes = printedOf(`${text} [@us-aiap-2025]`, 'oscola', 'en-GB')
  assert.equal(plain(notes.groups[0]?.note), 'see @smith, p. 3; @{x.y}')
  assert.equal(plain(notes.groups[3]?.note), 'White House (n 3).')
})

test('a report with notes of its own says their numbers', () => {
  const report = analyseReport('[@us-aiap-2025] [@eu-ai-act] [@us-aiap-2025]')
  const items = cslItems(corpus.instruments, corpus, 'en')
  const placing = placingIn(report, readStyle('oscola'), items)
  const groups = report.groups.map((group) => placedGroup(group, placing))
  const printedGroups = printReferences(groups, 'oscola', 'en-GB', [], [4, 7, 9]).groups
  assert.equal(plain(printedGroups[2]?.note), 'White House (n 4).')
})

test('what `nocite` lists is listed, and told apart', () => {
  const listed = cslItems(corpus.instruments, corpus, 'en')
  const { list } = printReferences([], 'chicago-author-date', 'en-US', listed)
  assert.equal(list.length, corpus.instruments.length)
})
