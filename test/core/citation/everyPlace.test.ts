import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMeaning, type Place } from '../../../src/core/citation/meaning.ts'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import type { Instrument, Provision } from '../../../src/core/corpus/provision.ts'
import { parseCitations } from '../../../src/core/pandoc/syntax.ts'
import { kindsCorpus } from './kindsCorpus.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'
import { withPages } from './waysOfWriting.ts'
import { meantBy } from './writtenPlaces.ts'

/** With how many ways of writing there are at least, and how many of them name several provisions. */
const corpora = [
  { name: 'the library', corpus: libraryCorpus(), ways: 20_000, ofSeveral: 100 },
  { name: 'laws and goals with every kind', corpus: kindsCorpus(), ways: 500, ofSeveral: 0 },
] as const

/** What stands behind the key for `place`: every third time with the page before it, and behind it. */
function suffixOf(
  place: string,
  [bearer]: readonly Provision[],
  at: number,
  language: Language,
): string {
  const pages = bearer?.level === 'instrument' ? undefined : bearer?.pages
  if (pages === undefined || at % 3 === 0) return `, ${place}`
  return withPages(place, pages, language, at % 3 === 1 ? 'first' : 'last')
}

/** Reads what stands behind the key of `instrument`. */
function readerOf(instrument: Instrument, corpus: Corpus): (suffix: string) => readonly Place[] {
  const report = `[@${instrument.key}]`
  const [citation] = parseCitations(report, 0).flatMap(({ citations }) => citations)
  assert.ok(citation)
  const start = report.length - 1
  return (text) => readMeaning(citation, { text, start }, corpus).places
}

/**
 * What `places` are instead of `meant`; `undefined` where they are just that. Of a place that several
 * bear nobody is meant, and the reader is told so.
 */
function otherThan(meant: Provision | undefined, places: readonly Place[]): string | undefined {
  const [place, ...others] = places
  if (place === undefined || others.length > 0) return `${String(places.length)} places`
  const isUnderstood = place.notUnderstood === undefined
  if (meant === undefined) return isUnderstood ? `${place.provision.key}, understood` : undefined
  return isUnderstood && place.provision === meant
    ? undefined
    : `${place.provision.key}${isUnderstood ? '' : `, not ${place.notUnderstood.label}`}`
}

for (const { name, corpus, ...least } of corpora) {
  for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    test(`every way of writing the place of every provision of ${name} in ${language} leads back`, (t) => {
      const lost: string[] = []
      const counts = { ways: 0, ofSeveral: 0 }
      for (const instrument of corpus.instruments) {
        const read = readerOf(instrument, corpus)
        for (const [place, bearers] of meantBy(instrument, language, corpus)) {
          const meant = bearers.length === 1 ? bearers[0] : undefined
          const suffix = suffixOf(place, bearers, counts.ways, language)
          counts.ways += 1
          if (bearers.length > 1) counts.ofSeveral += 1
          const other = otherThan(meant, read(suffix))
          if (other !== undefined) {
            const keys = bearers.map(({ key }) => key).join(' or ')
            lost.push(`${keys} from “${suffix}”: ${other}`)
          }
        }
      }
      t.diagnostic(
        `${String(counts.ways)} ways, of which ${String(counts.ofSeveral)} name several provisions`,
      )
      assert.ok(counts.ways >= least.ways && counts.ofSeveral >= least.ofSeveral)
      assert.deepEqual(lost, [])
    })
  }
}
