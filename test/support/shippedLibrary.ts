import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseKey } from '../../src/core/corpus/key.ts'
import type { Provision } from '../../src/core/corpus/provision.ts'
import { search } from '../../src/core/search/search.ts'
import { createSearchIndex } from '../../src/core/search/searchIndex.ts'
import { projectRoot } from './projectPaths.ts'
import { readBack } from './readBack.ts'

/** The provision of the library as it was built, for tests that must outlive a better wording. */
export function shipped(key: string): Provision {
  const parsed = parseKey(key)
  const provision = parsed && library.byKey.get(parsed)
  if (provision === undefined) throw new Error(`dist/library.json has no ${key}`)
  return provision
}

/** The English title of the provision of the library as it was built. */
export function shippedTitle(key: string): string {
  return shipped(key).titles.en
}

/** How many measures the library has as it was built. */
export function shippedMeasures(): number {
  return library.provisions.filter(({ level }) => level === 'measure').length
}

/** The keys of what fits `words` in the library as it was built, in our order. */
export function shippedOrder(words: string): readonly string[] {
  const found = search(createSearchIndex(library), { text: words, limit: 100, language: 'en' })
  return found.map(({ provision }) => provision.key)
}

const library = readBack(readFileSync(path.join(projectRoot, 'dist/library.json')))
