import { sentence, type Sentence } from '../core/corpus/sentence.ts'

/** Why nothing could be read of an official document. */
export type Refusal =
  | 'encrypted'
  | 'malformed'
  | 'not allowed'
  | 'unknown format'
  | 'too large'
  | 'too many pages'
  | 'too deep'
  | 'packed too tightly'
  | 'too much text'
  | 'too slow'
  | 'failed'

/** Thrown where an official document cannot be read; `reason` says why, `message` what was said of it. */
export class DocumentError extends Error {
  readonly reason: Refusal

  constructor(reason: Refusal, message: string) {
    super(message)
    this.name = 'DocumentError'
    this.reason = reason
  }
}

/** What a document may have at most, and what the process that reads it may take at most. */
export const documentLimits = {
  /** Of the file, in bytes. */
  bytes: 100_000_000,
  pages: 5_000,
  /** Of all text, in UTF-16 units. */
  characters: 20_000_000,
  /** Of elements within one another. */
  depth: 500,
  /** Of all the time, in milliseconds. */
  time: 30_000,
  /** Of the heap, in megabytes. */
  memory: 512,
} as const

/** Why nothing could be read, said of the document, with what to do where there is something. */
export const refusals: Readonly<Record<Refusal, Sentence>> = {
  encrypted: sentence`it is encrypted. Save a copy without a password.`,
  malformed: sentence`it is damaged, or of a format that is not read.`,
  'not allowed': sentence`it declares a document type of its own, which is not read.`,
  'unknown format': sentence`its format is not one that is read.`,
  'too deep': sentence`its parts are nested too deep.`,
  'packed too tightly': sentence`it unpacks to far more than a document has. Open it in the program that made it, and save it anew.`,
  'too large': sentence`it is too large.`,
  'too many pages': sentence`it has too many pages. Save those of the instrument as a file of their own.`,
  'too much text': sentence`it holds too much text.`,
  'too slow': sentence`reading it took too long.`,
  failed: sentence`reading it stopped halfway; it may need too much memory.`,
}
