import * as vscode from 'vscode'
import type { Problems } from '../../core/features/problems/problemFinder.ts'
import type { Problem, ProblemCode, Severity } from '../../core/features/problems/problem.ts'
import type { Language } from '../../core/corpus/language.ts'
import { visitInPieces } from '../../core/text/lists.ts'
import { toRange } from '../convert.ts'
import { problemAddress } from '../../wording/problemAddress.ts'
import { problemText } from '../../wording/problemText.ts'
import { writesOnSave } from '../bibliographies/savedReports.ts'
import { isReport } from './isReport.ts'
import { inSlices } from '../../workspace/inSlices.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'

/** So long after the last key the problems are looked for again, in milliseconds. */
const pause = 250

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
}

/** The name under which the problems appear, and by which code actions know them again. */
export const problemSource = 'Policy Citation'

/** Keeps the problems of all open reports: they follow typing and go when a report closes. An edit costs what it touched. */
export class ProblemsPublisher implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('policy-citation')
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>()
  readonly #subscriptions: vscode.Disposable
  readonly #state: State
  readonly #log: vscode.LogOutputChannel
  #isDisposed = false

  constructor(state: State, log: vscode.LogOutputChannel) {
    this.#state = state
    this.#log = log
    this.#subscriptions = vscode.Disposable.from(
      this.#collection,
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.#publish(document)
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#publishSoon(document)
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#forget(document)
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('policyCitation')) this.#publishAll()
      }),
      state.official.onDidChange(() => {
        this.#publishAll()
      }),
      state.bibliographies.onDidChange(() => {
        this.#publishAll()
      }),
      state.source.onDidChange(() => {
        this.#publishAll()
      }),
    )
    this.#publishAll()
  }

  dispose(): void {
    this.#isDisposed = true
    for (const timer of this.#waiting.values()) clearTimeout(timer)
    this.#waiting.clear()
    this.#subscriptions.dispose()
  }

  #publishAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#publish(document)
  }

  #publishSoon(document: vscode.TextDocument): void {
    if (!isReport(document)) return
    this.#stopWaiting(document)
    const timer = setTimeout(() => {
      this.#publish(document)
    }, pause)
    this.#waiting.set(document.uri.toString(), timer)
  }

  #publish(document: vscode.TextDocument): void {
    this.#stopWaiting(document)
    if (document.isClosed || !isReport(document)) return
    this.#publishWhenRead(document).catch((error: unknown) => {
      this.#log.error(`The problems of ${document.uri.toString()} could not be found.`, error)
    })
  }

  /** Publishes what holds of the version that was asked about; another one is asked about anew. */
  async #publishWhenRead(document: vscode.TextDocument): Promise<void> {
    const { version } = document
    const { reports, source, usage, checks, figures } = this.#state
    const report = await reports.settled(document)
    if (report === undefined || this.#isDisposed || document.version !== version) return
    const check = checks.of(document, source.current)
    const isOver = (): boolean =>
      this.#isDisposed ||
      document.isClosed ||
      document.version !== version ||
      checks.of(document, source.current) !== check
    const cited = await inSlices(check.cited.count(report), isOver)
    const problems = await inSlices(check.problems.look(report), isOver)
    if (cited === undefined || problems === undefined) return
    const diagnostics = await inSlices(diagnosticsOf(document, problems), isOver)
    if (diagnostics === undefined || isOver()) return
    usage.note(document, cited)
    this.#collection.set(document.uri, diagnostics)
    // Before the library is read nothing is known of what a report cites.
    if (source.current.instruments.length === 0) return
    const { citations } = check.cited
    const more = problems.more === 0 ? 0 : problems.more - 1
    figures.note(document, { citations, findings: diagnostics.length + more })
  }

  #forget(document: vscode.TextDocument): void {
    this.#stopWaiting(document)
    this.#collection.delete(document.uri)
  }

  #stopWaiting(document: vscode.TextDocument): void {
    const id = document.uri.toString()
    clearTimeout(this.#waiting.get(id))
    this.#waiting.delete(id)
  }
}

/** What to show of problems; yields now and then, and the document must be the same all along. */
function* diagnosticsOf(
  document: vscode.TextDocument,
  { shown, more }: Problems,
): Generator<undefined, readonly vscode.Diagnostic[]> {
  const { severityOf, language } = readSettings(document)
  const diagnostics: vscode.Diagnostic[] = []
  yield* visitInPieces(shown, (problem) => {
    const severity = isMendedOnSave(document, problem) ? 'off' : severityOf(problem.code)
    if (severity !== 'off') diagnostics.push(toDiagnostic(document, problem, severity, language))
  })
  return more === 0 ? diagnostics : [...diagnostics, andMore(more)]
}

/** Nobody needs to be told of what saving mends. */
function isMendedOnSave(document: vscode.TextDocument, problem: Problem): boolean {
  return problem.code === 'bibliography.outdated' && problem.isOurs && writesOnSave(document)
}

function toDiagnostic(
  document: vscode.TextDocument,
  problem: Problem,
  severity: Severity,
  language: Language,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toRange(document, problem.span),
    problemText(problem, language),
    severities[severity],
  )
  diagnostic.source = problemSource
  const { code } = problem
  diagnostic.code = { value: code, target: vscode.Uri.parse(problemAddress(code)) }
  return diagnostic
}

/** Those of `diagnostics` that are problems of ours with `code`. */
export function problemsWith(
  code: ProblemCode,
  diagnostics: readonly vscode.Diagnostic[],
): readonly vscode.Diagnostic[] {
  return diagnostics.filter(
    (one) =>
      one.source === problemSource && typeof one.code === 'object' && one.code.value === code,
  )
}

function andMore(more: number): vscode.Diagnostic {
  const message = vscode.l10n.t('More problems in this report: {0}.', more)
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(0, 0, 0, 0),
    message,
    vscode.DiagnosticSeverity.Information,
  )
  diagnostic.source = problemSource
  return diagnostic
}
