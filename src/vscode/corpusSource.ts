import type * as vscode from 'vscode'
import type { Corpus } from '../core/corpus/corpus.ts'

/** Where a corpus comes from: the library that ships, and later the analyst's own files. */
export interface CorpusSource extends vscode.Disposable {
  /** The snapshot in use; the empty corpus until the first one is read. */
  readonly current: Corpus
  /** Resolves with the snapshot once it is read. Never rejects: a failure is told by `failure`. */
  readonly ready: Promise<Corpus>
  /** Why nothing could be read, in a sentence for the reader. */
  readonly failure: string | undefined
  /** Fires when `current` became another snapshot. */
  readonly onDidChange: vscode.Event<Corpus>
  /** The corpus file called `name`, as shipped or written. */
  fileUri(name: string): vscode.Uri
}
