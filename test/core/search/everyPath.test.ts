import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { allNames, type Language } from '../../../src/core/corpus/language.ts'
import type { Instrument, Provision } from '../../../src/core/corpus/provision.ts'
import { provisionsAtPath } from '../../../src/core/paths/typedPath.ts'
import { kindsCorpus } from '../citation/kindsCorpus.ts'
import { writtenFor } from '../citation/writtenPlaces.ts'
import { libraryCorpus } from './libraryCorpus.ts'

/** With how many ways of writing there are at least in each language. */
const corpora = [
  { name: 'the library', corpus: libraryCorpus(), ways: 70_000 },
  { name: 'laws and goals with every kind', corpus: kindsCorpus(), ways: 2500 },
] as const

/** What is written for the places of one instrument, each with those whose place it is. */
interface Written {
  readonly instrument: Instrument
  readonly places: ReadonlyMap<string, readonly Provision[]>
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

function writtenIn(corpus: Corpus, language: Language): readonly Written[] {
  return corpus.instruments.map((instrument) => {
    return { instrument, places: writtenFor(instrument, language, corpus) }
  })
}

/** By each way of writing a place, who bears it in any instrument. */
function bearersOf(written: readonly Written[]): ReadonlyMap<string, readonly Provision[]> {
  const all = new Map<string, Provision[]>()
  for (const [place, bearers] of written.flatMap(({ places }) => [...places])) {
    const known = all.get(place)
    if (known === undefined) all.set(place, [...bearers])
    else known.push(...bearers)
  }
  return all
}

for (const { name, corpus, ways } of corpora) {
  for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    const written = writtenIn(corpus, language)

    test(`every way of writing a place of ${name} in ${language}, with the name of its instrument, finds it first`, (t) => {
      const lost: string[] = []
      let count = 0
      for (const { instrument, places } of written) {
        const names = namesOf(instrument)
        for (const [place, bearers] of places) {
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
      const all = bearersOf(written)
      for (const [place, bearers] of all) {
        const found = provisionsAtPath(place, corpus)
        if (!bearers.every((bearer) => found.includes(bearer))) {
          lost.push(`${place}: ${keysOf(found.slice(0, 6))}, not ${keysOf(bearers)}`)
        }
      }
      t.diagnostic(`${String(all.size)} ways, ${String(lost.length)} lost`)
      assert.ok(all.size >= ways)
      assert.deepEqual(lost.slice(0, 40), [])
    })
  }
}
