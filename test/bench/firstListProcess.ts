// Loaded by a process of its own for each first list: see firstList.bench.ts.
import { readBack } from '../support/readBack.ts'
import { readFileSync } from 'node:fs'
import { suggestCitations } from '../../src/core/features/completion.ts'
import { analyseReport } from '../../src/core/report/report.ts'
import { oneBehindTheOther } from '../../src/core/search/index/segmentPlace.ts'
import {
  createSearchIndex,
  searchIndexOf,
  readSegment,
  type SearchIndex,
} from '../../src/core/search/searchIndex.ts'

/** What a first list needs, as files. Without an index it is made anew. */
export interface LibraryFiles {
  readonly library: string
  readonly index?: string
}

/** Milliseconds from `start`, a reading of the clock, to the first list, and for the same list again. */
export function firstListTimes(start: number, files: LibraryFiles): readonly [number, number] {
  const index = openIndex(files)
  makeList(index)
  const first = performance.now()
  makeList(index)
  return [first - start, performance.now() - first]
}

function openIndex(files: LibraryFiles): SearchIndex {
  const corpus = readBack(readFileSync(files.library))
  if (files.index === undefined) return createSearchIndex(corpus)
  const segment = readSegment(readFileSync(files.index), corpus.provisions)
  if (segment === undefined) throw new Error('The index of the library cannot be read.')
  return searchIndexOf(corpus, oneBehindTheOther([segment]))
}

function makeList(index: SearchIndex): void {
  const report = analyseReport('See @export controls')
  const options = { language: 'en', style: 'key', withPage: true, limit: 100 } as const
  const list = suggestCitations(report, index, index.corpus, report.source.length, options)
  if (list === undefined || list.items.length === 0) throw new Error('The list is empty.')
}
