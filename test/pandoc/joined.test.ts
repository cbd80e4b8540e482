import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citable, hidden } from '../core/markdown/placesOfKeys.ts'
import { prefixes, snippets } from '../core/markdown/reportSnippets.ts'
import { type Difference, differencesIn } from './comparedReports.ts'
import { plantedExamples } from './plantedExamples.ts'

/** Small reports, of which many open what they do not close, or define what others refer to. */
const halves: readonly string[] = [
  ...Object.values({ ...hidden, ...citable }),
  ...[...snippets, ...prefixes].map((snippet) => `${snippet}@k`),
  ...plantedExamples.map(({ report }) => report),
]

/** `half` with keys of its own, so that each stands once in what is joined. */
function withKeys(half: string, name: string): string {
  let count = 0
  return half.replace(/@k(?:ey|\d+)?\b/g, () => {
    count += 1
    return `@${name}${String(count)}`
  })
}

/** What differs where `first` stands before `second`, and does in neither of them alone. */
async function newDifferences(first: string, second: string): Promise<readonly Difference[]> {
  const joined = await differencesIn(`${first}\n\n${second}`)
  if (joined.length === 0) return []
  const alone = [...(await differencesIn(first)), ...(await differencesIn(second))]
  const known = new Set(alone.map(({ side, citation }) => `${side} ${citation}`))
  return joined.filter(({ side, citation }) => !known.has(`${side} ${citation}`))
}

/**
 * Where nothing of the first half reaches into the second, both are read as if alone. What Pandoc reads
 * otherwise comes from blocks of HTML that the first half does not close, from a definition
 * that the second half begins with, and from fields that both halves set; nothing comes from fences, brackets, emphasis, raw TeX or
 * comments that are not closed, from front matter, which is further down in the second half, nor from
 * definitions of one half that the other refers to: those are read as by Pandoc.
 */
test('where two reports are joined, all differences that this makes are of known kinds', async () => {
  const kinds = new Set<string>()
  const unknown: string[] = []
  for (const [at, half] of halves.entries()) {
    const [first, second] = [withKeys(half, 'one'), withKeys(partnerOf(at), 'two')]
    for (const { kind, side, citation } of await newDifferences(first, second)) {
      if (kind === undefined)
        unknown.push(`${side} ${citation} in ${JSON.stringify([first, second])}`)
      else kinds.add(kind.name)
    }
  }
  assert.deepEqual(unknown, [])
  assert.ok(kinds.has('HTML that nothing closes'))
})

/** The half that is joined to the one at `at`, from another part of the list. */
function partnerOf(at: number): string {
  return halves[(at * 37 + 11) % halves.length] ?? ''
}
