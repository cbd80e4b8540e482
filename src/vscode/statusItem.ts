import * as vscode from 'vscode'
import type { Corpus } from '../core/corpus/corpus.ts'
import { inWords } from '../core/corpus/sentence.ts'
import { commandIds } from './commandIds.ts'
import type { CorpusSource, StaleFile } from '../workspace/corpora/corpusSource.ts'
import { isReport } from './reports/isReport.ts'

const { t } = vscode.l10n

/** How many measures the corpus holds, shown beside a report; a click explains what is offered at the caret. */
export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem(
    'policyCitation.corpus',
    vscode.StatusBarAlignment.Right,
    100,
  )
  readonly #subscriptions: vscode.Disposable
  readonly #source: CorpusSource

  constructor(source: CorpusSource) {
    this.#source = source
    this.#item.name = 'Policy Citation'
    this.#item.command = commandIds.whyNothingOffered
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      source.onDidChange(() => {
        this.#refresh()
      }),
      source.onDidFail((why) => {
        this.#refresh()
        void vscode.window.showErrorMessage(inWords(why, t))
      }),
      // A change of the language mode closes and opens the document.
      vscode.workspace.onDidOpenTextDocument(() => {
        this.#refresh()
      }),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#refresh()
      }),
    )
    this.#refresh()
  }

  dispose(): void {
    this.#subscriptions.dispose()
  }

  #refresh(): void {
    const document = vscode.window.activeTextEditor?.document
    if (document === undefined || !isReport(document)) {
      this.#item.hide()
      return
    }
    const { current, failure, stale } = this.#source
    const measures = measureCount(current)
    const wrong = failure !== undefined || current.troubles.length > 0 || stale.length > 0
    this.#item.text = `$(law) ${measures}${wrong ? ' $(warning)' : ''}`
    this.#item.tooltip = [
      corpusText(current),
      failure && inWords(failure, t),
      ...stale.map(staleText),
      troublesText(current),
    ]
      .filter(Boolean)
      .join('\n')
    this.#item.accessibilityInformation = { label: `Policy Citation: ${corpusText(current)}` }
    this.#item.show()
  }
}

/** How much the corpus holds, in a sentence. */
export function corpusText(corpus: Corpus): string {
  return t('Measures: {0}, instruments: {1}', measureCount(corpus), corpus.instruments.length)
}

/** Which file could not be read, where, and what is used instead. */
export function staleText({ name, line, isUsed }: StaleFile): string {
  return isUsed
    ? t('{0} cannot be read as it is now (line {1}); its last good state is in use', name, line)
    : t('{0} cannot be read (line {1})', name, line)
}

function troublesText(corpus: Corpus): string {
  return corpus.troubles.length === 0
    ? ''
    : t('{0} troubles in corpus files', corpus.troubles.length)
}

function measureCount(corpus: Corpus): number {
  return corpus.provisions.filter((provision) => provision.level === 'measure').length
}
