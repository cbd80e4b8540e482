import type MarkdownIt from 'markdown-it'
import * as vscode from 'vscode'
import type { Corpus } from '../../core/corpus/corpus.ts'
import type { Language } from '../../core/corpus/language.ts'
import { settingsSection } from '../../workspace/settings.ts'
import { dayOfReport } from '../reports/dayOfReport.ts'
import { isReport } from '../reports/isReport.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'
import { printCitations, type PreviewedReport } from './printCitations.ts'
import { previewedReport, type Reader } from './printedHtml.ts'

type Shown = Pick<State, 'source' | 'reports' | 'bibliographies' | 'printing'>

/** Reports in VS Code's own preview: their citations as a reader sees them. */
export class Previews implements vscode.Disposable {
  readonly #state: Shown
  readonly #log: vscode.LogOutputChannel
  readonly #parts: vscode.Disposable
  /** Whether a report was shown, so that there may be something to show anew. */
  #hasShown = false
  #reader: Reader | undefined

  constructor(state: Shown, log: vscode.LogOutputChannel) {
    this.#state = state
    this.#log = log
    this.#parts = vscode.Disposable.from(
      ...[state.source.onDidChange, state.bibliographies.onDidChange].map((event) =>
        event(() => {
          this.#refresh()
        }),
      ),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(settingsSection)) this.#refresh()
      }),
    )
  }

  /** Teaches `md`, the parser of the preview, to print citations; what is shown already is shown anew. */
  extend(md: MarkdownIt): void {
    printCitations(md, (source) => this.#printed(source))
    this.#hasShown = true
    this.#refresh()
  }

  dispose(): void {
    this.#parts.dispose()
  }

  #refresh(): void {
    if (!this.#hasShown) return
    this.#hasShown = false
    void vscode.commands.executeCommand('markdown.preview.refresh')
  }

  /** What is printed of a document with this text. The preview goes on without citations where that fails. */
  #printed(source: string): PreviewedReport | undefined {
    try {
      return this.#print(source)
    } catch (error) {
      this.#log.error('The citations of a report could not be printed.', error)
      return undefined
    }
  }

  /** What is printed of the open report with this text. */
  #print(source: string): PreviewedReport | undefined {
    const document = vscode.workspace.textDocuments.find(
      (one) => isReport(one) && one.getText() === source,
    )
    if (document === undefined) return undefined
    this.#hasShown = true
    const { source: corpora, reports, printing } = this.#state
    const day = dayOfReport(reports, document)
    const reader = this.#readerOf(corpora.current, readSettings(document).language, day)
    return previewedReport(printing.of(document), reports.get(document), reader)
  }

  /** Who reads in `language` on that day, with what was made for the same corpus before. */
  #readerOf(corpus: Corpus, language: Language, day: string): Reader {
    const known = this.#reader
    if (known?.corpus !== corpus || known.language !== language || known.day !== day) {
      const made = { corpus, language, day, tooltips: new Map(), known: new WeakMap() }
      this.#reader = made
      return made
    }
    return known
  }
}
