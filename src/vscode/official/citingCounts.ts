import { citedPlaces } from '../../core/citation/meaning.ts'
import type { Corpus } from '../../core/corpus/corpus.ts'
import { analyseReport, meaningsOf } from '../../core/report/report.ts'
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
  const places = meaningsOf(analyseReport(text), corpus).flatMap(citedPlaces)
  return places.map(({ provision }) => provision.key)
}
