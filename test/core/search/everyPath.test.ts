import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { allNames, type Language } from '../../../src/core/corpus/language.ts'
import type { Instrument, Provision } from '../../../src/core/corpus/provision.ts'
import { provisionsAtPath } from '../../../src/core/paths/typedPath.ts'
import { kindsCorpus } from '../citation/kindsCorpus.ts'
import { meantBy, writtenFor } from '../citation/writtenPlaces.ts'
import { libraryCorpus } from './libraryCorpus.ts'

/** With how many ways of writing there are at least, of which one in `every` is typed. */
const corpora = [
  { name: 'the library', corpus: libraryCorpus(), ways: 7000, every: 7 },
  { name: 'laws and goals with every kind', corpus: kindsCorpus(), ways: 500, every: 1 },
] as const

/** One in `every` of `all`. */
function someOf<T>(all: Iterable<T>, every: number): readonly T[] {
  return [...all].filter((_, at) => at % every === 0)
}

/** All names of `instrument`: its key, titles and aliases. */
function namesOf({ key, titles, shortTitle, aliases }: Instrument): readonly string[] {
  const short = shortTitle === undefined ? [] : allNames(shortTitle)
  return [...new Set([key, ...allNames(titles), ...short, ...aliases])]
}

/** `place` with `name` before it, or behind it. */
function withName(name: string, place: string, at: number, language: Language): string {
  const isBefore = at % 2 === 0
  if (language !== 'en') return isBefore ? `${name}${place}` : `${place} ${name}`
  return isBefore ? `${name}${at % 4 === 0 ? ' ' : ', '}${place}` : `${place} of the ${name}`
}

function keysOf(provisions: readonly Provision[]): string {
  return provisions.map(({ key }) => key).join(' ')
}

/** Whether `found` begins with `bearers`, in any order. */
function beginsWith(found: readonly Provision[], bearers: readonly Provision[]): boolean {
  const first = found.slice(0, bearers.length)
  return first.length === bearers.length && bearers.every((bearer) => first.includes(bearer))
}

/** By each way of writing a place in `language`, who bears it in any instrument. */
function bearersIn(corpus: Corpus, language: Language): ReadonlyMap<string, readonly Provision[]> {
  const all = new Map<string, readonly Provision[]>()
  for (const instrument of corpus.instruments) {
    for (const [place, bearers] of writtenFor(instrument, language, corpus)) {
      all.set(place, [...(all.get(place) ?? []), ...bearers])
    }
  }
  return all
}

for (const { name, corpus, ways, every } of corpora) {
  for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    test(`every way of writing a place of ${name} in ${language}, with the name of its instrument, finds it first`, (t) => {
      const lost: string[] = []
      let count = 0
      for (const instrument of corpus.instruments) {
        const names = namesOf(instrument)
        const written = writtenFor(instrument, language, corpus)
        const meant = meantBy(instrument, language, corpus)
        for (const [place, bearers] of someOf(written, every)) {
          // Nobody says a point of an annex without its annex.
          if (meant.get(place)?.length !== bearers.length) continue
          const typed = withName(names[count % names.length] ?? '', place, count, language)
          count += 1
          const found = provisionsAtPath(typed, corpus)
          if (!beginsWith(found, bearers))
            lost.push(`${typed}: ${keysOf(found.slice(0, 3))}, not ${keysOf(bearers)}`)
        }
      }
      t.diagnostic(`${String(count)} ways, ${String(lost.length)} lost`)
      assert.ok(count >= ways)
      assert.deepEqual(lost.slice(0, 40), [])
    })

    test(`every way of writing a place of ${name} in ${language} alone finds it among its namesakes`, (t) => {
      const lost: string[] = []
      const all = bearersIn(corpus, language)
      for (const [place, bearers] of someOf(all, every)) {
        const found = provisionsAtPath(place, corpus)
        if (!bearers.every((bearer) => found.includes(bearer))) {
          lost.push(`${place}: ${keysOf(found.slice(0, 6))}, not ${keysOf(bearers)}`)
        }
      }
      t.diagnostic(`${String(all.size)} ways, ${String(lost.length)} lost`)
      assert.deepEqual(lost.slice(0, 40), [])
    })
  }
}
