import * as vscode from 'vscode'
import { isReport } from './reports/isReport.ts'

/** What the list of suggestions was asked for last in a document. */
interface Asked {
  readonly version: number
  /** Whether a citation was being written, and nothing fitted. */
  readonly isEmpty: boolean
}

/** What was typed last in a document. */
interface Typed {
  /** Of the document, since then. */
  readonly version: number
  readonly at: vscode.Position
}

/** So long VS Code has to ask for suggestions by itself, in milliseconds. */
const grace = 40

/** What is typed at once is no longer; what is longer was pasted. */
const longestTyped = 20

const chinese = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u

/**
 * Opens the list of suggestions where VS Code would not. It asks a provider at trigger characters and
 * while a list stands: once nothing fitted there is none, and letters do not open one; nor does text
 * that an input method commits (microsoft/vscode#86276); nor is one asked for anew where more was typed
 * before the first answer. A list that was dismissed stays away from letters.
 */
export class ListKeeper implements vscode.Disposable {
  readonly #asked = new WeakMap<vscode.TextDocument, Asked>()
  readonly #typed = new WeakMap<vscode.TextDocument, Typed>()
  readonly #subscription: vscode.Disposable
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    this.#subscription = vscode.workspace.onDidChangeTextDocument((change) => {
      this.#follow(change)
    })
  }

  /** Notes that suggestions were asked for in `document`, and whether nothing fitted a citation there. */
  note(document: vscode.TextDocument, version: number, isEmpty: boolean): void {
    this.#asked.set(document, { version, isEmpty })
  }

  /** Notes that an answer came when `document` had changed: what was typed meanwhile is asked for. */
  noteLate(document: vscode.TextDocument): void {
    const typed = this.#typed.get(document)
    if (typed?.version === document.version) this.#openSoon(document, typed.at)
  }

  dispose(): void {
    clearTimeout(this.#timer)
    this.#subscription.dispose()
  }

  #follow({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const [change, other] = contentChanges
    if (change === undefined || other !== undefined || reason !== undefined) return
    if (change.text.length > longestTyped || /[\r\n]/u.test(change.text)) return
    const at = change.range.start
    if (change.rangeLength === 0) this.#typed.set(document, { version: document.version, at })
    const wasEmpty = this.#asked.get(document)?.isEmpty === true
    if (wasEmpty || chinese.test(change.text)) this.#openSoon(document, at)
  }

  #openSoon(document: vscode.TextDocument, at: vscode.Position): void {
    if (!isReport(document) || !hasMarkerBefore(document, at)) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#openUnlessAsked(document)
    }, grace)
  }

  #openUnlessAsked(document: vscode.TextDocument): void {
    if (this.#asked.get(document)?.version === document.version) return
    if (vscode.window.activeTextEditor?.document !== document) return
    void vscode.commands.executeCommand('editor.action.triggerSuggest')
  }
}

/** Whether an `@` stands before a place, near enough on its line to be what is written there. */
function hasMarkerBefore(
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): boolean {
  const before = document
    .lineAt(line)
    .text.slice(Math.max(0, character - farthestMarker), character)
  return before.includes('@')
}

/** A query has so many UTF-16 units at most. */
const farthestMarker = 80
