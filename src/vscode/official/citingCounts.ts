import * as vscode from 'vscode'
import { resolutionOf, analyseReport, citationsOf } from '../../core/report/report.ts'
import type { Corpus } from '../../core/corpus/corpus.ts'

/** The most reports that are looked through, and the largest of them, in bytes. */
const mostReports = 500
const largestReport = 1_000_000

/** How often the reports of the workspace cite each key, as they are on disk. */
export async function citingCounts(corpus: Corpus): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  const pattern = '**/*.{md,qmd,Rmd,rmd}'
  const exclude = '**/{node_modules,.git,.policy}/**'
  const files = await vscode.workspace.findFiles(pattern, exclude, mostReports)
  for (const file of files) {
    for (const key of await keysCitedIn(file, corpus)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

async function keysCitedIn(file: vscode.Uri, corpus: Corpus): Promise<readonly string[]> {
  try {
    if ((await vscode.workspace.fs.stat(file)).size > largestReport) return []
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file))
    if (!text.includes('@')) return []
    const report = analyseReport(text)
    return citationsOf(report).flatMap((citation) => {
      const resolution = resolutionOf(report, citation, corpus)
      return resolution.kind === 'resolved' ? [resolution.provision.key] : []
    })
  } catch {
    return []
  }
}
