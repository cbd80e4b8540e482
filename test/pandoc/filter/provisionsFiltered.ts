import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { placeBehindKey } from '../../../src/core/citation/citationForm.ts'
import { formatCitation } from '../../../src/core/citation/format.ts'
import { instrumentOf } from '../../../src/core/corpus/corpus.ts'
import { languageOfTag } from '../../../src/core/corpus/language.ts'
import type { Provision } from '../../../src/core/corpus/provision.ts'
import { libraryCorpus } from '../../core/search/libraryCorpus.ts'
import type { OfficialSource } from '../../support/officialSource.ts'
import { newBibliography } from '../newBibliography.ts'
import { filterFile, filtering, pandocPrinted } from '../pandoc.ts'

const corpus = libraryCorpus()

/**
 * The promise of the filter: of each provision of the library, cited by its place or by its key, Pandoc
 * prints the place, once, and no address before it; and it lists each instrument once.
 */
export function filtersEveryProvision(name: string, tag: string, style: OfficialSource): void {
  suite(`every provision of the library in ${name}, filtered`, { skip: style.skip }, () => {
    for (const form of ['pandoc', 'key'] as const) {
      test(`prints its place before any address, style ${form}`, async () => {
        const { paragraphs, entries } = await printed(form, tag, readFileSync(style.file, 'utf8'))
        assert.equal(paragraphs.length, corpus.provisions.length)
        const wrong = corpus.provisions.flatMap((provision, index) => {
          const cited = paragraphs[index] ?? ''
          return printsPlace(cited, placeOf(provision, tag)) ? [] : [`${provision.key}: ${cited}`]
        })
        assert.deepEqual(wrong, [])
        assert.ok(entries.size === 0 || entries.size === corpus.instruments.length)
      })
    }
  })
}

async function printed(form: 'pandoc' | 'key', tag: string, csl: string) {
  const format = { corpus, language: languageOfTag(tag), withPage: true, before: '', after: '' }
  const citations = corpus.provisions.map((one) => formatCitation([one], form, format))
  const report = `---\nlang: ${tag}\n---\n\n${citations.join('\n\n')}\n`
  const files = { ...filterFile, 'b.json': newBibliography(report, corpus), 's.csl': csl }
  return pandocPrinted(report, files, { bibliography: 'b.json', csl: 's.csl', ...filtering })
}

/** The page and the place of `provision` in words; none of an instrument. */
function placeOf(provision: Provision, tag: string): string {
  if (provision.level === 'instrument') return ''
  const instrument = instrumentOf(corpus, provision.key) ?? assert.fail(provision.key)
  const format = { corpus, language: languageOfTag(tag), style: 'pandoc', withPage: true } as const
  return placeBehindKey(provision, instrument, format)
}

/** Whether `cited` says `place`, once, and no address before it. */
function printsPlace(cited: string, place: string): boolean {
  const [before = '', ...behind] = place === '' ? [''] : inOneForm(cited).split(inOneForm(place))
  return behind.length === (place === '' ? 0 : 1) && !before.includes('http')
}

/** `text` with the terms that each style has its own of in one form, as its spaces, dashes and full stops. */
function inOneForm(text: string): string {
  return text
    .replaceAll('\u00A0', ' ')
    .replaceAll('–', '-')
    .replace(/\bpp?\. /gu, '')
    .replace(/§ /gu, 'sec ')
    .replace(/¶ /gu, 'para ')
    .replace(/\b(ch|art|sec|rec|para)(?:ap)?\.? /gu, '$1 ')
}
