import type * as vscode from 'vscode'
import { readInParts, type Report } from '../../core/report/report.ts'
import { inSlices } from '../../workspace/inSlices.ts'

/** How the text of a document is read. */
export interface DocumentText {
  /** In parts of bounded length. */
  readonly partsOf: (document: vscode.TextDocument) => Iterable<string>
  readonly lengthOf: (document: vscode.TextDocument) => number
}

/** A document as far as it is read; `version` is the one that this is about. */
interface Entry {
  readonly version: number
  readonly reading: Iterator<undefined, Report, undefined>
  report: Report | undefined
}

/** So many changes at once (“Replace All”) cost more one by one than to read the document anew. */
const mostChanges = 200

/** So much is scanned in one step, in UTF-16 units: well below a millisecond. */
const stepLength = 65_536

/**
 * One analysis per version of a document, shared by all features; gone with the document. It follows
 * edits, so that a key costs the block that it is typed in.
 *
 * A long report is analysed in slices when it opens. Who asks before that is done never waits: the text
 * is read to its end at once (some 25 ms for 10 MB), and scanned as far as the question needs.
 */
export class Reports {
  readonly #entries = new WeakMap<vscode.TextDocument, Entry>()
  readonly #settling = new WeakMap<vscode.TextDocument, Promise<Report | undefined>>()
  readonly #text: DocumentText

  constructor(text: DocumentText) {
    this.#text = text
  }

  /** The analysis of the current version of `document`. */
  get(document: vscode.TextDocument): Report {
    const entry = this.#entryOf(document)
    while (entry.report === undefined) readOn(entry)
    return entry.report
  }

  /** The analysis of `document` when all of it is done, in slices; `undefined` where it was closed before. */
  settled(document: vscode.TextDocument): Promise<Report | undefined> {
    const known = this.#settling.get(document)
    if (known !== undefined) return known
    const settling = this.#settle(document).finally(() => this.#settling.delete(document))
    this.#settling.set(document, settling)
    return settling
  }

  /** Follows an edit. Every change of a document must come here before anybody asks about it. */
  follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const entry = this.#entries.get(document)
    if (entry === undefined || entry.version === document.version) return
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => {
      return { offset: rangeOffset, length: rangeLength, text }
    })
    const { report, reading } = entry
    if (report === undefined || changes.length > mostChanges) {
      this.#entries.delete(document)
      return
    }
    const edited = report.edited(changes)
    this.#entries.set(document, { version: document.version, reading, report: edited })
    if (!edited.isSettled) void this.settled(document)
  }

  #entryOf(document: vscode.TextDocument): Entry {
    const known = this.#entries.get(document)
    if (known?.version === document.version) return known
    const reading = readInParts(this.#text.partsOf(document))
    const entry: Entry = { version: document.version, reading, report: undefined }
    this.#entries.set(document, entry)
    return entry
  }

  async #settle(document: vscode.TextDocument): Promise<Report | undefined> {
    await inSlices(this.#steps(document))
    return document.isClosed ? undefined : this.get(document)
  }

  *#steps(document: vscode.TextDocument): Generator<void, void> {
    while (!document.isClosed && !this.#settleOn(document)) yield
  }

  /** Does a little more of the analysis of what `document` holds by now; whether all is done. */
  #settleOn(document: vscode.TextDocument): boolean {
    const entry = this.#entryOf(document)
    if (entry.report === undefined) {
      readOn(entry)
      return false
    }
    if (!entry.report.settle(stepLength)) return false
    // A net below all that is told of edits: what has another length is not the document.
    if (entry.report.source.length === this.#text.lengthOf(document)) return true
    this.#entries.delete(document)
    return false
  }
}

function readOn(entry: Entry): void {
  const step = entry.reading.next()
  if (step.done === true) entry.report = step.value
}
