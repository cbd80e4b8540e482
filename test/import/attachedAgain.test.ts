import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { corpusFileOf } from '../../src/core/features/importing/importing.ts'
import { findPassages } from '../../src/core/official/officialText.ts'
import type { Outline, Part } from '../../src/core/official/outline.ts'
import {
  proposedParts,
  proposeProvisions,
  type ProposedProvision,
} from '../../src/core/official/proposedProvisions.ts'
import { outlineOf } from '../../src/import/outlineOf.ts'
import { corpusOf } from '../support/fixtureLibrary.ts'
import { projectRoot } from '../support/projectPaths.ts'
import { outlineOfText } from './outlineText.ts'

/** Each provision that an import of `outline` makes, with what is found of it where the same document is attached. */
function foundAgain(outline: Outline): readonly (readonly [label: string, right: boolean])[] {
  const { type = 'plan', title = 'Quays' } = outline
  const about = { id: 'xx-again', type, title, sha256: '0'.repeat(64) }
  const corpus = corpusOf([
    { name: 'again.md', text: corpusFileOf({ ...about, outline }, corpusOf([])) },
  ])
  const [instrument] = corpus.instruments
  assert.ok(instrument !== undefined)
  const { document } = findPassages(outline, instrument, corpus)
  const found = (label: string): Part | undefined => document?.parts.get(`xx-again:${label}`)
  return provisionsOf(proposeProvisions(outline, about), proposedParts(outline)).map(
    ([label, part]) => [label, found(label) === part],
  )
}

function provisionsOf(
  proposed: readonly ProposedProvision[],
  parts: readonly Part[],
): readonly (readonly [label: string, part: Part | undefined])[] {
  return proposed.flatMap(({ label, parts: below }, at) => [
    [label, parts[at]] as const,
    ...provisionsOf(below, parts[at]?.parts ?? []),
  ])
}

for (const folder of ['test/support/documents/own', 'test/import/office']) {
  for (const name of readdirSync(path.join(projectRoot, folder))) {
    if (name.endsWith('.ts')) continue
    test(`all that is imported of ${name} is found in it when it is attached`, async () => {
      const bytes = readFileSync(path.join(projectRoot, folder, name))
      const all = foundAgain(await outlineOf(new Uint8Array(bytes)))
      assert.ok(all.length > 3)
      assert.deepEqual(
        all.filter(([, right]) => !right),
        [],
      )
    })
  }
}

test('a number is first looked for right below what it stands in, then deeper', async () => {
  const outline = await outlineOfText(
    '# Treaty\n\n## Article 1 Aim\n\n1. Parties shall:\n   1. test;\n   2. report.\n2. Parties may:\n   1. inspect;\n   2. visit.\n\n## Article 2 End\n\nIt ends.\n',
  )
  const all = foundAgain(outline)
  assert.ok(all.length >= 8, JSON.stringify(all))
  assert.deepEqual(
    all.filter(([, right]) => !right),
    [],
  )
})
