import { analyseReport, type Report } from '../../src/core/report/report.ts'
import type { Corpus } from '../../src/core/corpus/corpus.ts'
import { findProblems } from '../../src/core/features/problems/problemFinder.ts'

/** A report with the place of its caret. */
export interface MarkedReport {
  readonly report: Report
  /** A UTF-16 offset in the report. */
  readonly offset: number
}

/** Reads a report whose caret is written `|` (or `caret`, where the report holds bars of its own). */
export function reportAtCaret(marked: string, caret = '|'): MarkedReport {
  const offset = marked.indexOf(caret)
  if (offset === -1 || marked.includes(caret, offset + caret.length)) {
    throw new Error(`Write exactly one ${caret} for the caret.`)
  }
  return { report: analyseReport(marked.replace(caret, '')), offset }
}

/** The report with its problems drawn under its lines: `^^^ citation.unknown-key`. */
export function squiggles(source: string, corpus: Corpus): string {
  const { shown } = findProblems(analyseReport(source), corpus)
  let lineStart = 0
  return source
    .split('\n')
    .flatMap((line) => {
      const start = lineStart
      lineStart += line.length + 1
      const here = shown.filter(
        ({ span }) => start <= span.start && span.start <= start + line.length,
      )
      const drawn = here.map(({ span, code }) => {
        const marks = '^'.repeat(Math.max(1, span.end - span.start))
        return `${' '.repeat(span.start - start)}${marks} ${code}`
      })
      return [line, ...drawn]
    })
    .join('\n')
}
