import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { commaIn } from '../../../src/core/citation/citationForm.ts'
import { formatCitation } from '../../../src/core/citation/format.ts'
import { placeWords, stepsSaid } from '../../../src/core/citation/placeWords.ts'
import { printedTitle } from '../../../src/core/citation/reference.ts'
import { instrumentOf } from '../../../src/core/corpus/corpus.ts'
import { instrumentIdOf } from '../../../src/core/corpus/key.ts'
import { languageOfTag, type Language } from '../../../src/core/corpus/language.ts'
import type { Provision } from '../../../src/core/corpus/provision.ts'
import { libraryCorpus } from '../../core/search/libraryCorpus.ts'
import type { OfficialSource } from '../../support/officialSource.ts'
import { newBibliography } from '../newBibliography.ts'
import { labelStyle } from '../styles.ts'
import { citationsByBlock, pandocPrinted, type PrintedReport } from '../pandoc.ts'

/** The languages of the reports: of all that we write places in, those that Pandoc has locators for. */
const tags = ['en-US', 'zh-CN', 'zh-TW']

const corpus = libraryCorpus()

/** A report that cites each provision of the library, one a paragraph, and its bibliography. */
interface ReportOfAll {
  readonly text: string
  readonly language: Language
  readonly citations: readonly string[]
  readonly bibliography: string
}

function reportOfAll(style: 'pandoc' | 'key', tag: string): ReportOfAll {
  const language = languageOfTag(tag)
  const format = { corpus, language, withPage: true, before: '', after: '' }
  const citations = corpus.provisions.map((one) => formatCitation([one], style, format))
  const text = `---\nlang: ${tag}\n---\n\n${citations.join('\n\n')}\n`
  return { text, language, citations, bibliography: newBibliography(text, corpus) }
}

/**
 * The promise of both forms in a style that cites in the text: of each provision of the library Pandoc
 * reads one citation of the right work, and prints its place, with nothing but the bibliography that we
 * write.
 */
export function printsEveryProvision(name: string, style?: OfficialSource): void {
  suite(`every provision of the library in ${name}`, { skip: style?.skip ?? false }, () => {
    const csl = style?.skip === false ? readFileSync(style.file, 'utf8') : undefined
    for (const tag of tags) {
      test(`prints its place in the citation, lang: ${tag}`, () => printsPlaces(tag, csl))
      test(`by its key, prints its place there or in the list, lang: ${tag}`, () =>
        printsKeys(tag, csl))
    }
  })
}

/** Pandoc reads one citation of each provision, of its instrument or by its key. */
export function readsEveryProvision(): void {
  for (const tag of tags) {
    for (const style of ['pandoc', 'key'] as const) {
      test(`one citation of each work is read, style ${style}, lang: ${tag}`, async () => {
        const works = corpus.provisions.map(
          ({ key }) => `bracketed ${style === 'key' ? key : instrumentIdOf(key)}`,
        )
        const read = await citationsByBlock(reportOfAll(style, tag).text)
        assert.deepEqual(
          read,
          works.map((work) => [work]),
        )
      })
    }
  }
}

/** No word of a place is taken for a page: a page is what is written as one. */
export function takesPagesForPages(): void {
  for (const tag of tags) {
    test(`Pandoc takes for a page what is one, lang: ${tag}`, async () => {
      const report = reportOfAll('pandoc', tag)
      const { paragraphs } = await printed(report, labelStyle)
      const wrong = report.citations.filter((citation, index) => {
        const [, label] = /‹(.*?)›/u.exec(paragraphs[index] ?? '') ?? []
        return /^(?:pages?|页|頁)$/u.test(label ?? '') !== /, pp?\. /u.test(citation)
      })
      assert.deepEqual(wrong, [])
    })
  }
}

