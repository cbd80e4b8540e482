import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TextDocument } from 'vscode'
import { analyseReport } from '../../../src/core/report/report.ts'
import { Reports } from '../../../src/vscode/reports.ts'

/** As much of a document as an analysis reads. */
function documentOf(text: string): { version: number; getText: () => string } {
  return { version: 1, getText: () => text }
}

function isDocument(value: object): value is TextDocument {
  return 'getText' in value && 'version' in value
}

test('case 41: ten readings of one version analyse once, and another version analyses again', () => {
  let analyses = 0
  const reports = new Reports((source) => {
    analyses += 1
    return analyseReport(source)
  })
  const document = documentOf('[@us-aiap-2025:I.1.3]')
  assert.ok(isDocument(document))
  for (let reading = 0; reading < 10; reading += 1) reports.get(document)
  assert.equal(analyses, 1)
  Object.assign(document, { version: 2 })
  reports.get(document)
  assert.equal(analyses, 2)
})
