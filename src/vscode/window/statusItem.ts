import * as vscode from 'vscode'
import type { Corpus } from '../../core/corpus/corpus.ts'
import { inWords } from '../../core/corpus/sentence.ts'
import { known } from '../../core/corpus/stored/knownProvisions.ts'
import { internalCommandIds } from '../commandIds.ts'
import { tellError } from '../messages.ts'
import { isReport } from '../reports/isReport.ts'
import type { Figures } from '../reports/reportFigures.ts'
import type { State } from '../state.ts'
import { misreadTexts } from './misreadSettings.ts'
import { staleText, troublesOf } from './troubles.ts'

const { t } = vscode.l10n

type Watched = Pick<State, 'source' | 'figures' | 'misread'>

/**
 * What stands beside a report: our name, how many citations it has, and how many findings. A click opens a menu. Until
 * the library is read and the report is looked at, the name stands alone.
 */
export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem(
    'policyCitation.corpus',
    vscode.StatusBarAlignment.Right,
    100,
  )
  readonly #subscriptions: vscode.Disposable
  readonly #state: Watched

  constructor(state: Watched) {
    const { source, figures, misread } = state
    this.#state = state
    this.#item.name = 'Policy Citation'
    this.#item.command = internalCommandIds.showMenu
    const refresh = (): void => {
      this.#refresh()
    }
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      source.onDidChange(refresh),
      misread.onDidChange(refresh),
      source.onDidFail((why) => {
        refresh()
        tellError(inWords(why, t))
      }),
      figures.onDidChange((document) => {
        if (document === vscode.window.activeTextEditor?.document) refresh()
      }),
      // A change of the language mode closes and opens the document.
      vscode.workspace.onDidOpenTextDocument(refresh),
      vscode.window.onDidChangeActiveTextEditor(refresh),
    )
    refresh()
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
    const { current, failure, stale } = this.#state.source
    const figures = this.#state.figures.of(document)
    const wrong = troublesOf(this.#state).next().done !== true
    const numbers = figures === undefined ? '' : `: ${figuresText(figures)}`
    this.#item.text = `$(law) Policy Citation${numbers}${wrong ? ' $(warning)' : ''}`
    const lines = [
      ...(figures === undefined ? [] : figureLines(figures)),
      corpusText(current),
      ...(failure === undefined ? [] : [inWords(failure, t)]),
      ...stale.map(staleText),
      ...(current.troubles.length === 0
        ? []
        : [t('Troubles in corpus files: {0}', current.troubles.length)]),
      ...misreadTexts(this.#state.misread.current),
    ]
    this.#item.tooltip = lines.join('\n')
    this.#item.accessibilityInformation = { label: `Policy Citation. ${lines.join('. ')}` }
    this.#item.show()
  }
}

/** `12 · 3 findings`; of a report without findings `12`. */
function figuresText({ citations, findings }: Figures): string {
  return findings === 0 ? String(citations) : `${String(citations)} · ${findingsText(findings)}`
}

function figureLines({ citations, findings }: Figures): readonly string[] {
  return [t('Citations in this report: {0}', citations), t('Findings: {0}', findings)]
}

/** How many findings there are, as one says it. */
export function findingsText(findings: number): string {
  return findings === 1 ? t('1 finding') : t('{0} findings', findings)
}

/** How much the corpus holds, in a sentence. */
export function corpusText(corpus: Corpus): string {
  return t('Measures: {0}, instruments: {1}', measureCount(corpus), corpus.instruments.length)
}

function measureCount(corpus: Corpus): number {
  return known(corpus.provisions).count('measure')
}