async function printsPlaces(tag: string, csl: string | undefined): Promise<void> {
  const report = reportOfAll('pandoc', tag)
  const { paragraphs, entries } = await printed(report, csl)
  assert.equal(entries.size, corpus.instruments.length)
  const wholes = new Map<string, string | undefined>(
    corpus.provisions.map(({ key }, index) => [key, paragraphs[index]]),
  )
  const wrong = corpus.provisions.flatMap(({ key }, index) => {
    const [citation = '', cited = ''] = [report.citations[index], paragraphs[index]]
    const whole = wholes.get(instrumentIdOf(key)) ?? assert.fail(key)
    return placeIn(cited, whole) === inOneForm(locatorOf(citation)) ? [] : [`${citation}: ${cited}`]
  })
  assert.deepEqual(wrong, [])
}

/** What Pandoc takes for the locator and its suffix in `[@key, locator]`. */
function locatorOf(citation: string): string {
  return citation.split(', ').slice(1).join(', ').replace(/\]$/u, '')
}

/** What stands in `cited` behind what stands in `whole`; `undefined` where it says something else of the work. */
function placeIn(cited: string, whole: string): string | undefined {
  const before = whole.replace(/\)$/u, '')
  if (!cited.startsWith(before) || !cited.endsWith(')')) return undefined
  return inOneForm(cited.slice(before.length, -1).replace(/^,? /u, ''))
}

/** `place` with the terms that each style has its own of, and the digits of pages joined, as we write them. */
function inOneForm(place: string): string {
  return place
    .replaceAll('\u00A0', ' ')
    .replace(/(?<=\d)–(?=\d)/gu, '-')
    .replace(/^pp?\. /u, '')
    .replace(/^(?:§|sections?) /iu, 'sec. ')
    .replace(/^(?:par\.|¶) /u, 'para. ')
    .replace(/^(?:ch?\.|chapter) /iu, 'chap. ')
}

async function printsKeys(tag: string, csl: string | undefined): Promise<void> {
  const report = reportOfAll('key', tag)
  const { paragraphs, entries } = await printed(report, csl)
  assert.deepEqual(new Set(entries.keys()), new Set(corpus.provisions.map(({ key }) => key)))
  assert.equal(new Set([...entries.values()].map(withoutYearAndAddress)).size, entries.size)
  const wrong = corpus.provisions.filter((provision, index) => {
    const texts = [paragraphs[index] ?? '', entries.get(provision.key) ?? ''].map(folded)
    const words = wordsOf(provision, report.language).map(folded)
    return words.length > 0 && !words.some((one) => texts.some((text) => text.includes(one)))
  })
  assert.deepEqual(
    wrong.map(({ key }) => key),
    [],
  )
}

/** What says which provision it is: its place, or the printed heading with our ordinal, in the language of its reference. A whole needs none. */
function wordsOf(provision: Provision, reader: Language): readonly string[] {
  const instrument = instrumentOf(corpus, provision.key) ?? assert.fail(provision.key)
  if (provision.level === 'instrument') return []
  return [reader, 'en' as const].flatMap((language) => [
    `${commaIn(language)}${placeWords(stepsSaid(provision, instrument, corpus), language, instrument)}`,
    printedTitle(provision, corpus, language),
  ])
}

/** Without what tells apart entries that say the same. */
function withoutYearAndAddress(entry: string): string {
  return entry.replace(/ https:\S+/u, '').replace(/(?<=\d{4}年?)[a-z]+/u, '')
}

/** Styles change capitals, quotation marks and dashes. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('\u00A0', ' ')
    .replace(/[“”‘’'"「」『』《》〈〉]/gu, '')
}

async function printed(report: ReportOfAll, csl: string | undefined): Promise<PrintedReport> {
  const files = { 'b.json': report.bibliography, ...(csl !== undefined && { 's.csl': csl }) }
  const options = { bibliography: 'b.json', ...(csl !== undefined && { csl: 's.csl' }) }
  return pandocPrinted(report.text, files, options)
}
