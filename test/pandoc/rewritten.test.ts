import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GroupStyle } from '../../src/core/citation/citationForm.ts'
import { rewriteCitations } from '../../src/core/features/rewriting.ts'
import { analyseReport } from '../../src/core/report/report.ts'
import { applyEdits } from '../../src/core/text/textEdit.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { field, pandocTree, textIn } from './pandoc.ts'

const corpus = libraryCorpus()

function rewritten(text: string, style: GroupStyle): string {
  const options = { style, withPage: true, language: 'en' } as const
  const { rewritten: done } = rewriteCitations(analyseReport(text), corpus, [], style, options)
  return applyEdits(
    text,
    done.map(({ edit }) => edit),
  )
}

/** A citation as Pandoc reads it, of the work alone. */
interface CitedWork {
  readonly work: string
  readonly mode: string
  readonly prefix: string
  readonly suffix: string
}

/** The citations in a tree of Pandoc's, those within others behind them. */
function worksIn(tree: unknown): readonly CitedWork[] {
  if (Array.isArray(tree)) return tree.flatMap(worksIn)
  if (typeof tree !== 'object' || tree === null) return []
  const id = field(tree, 'citationId')
  const within = Object.values(tree).flatMap(worksIn)
  if (typeof id !== 'string') return within
  const [prefix, suffix] = ['citationPrefix', 'citationSuffix'].map((name) =>
    textIn(field(tree, name)).replaceAll('\u00a0', ' '),
  )
  const mode = field(field(tree, 'citationMode'), 't')
  const [work = ''] = id.split(':')
  return [{ work, mode: String(mode), prefix: prefix ?? '', suffix: suffix ?? '' }, ...within]
}

/** What is cited by its key, and what stands behind it besides page and place. */
const cases: readonly (readonly [string, string])[] = [
  ['[@us-aiap-2025:I.1.3]', ''],
  ['[@us-aiap-2025:I.1.3, p. 3]', 'p. 3'],
  ['[see @us-aiap-2025:I.1.3, p. 3; @x, p. 9]', 'p. 3'],
  ['[see also @eu-ai-act:5.1.a, emphasis added]', 'emphasis added'],
  ['[-@eu-ai-act:5, p. 51 and passim]', 'and passim'],
  ['[@{eu-ai-act:5}, p. 51]', 'p. 51'],
  ['[@eu-ai-act:13, (1)]', '(1)'],
  ['[@eu-ai-act:annex-VII.5.1, (a), as amended]', 'as amended'],
  ['[@eu-ai-act:5, *p. 51*]', 'p. 51'],
  ['[@eu-ai-act:5; @us-aiap-2025:II.3]', ''],
  ['@us-aiap-2025:I.1.3 wants it', ''],
  ['@us-aiap-2025:I.1.3 [p. 3] wants it', 'p. 3'],
  ['@us-aiap-2025:I [p. 3, and more] wants it', 'and more'],
  ['-@us-aiap-2025:I wants it', ''],
  ['@eu-ai-act:5 [see @x] wants it', ''],
  ['@eu-ai-act:5 [p. 51; @x] wants it', 'p. 51'],
  ['@eu-ai-act:5 (there) wants it', ''],
  ['@eu-ai-act:5: it', ''],
  ['*@eu-ai-act:5* and **[@uk-aioap-2025:12]**', ''],
  ['> a [@eu-ai-act:5,\n> p. 51] b', 'p. 51'],
  ['| a |\n|---|\n| [@eu-ai-act:5] |', ''],
  ['a^[See [@eu-ai-act:5, p. 51].]', 'p. 51'],
  ['根据[@cn-genai-2023:4.2]，', ''],
  ['# On [@eu-ai-act:5]', ''],
]

test('both forms are the same citations of the same works for Pandoc, with all else kept', async () => {
  for (const [keys, rest] of cases) {
    const words = rewritten(keys, 'pandoc')
    assert.notEqual(words, keys)
    assert.equal(rewritten(words, 'key'), keys)
    const [before, after] = [worksIn(await pandocTree(keys)), worksIn(await pandocTree(words))]
    const plain = (cited: readonly CitedWork[]) => cited.map((one) => ({ ...one, suffix: '' }))
    assert.ok(before.length > 0, keys)
    assert.deepEqual(plain(after), plain(before), words)
    assert.ok(after[0]?.suffix.includes(rest), words)
    const others = (cited: readonly CitedWork[]) => cited.filter(({ work }) => work === 'x')
    assert.deepEqual(others(after), others(before), words)
  }
})
