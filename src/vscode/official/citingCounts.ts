import type { Corpus } from '../../core/corpus/corpus.ts'
import { analyseReport, citationsOf, resolutionOf } from '../../core/report/report.ts'
import { reportFiles, reportText } from '../reports/reportFiles.ts'

/** So many reports are counted at most: nobody can cancel it. */
const mostCounted = 1000

/** How often the reports of the workspace cite each key. */
export async function citingCounts(corpus: Corpus): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const file of (await reportFiles()).slice(0, mostCounted)) {
    const read = await reportText(file)
    if (read.kind === 'refused') continue
    for (const key of keysCitedIn(read.text, corpus)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function keysCitedIn(text: string, corpus: Corpus): readonly string[] {
  if (!text.includes('@')) return []
  const report = analyseReport(text)
  return citationsOf(report).flatMap((citation) => {
    const resolution = resolutionOf(report, citation, corpus)
    return resolution.kind === 'resolved' ? [resolution.provision.key] : []
  })
}
