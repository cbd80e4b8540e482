import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { problemCodes } from '../../../src/core/features/problems/problem.ts'
import { fencesIn, withoutFences } from './fences.ts'

/** A citation as a page shows it, or a few sentences with some. */
export interface ShownCitation {
  readonly source: string
  /** The code of the problem that it is shown to have; `undefined` where it is shown as right. */
  readonly code: string | undefined
}

const typedColumn = /^\| (?:you type|in a Chinese report you type|您键入) /u

/**
 * What `page` shows of citations of `corpus`, in backticks and in examples that are no files. In a row of
 * a table that begins with the code of a problem they have that problem; what is only typed is none.
 */
export function inlineCitations(page: string, corpus: Corpus): readonly ShownCitation[] {
  const examples = fencesIn(page)
    .filter(({ language, name }) => language === 'markdown' && name === undefined)
    .map(({ content }) => ({ source: content, code: undefined }))
  const lines = withoutFences(page).split('\n')
  let isTyped = false
  const inLines = lines.flatMap((line) => {
    if (!line.startsWith('|')) isTyped = false
    else if (typedColumn.test(line)) isTyped = true
    const [, first = ''] = /^\| `([^`]+)` \|/u.exec(line) ?? []
    const code = problemCodes.find((one) => one === first)
    const cells = isTyped ? line.slice(line.indexOf(' | ')) : line
    return [...cells.matchAll(/`([^`]+)`/gu)].map(([, source = '']) => ({ source, code }))
  })
  return [...examples, ...inLines].filter(({ source }) => citesSome(source, corpus))
}

function citesSome(source: string, { instruments }: Corpus): boolean {
  return instruments.some(({ key }) => source.includes(`@${key}`))
}
