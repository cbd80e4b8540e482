import { inWords, sentence, type Sentence } from '../core/corpus/sentence.ts'

/** Why a command could not run: one line for the standard error, and exit code 2. */
export class Failure extends Error {
  /** The line, so that it can be said in the language of who reads it. */
  readonly said: Sentence

  constructor(said: Sentence) {
    super(inWords(said))
    this.said = said
  }
}

/** A {@link Failure} of who asked: something is asked for that there is not. */
export class Misuse extends Failure {}

/** A {@link Failure} to write what was made. */
export class Unwritten extends Failure {
  /** `what` was to be written, and `error` is why it was not, as Node gives it. */
  constructor(what: string | Sentence, error: unknown) {
    const reason = reasonOf(error)
    super(
      reason === undefined
        ? sentence`${what} could not be written.`
        : sentence`${what} could not be written: ${reason}.`,
    )
  }
}

function reasonOf(error: unknown): Sentence | undefined {
  return reasons.get(error instanceof Error && 'code' in error ? String(error.code) : '')
}

const mayNot = sentence`you may not write there`
const noSpace = sentence`no space is left`

const reasons: ReadonlyMap<string, Sentence> = new Map([
  ['EACCES', mayNot],
  ['EPERM', mayNot],
  ['EROFS', sentence`nothing may be written there`],
  ['ENOSPC', noSpace],
  ['EDQUOT', noSpace],
  ['EFBIG', sentence`it would be too large`],
  ['ENOTDIR', sentence`it lies in what is no folder`],
  ['EEXIST', sentence`something else is there`],
  ['ENAMETOOLONG', sentence`its name is too long`],
])
