import * as vscode from 'vscode'
import { inWords } from '../../core/corpus/sentence.ts'
import type { Trouble } from '../../core/corpus/trouble.ts'
import type { CorpusSource } from '../../workspace/corpora/corpusSource.ts'
import { isCorpusDocument } from '../reports/isReport.ts'

const { t } = vscode.l10n

/** So long after the last key a corpus file is looked at again, in milliseconds. */
const pause = 300

const severities: Readonly<Record<Trouble['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
}

/**
 * Shows the troubles of the analyst's own corpus files as problems in these files: of a file as it is
 * saved, and while it is edited those that it has by itself.
 */
export class TroublesPublisher implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('policy-citation-corpora')
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>()
  /** Files that are as they were saved, until that is read: what they have stays as long. */
  readonly #saved = new Map<string, Promise<void>>()
  readonly #source: CorpusSource
  readonly #subscriptions: vscode.Disposable

  constructor(source: CorpusSource) {
    this.#source = source
    this.#subscriptions = vscode.Disposable.from(
      this.#collection,
      source.onDidChange(() => {
        this.#publish()
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isCorpusDocument(document)) this.#follow(document)
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (this.#stopWaiting(document) || isCorpusDocument(document)) this.#publish()
      }),
    )
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer)
    this.#waiting.clear()
    this.#saved.clear()
    this.#subscriptions.dispose()
  }

  /** What is edited has the troubles of its text; what is as it is saved, those of the corpus again. */
  #follow(document: vscode.TextDocument): void {
    if (document.isDirty) this.#publishEditedSoon(document)
    else {
      this.#stopWaiting(document)
      void this.#publishSaved(document)
    }
  }

  async #publishSaved({ uri }: vscode.TextDocument): Promise<void> {
    const reading = this.#source.readChanged()
    this.#saved.set(uri.toString(), reading)
    await reading.catch(() => undefined)
    if (this.#saved.get(uri.toString()) !== reading) return
    this.#saved.delete(uri.toString())
    this.#publish()
  }

  /** The troubles of all files but those that are being edited or saved: these follow their texts. */
  #publish(): void {
    const edited = new Set([...editedFiles(), ...this.#saved.keys()])
    const byFile = new Map<string, Trouble[]>()
    for (const trouble of this.#source.current.troubles) {
      const { file } = trouble.place
      byFile.set(file, [...(byFile.get(file) ?? []), trouble])
    }
    for (const [uri] of [...this.#collection]) {
      if (!edited.has(uri.toString())) this.#collection.delete(uri)
    }
    for (const [file, troubles] of byFile) {
      const own = this.#source.ownAddressOf(file)
      if (own === undefined) continue
      const uri = vscode.Uri.parse(own)
      if (!edited.has(uri.toString())) this.#collection.set(uri, troubles.map(toDiagnostic))
    }
  }

  #publishEditedSoon(document: vscode.TextDocument): void {
    this.#stopWaiting(document)
    const timer = setTimeout(() => {
      this.#stopWaiting(document)
      void this.#publishEdited(document)
    }, pause)
    this.#waiting.set(document.uri.toString(), timer)
  }

  async #publishEdited(document: vscode.TextDocument): Promise<void> {
    const { version } = document
    const { readOwnText } = await import('../../workspace/tasks/reading.ts')
    const name = vscode.workspace.asRelativePath(document.uri)
    const { troubles } = await readOwnText(document.getText(), name)
    if (document.version !== version || !document.isDirty || document.isClosed) return
    this.#collection.set(document.uri, troubles.map(toDiagnostic))
  }

  #stopWaiting(document: vscode.TextDocument): boolean {
    const id = document.uri.toString()
    clearTimeout(this.#waiting.get(id))
    return this.#waiting.delete(id)
  }
}

/** The analyst's own corpus files that have unsaved changes, as texts of their addresses. */
function editedFiles(): ReadonlySet<string> {
  const edited = vscode.workspace.textDocuments.filter(
    (document) => document.isDirty && isCorpusDocument(document),
  )
  return new Set(edited.map(({ uri }) => uri.toString()))
}

/** Where a trouble is by its line and column: its file may not be open. It ends on the line where it begins. */
function toDiagnostic({ place, severity, message, advice, code }: Trouble): vscode.Diagnostic {
  const start = new vscode.Position(place.line - 1, place.column - 1)
  const end = start.translate(0, Math.max(1, place.span.end - place.span.start))
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(start, end),
    t('{0} {1}', inWords(message, t), inWords(advice, t)),
    severities[severity],
  )
  diagnostic.source = 'Policy Citation'
  diagnostic.code = code
  return diagnostic
}
