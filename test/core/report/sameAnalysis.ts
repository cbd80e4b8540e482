import assert from 'node:assert/strict'
import {
  analyseReport,
  proseAround,
  reportLanguage,
  type Report,
} from '../../../src/core/report/report.ts'
import type { TextChange } from '../../../src/core/markdown/blocks.ts'

/** `source` after `change`. */
export function applyChange(source: string, { offset, length, text }: TextChange): string {
  return source.slice(0, offset) + text + source.slice(offset + length)
}

/** Fails unless `report` says of `source` all that a fresh analysis says. */
export function assertSameAnalysis(report: Report, source: string): void {
  report.settle(Infinity)
  const fresh = analyseReport(source)
  const shown = JSON.stringify(source.slice(0, 2000))
  assert.equal(report.source.toString(), source)
  assert.deepEqual(answersOf(report, source), answersOf(fresh, source), shown)
}

function answersOf(report: Report, source: string): unknown {
  const { blocks } = report
  const { definitions } = blocks
  const step = Math.max(1, Math.floor(source.length / 40))
  const offsets = Array.from({ length: Math.ceil(source.length / step) + 1 }, (_, index) =>
    Math.min(source.length, index * step),
  )
  return {
    blocks: Array.from(blocks, ({ kind, span, contentStart, container }) => {
      return { kind, span, contentStart, container }
    }),
    groups: report.groups,
    citedSentences: report.citedSentences,
    links: definitions.links.size,
    footnotes: definitions.footnotes.size,
    language: reportLanguage(report),
    around: offsets.map((offset) => blocks.around(offset)?.span),
    groupsAround: offsets.map((offset) => report.groupsAround(offset)),
    prose: offsets.map((offset) => proseAround(report, offset)),
  }
}
