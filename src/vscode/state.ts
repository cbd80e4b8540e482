import type * as vscode from 'vscode'
import type { CorpusSource } from '../workspace/corpora/corpusSource.ts'
import type { ListKeeper } from './listKeeper.ts'
import type { PinyinSource } from '../workspace/pinyinSource.ts'
import type { NameIndexes } from '../workspace/indexes/nameIndexes.ts'
import type { LastReport } from './reports/lastReport.ts'
import type { LastRun } from './ownPandoc/lastRun.ts'
import type { Results } from './results/results.ts'
import type { PassageMarks } from './official/passageMarks.ts'
import type { Bibliographies } from '../workspace/reports/bibliographies.ts'
import type { OfficialTexts } from '../workspace/official/officialTexts.ts'
import type { ReportChecks } from './reports/reportChecks.ts'
import type { PrintedReports } from './preview/printedReports.ts'
import type { ReportFigures } from './reports/reportFigures.ts'
import type { Reports } from './reports/reports.ts'
import type { UsageTracker } from './usageTracker.ts'
import type { MisreadSettings } from './window/misreadSettings.ts'
import type { SearchIndexes } from '../workspace/indexes/searchIndexes.ts'

/** What providers and commands work on. */
export interface State {
  readonly reports: Reports
  readonly checks: ReportChecks
  readonly figures: ReportFigures
  readonly source: CorpusSource
  readonly indexes: SearchIndexes
  readonly usage: UsageTracker
  readonly misread: MisreadSettings
  readonly pinyin: PinyinSource
  readonly lists: ListKeeper
  readonly names: NameIndexes
  readonly official: OfficialTexts
  readonly bibliographies: Bibliographies
  readonly marks: PassageMarks
  readonly pandocRun: LastRun
  readonly results: Results
  readonly lastReport: LastReport
  readonly printing: PrintedReports
  /** Where the extension is installed. */
  readonly extension: vscode.Uri
}
