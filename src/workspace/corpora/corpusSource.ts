import type { Corpus } from '../../core/corpus/corpus.ts'
import type { Sentence } from '../../core/corpus/sentence.ts'
import type { Address, Disposable } from '../host.ts'
import type { Event } from '../listeners.ts'

/** Where a corpus comes from: the library that ships, and the analyst's own files. */
export interface CorpusSource extends Disposable {
  /** The snapshot in use; the empty corpus until the first one is read. */
  readonly current: Corpus
  /** Resolves with the snapshot once it is read. Never rejects: a failure is told by `failure`. */
  readonly ready: Promise<Corpus>
  /** Why the library could not be read when it was last, in a sentence for the reader. */
  readonly failure: Sentence | undefined
  /** The files that could not be read as they are now. */
  readonly stale: readonly StaleFile[]
  /** Fires when the library could not be read, with why. */
  readonly onDidFail: Event<Sentence>
  /** Fires when `current` became another snapshot. */
  readonly onDidChange: Event<Corpus>
  /** Where the analyst's own corpus file called `name` lies; `undefined` for one of the library. */
  ownAddressOf(name: string): Address | undefined
  /** Reads those of the analyst's own files that have changed; resolves once they are in use. */
  readChanged(): Promise<void>
  /**
   * Reads the library and the analyst's own files again, whether or not they seem to have changed.
   *
   * @throws the reason of `signal` where that is aborted before all is read: what was in use stays so.
   */
  reload(signal?: AbortSignal): Promise<void>
}

/** One of the analyst's own files that could not be read. */
export interface StaleFile {
  readonly name: string
  readonly address: Address
  /** Of what is wrong first, from 1 on. */
  readonly line: number
  /** Whether an earlier state of the file is in use. */
  readonly isUsed: boolean
}
