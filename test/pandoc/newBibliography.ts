import assert from 'node:assert/strict'
import type { Corpus } from '../../src/core/corpus/corpus.ts'
import { draftBibliography } from '../../src/core/features/bibliographies/draftBibliography.ts'
import { analyseReport } from '../../src/core/report/report.ts'

/** The bibliography that *Write Bibliography* makes for `report`, where there is none yet. */
export function newBibliography(report: string, corpus: Corpus): string {
  const missing = (): { readonly kind: 'missing' } => ({ kind: 'missing' })
  const plan = draftBibliography(analyseReport(report), corpus, 'report.md', missing)
  return 'text' in plan ? plan.text : assert.fail(plan.why)
}
