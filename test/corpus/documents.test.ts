import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { documentsPage } from '../support/documents/documentsPage.ts'
import {
  countsOf,
  importsMeasuredLast,
  judgedImport,
} from '../support/documents/measuredImports.ts'
import { ownDocuments } from '../support/documents/ownDocuments.ts'
import { proofDocuments } from '../support/documents/proofDocuments.ts'
import { projectRoot } from '../support/projectPaths.ts'

/** Of the parts of a document, and of their keys. */
const leastShare = 0.98

for (const document of [...proofDocuments, ...ownDocuments]) {
  const { title, skip } = document
  test(
    `${title}: what is printed comes out, with its keys, as the table says`,
    { skip },
    async () => {
      const judged = await judgedImport(document)
      const told = importsMeasuredLast().find((one) => one.title === title)
      assert.ok(told)
      const { time, memory, ...counts } = told
      assert.ok((time ?? 1) > 0 && (memory ?? 1) > 0)
      assert.deepEqual(countsOf(document, judged), counts)
      const { there, found, keyed, missing, miskeyed } = judged
      assert.ok(found >= leastShare * there, `not found: ${missing.join('\n')}`)
      assert.ok(keyed >= leastShare * there, `with other keys: ${miskeyed.join('\n')}`)
    },
  )
}

test('the page of documents tells what was measured last', () => {
  const page = path.join(projectRoot, 'docs/documents.md')
  assert.equal(readFileSync(page, 'utf8'), documentsPage(importsMeasuredLast()))
})
