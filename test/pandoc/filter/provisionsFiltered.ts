import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { placeBehindKey } from '../../../src/core/citation/citationForm.ts'
import { formatCitation } from '../../../src/core/citation/format.ts'
import { instrumentOf } from '../../../src/core/corpus/corpus.ts'
import { languageOfTag } from '../../../src/core/corpus/language.ts'
import type { Instrument, InstrumentType, Provision } from '../../../src/core/corpus/provision.ts'
import { libraryCorpus } from '../../core/search/libraryCorpus.ts'
import type { OfficialSource } from '../../support/officialSource.ts'
import { newBibliography } from '../newBibliography.ts'
import { filterFile, filtering, pandocPrinted } from '../pandoc.ts'

const corpus = libraryCorpus()

/**
 * The promise of the filter: of each provision of the library, cited by its place or by its key, Pandoc
 * prints the place, once, and no address before it but in law that is `behind` one; and it lists each
 * instrument once.
 */
export function filtersEveryProvision(
  name: string,
  tag: string,
  style: OfficialSource,
  behind: readonly InstrumentType[] = [],
): void {
  suite(`every provision of the library in ${name}, filtered`, { skip: style.skip }, () => {
    for (const form of ['pandoc', 'key'] as const) {
      test(`prints its place before any address, style ${form}`, async () => {
        const csl = withoutPositions(readFileSync(style.file, 'utf8'))
        const { paragraphs, entries } = await printed(form, tag, csl)
        assert.equal(paragraphs.length, corpus.provisions.length)
        const wrong = corpus.provisions.flatMap((provision, index) => {
          const cited = paragraphs[index] ?? ''
          const isBehind = behind.includes(instrumentOfKey(provision).type)
          const before = printedBefore(placeOf(provision, tag), cited)
          const isRight = before !== undefined && (isBehind || !before.includes('http'))
          return isRight ? [] : [`${provision.key}: ${cited}`]
        })
        assert.deepEqual(wrong, [])
        assert.ok(entries.size === 0 || entries.size === corpus.instruments.length)
      })
    }
  })
}

/** `csl` as if each work were cited for the first time, when notes print its address. */
function withoutPositions(csl: string): string {
  return csl.replace(/ position="(?!first")[^"]*"/gu, ' is-uncertain-date="issued"')
}

async function printed(form: 'pandoc' | 'key', tag: string, csl: string) {
  const format = { corpus, language: languageOfTag(tag), withPage: true, before: '', after: '' }
  const citations = corpus.provisions.map((one) => formatCitation([one], form, format))
  const report = `---\nlang: ${tag}\n---\n\n${citations.join('\n\n')}\n`
  const files = { ...filterFile, 'b.json': newBibliography(report, corpus), 's.csl': csl }
  return pandocPrinted(report, files, { bibliography: 'b.json', csl: 's.csl', ...filtering })
}

function instrumentOfKey({ key }: Provision): Instrument {
  return instrumentOf(corpus, key) ?? assert.fail(key)
}

/** The page and the place of `provision` in words; none of an instrument. */
function placeOf(provision: Provision, tag: string): string {
  if (provision.level === 'instrument') return ''
  const format = { corpus, language: languageOfTag(tag), style: 'pandoc', withPage: true } as const
  return placeBehindKey(provision, instrumentOfKey(provision), format)
}

/** What `cited` has before `place`; `undefined` where it says it twice or not at all. */
function printedBefore(place: string, cited: string): string | undefined {
  if (place === '') return ''
  const [before, ...behind] = inOneForm(cited).split(inOneForm(place))
  return behind.length === 1 ? before : undefined
}

/** `text` with the terms that each style has its own of in one form, as its capitals, spaces, dashes and full stops. */
function inOneForm(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('\u00A0', ' ')
    .replaceAll('–', '-')
    .replace(/\bpp?\. /gu, '')
    .replace(/(?:§|\bsec\.|\bsections?) /gu, 'sec ')
    .replace(/(?:¶|\bpara?\.) /gu, 'para ')
    .replace(/\b(?:ch?|chap)\. /gu, 'chap ')
    .replace(/\b(art|rec)\. /gu, '$1 ')
}
