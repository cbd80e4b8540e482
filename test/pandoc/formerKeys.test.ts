import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cslItems } from '../../src/core/bibliography/csl.ts'
import { analyseReport } from '../../src/core/report/report.ts'
import { worksOf } from '../../src/core/report/works.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { filterFile, filtering, pandocPlain } from './pandoc.ts'

const corpus = libraryCorpus()

/** What is printed of a report that cites by `id`, with the bibliography that we write for it. */
async function printed(
  id: string,
  options: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const report = `---\nbibliography: b.json\n---\n\nA [@${id}, sec. 3] and B [@${id}:5.b] and [@fig-one].\n`
  const items = cslItems(worksOf(analyseReport(report), corpus), corpus, 'en')
  return pandocPlain(report, { 'b.json': JSON.stringify(items), ...files }, options)
}

test('our filter prints a report that cites by a former key as it prints one by today’s', async () => {
  const former = await printed('us-eo-2025-12-11', filtering, filterFile)
  assert.match(former, /§ 3/)
  assert.equal(former, await printed('us-eo-14365', filtering, filterFile))
})
