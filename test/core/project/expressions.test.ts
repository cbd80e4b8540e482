import assert from 'node:assert/strict'
import { test } from 'node:test'
// @ts-expect-error -- a script of ours without types
import { allExpressions as readAll } from '../../../scripts/expressions.mjs'
// @ts-expect-error -- a script of ours without types
import { complaint as judge, judged as readList } from '../../../scripts/recheck.mjs'

interface Expression {
  readonly hash: string
  readonly places: readonly string[]
}

const allExpressions = readAll as () => {
  readonly expressions: readonly Expression[]
  readonly made: readonly string[]
}
const judged = readList as () => {
  readonly passed: ReadonlySet<string>
  readonly open: ReadonlyMap<string, string>
}
const complaint = judge as (expression: Expression) => string | undefined

/** Expressions that are copies of others, or made of two characters or a number. */
const plainlyMade = [
  'src/core/features/problems/strength/otherStrengths.ts',
  'src/core/markdown/attributes.ts',
  'src/core/markdown/pandocBlocks/environments.ts',
  'src/core/printing/pieces/titleText.ts',
  'src/core/text/sentencePlace.ts',
]

const { expressions, made } = allExpressions()

test('every regular expression of the source passed recheck, or passes it now: `npm run recheck` notes it', () => {
  const { passed, open } = judged()
  const changed = expressions.filter(({ hash }) => !passed.has(hash) && !open.has(hash))
  assert.deepEqual(
    changed.flatMap((one) => complaint(one) ?? []),
    [],
  )
})

test('expressions that are made at run time are among them', () => {
  const seen = new Set(expressions.flatMap(({ places }) => places))
  const unseen = made.filter((place) => !seen.has(place)).map((place) => place.split(':')[0] ?? '')
  assert.deepEqual(unseen.sort(), plainlyMade)
  assert.ok(expressions.length > 850)
})
