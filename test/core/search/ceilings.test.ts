import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leadsOf } from '../../../src/core/search/matching/candidates.ts'
import { DocumentScorer } from '../../../src/core/search/matching/documentScore.ts'
import { knownWordsIn } from '../../../src/core/search/matching/lookUp.ts'
import { queryPlanFor } from '../../../src/core/search/matching/queryPlan.ts'
import { readingSpaceOf } from '../../../src/core/search/matching/readingSpace.ts'
import { RecordReader } from '../../../src/core/search/matching/recordReader.ts'
import { eachByCeiling, hasCeilings } from '../../../src/core/search/matching/segment/ceilings.ts'
import { mostUnits, parseQuery, unitsOf } from '../../../src/core/search/query.ts'
import { weights } from '../../../src/core/search/ranking.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { libraryCorpus } from './libraryCorpus.ts'
import { typedQueries } from './typedQueries.ts'

const { segments } = createSearchIndex(libraryCorpus())
const [segment] = segments
assert.ok(segment)

/** Texts as they are typed, from one letter on. */
const texts = new Set([
  ...typedQueries.slice(0, 40).flatMap(({ text }) => [text.slice(0, 2), text.slice(0, 7), text]),
  ...['s', 'law', 'data c', 'annex i', 'qui id', '在', '的', '人工智能', 'opensourc', '5'],
])

test('no provision of the library scores more than its ceiling, and none that fits is without one', () => {
  let told = 0
  for (const text of texts) {
    const query = parseQuery(text)
    if (!hasCeilings(segment, query)) continue
    const known = knownWordsIn(segments, unitsOf(query))
    const reading = { reach: 'insides', pinyin: undefined, known, meant: known } as const
    const plan = queryPlanFor(segment, query, reading)
    const asked = { query, rarity: new Float64Array(mostUnits).fill(0.8) }
    const ceilings = new Map<number, number>()
    eachByCeiling(plan, asked, leadsOf(plan, query), (document, ceiling) => {
      ceilings.set(document, ceiling)
      return true
    })
    const reader = new RecordReader(plan, readingSpaceOf(segments), query.letters, 'en')
    const scorer: DocumentScorer = new DocumentScorer(asked, reader, segment)
    const isKey = query.pieces.some((piece) => piece.kind === 'text' && piece.mayBeKey)
    reader.begin()
    for (let document = 0; document < segment.size; document++) {
      const score: number = scorer.scoreOf(document) * weights.standing[reader.standing]
      const ceiling = ceilings.get(document)
      // What only its key tells of is found by keys.
      if (ceiling === undefined ? score > 0 && !isKey : ceiling < score) {
        assert.fail(`${text}: ${String(document)} scores ${String(score)}, not ${String(ceiling)}`)
      }
    }
    reader.end()
    told += ceilings.size
  }
  assert.ok(told > 1000)
})
