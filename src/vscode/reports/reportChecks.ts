import * as vscode from 'vscode'
import { ProblemFinder } from '../../core/features/problems/problemFinder.ts'
import type { Corpus } from '../../core/corpus/corpus.ts'
import { CitedCounts } from '../../core/report/citedCounts.ts'
import { officialTextsOf } from '../official/passageOf.ts'
import type { ReportFiles } from '../../core/features/problems/outdatedBibliography.ts'
import type { Bibliographies } from '../../workspace/reports/bibliographies.ts'
import type { OfficialTexts } from '../../workspace/official/officialTexts.ts'
import { editorHost } from '../host.ts'
import { isWanted } from '../settings.ts'

/** What keeps of an open report what was found in it, from edit to edit. */
export interface ReportCheck {
  readonly problems: ProblemFinder
  readonly cited: CitedCounts
}

/**
 * One check for each open report, shared by all that ask about its problems. It is made anew when the
 * corpus, the day, a setting or an official document changes, and gone with the document.
 */
export class ReportChecks implements vscode.Disposable {
  readonly #official: OfficialTexts
  readonly #bibliographies: Bibliographies
  readonly #subscriptions: vscode.Disposable
  #checks = new WeakMap<
    vscode.TextDocument,
    { corpus: Corpus; today: string; check: ReportCheck }
  >()

  constructor(official: OfficialTexts, bibliographies: Bibliographies) {
    this.#official = official
    this.#bibliographies = bibliographies
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('policyCitation')) this.#forget()
      }),
      official.onDidChange(() => {
        this.#forget()
      }),
    )
  }

  /** The check of `document` against `corpus`. */
  of(document: vscode.TextDocument, corpus: Corpus): ReportCheck {
    const known = this.#checks.get(document)
    const { today } = editorHost
    if (known?.corpus === corpus && known.today === today) return known.check
    const check = this.#make(document, corpus, today)
    this.#checks.set(document, { corpus, today, check })
    return check
  }

  dispose(): void {
    this.#subscriptions.dispose()
  }

  #make(document: vscode.TextDocument, corpus: Corpus, today: string): ReportCheck {
    const officialOf = officialTextsOf({ official: this.#official }, corpus)
    const problems = new ProblemFinder({
      ...{ corpus, today, isWanted: isWanted(document), officialOf },
      bibliography: this.#filesOf(document),
    })
    return { problems, cited: new CitedCounts(corpus) }
  }

  /** None of what lies nowhere. */
  #filesOf(document: vscode.TextDocument): ReportFiles | undefined {
    const { uri, isUntitled } = document
    if (isUntitled || uri.scheme === 'vscode-notebook-cell') return undefined
    const address = uri.toString()
    return {
      reportName: uri.path.slice(uri.path.lastIndexOf('/') + 1),
      levels: this.#bibliographies.levelsAbove(address),
      textOf: (path) => this.#bibliographies.of(address, path),
    }
  }

  #forget(): void {
    this.#checks = new WeakMap()
  }
}
