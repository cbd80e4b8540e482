/** Why nothing could be read of an official document. */
export type Refusal =
  | 'encrypted'
  | 'malformed'
  | 'not allowed'
  | 'unknown format'
  | 'too large'
  | 'too many pages'
  | 'too deep'
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
