import { inWords, sentence, type Sentence } from '../core/corpus/sentence.ts'
import { isNotThere, notRead, reasonUnwritten } from '../workspace/fileErrors.ts'

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

/** A {@link Failure} to read a file. */
export class Unread extends Failure {
  readonly isNotThere: boolean

  /** `name` was to be read, and `error` is why it was not, as Node gives it. */
  constructor(name: string, error: unknown) {
    super(notRead(name, error))
    this.isNotThere = isNotThere(error)
  }
}

/** A {@link Failure} to write what was made. */
export class Unwritten extends Failure {
  /** `what` was to be written, and `error` is why it was not, as Node gives it. */
  constructor(what: string | Sentence, error: unknown) {
    const reason = reasonUnwritten(error)
    super(
      reason === undefined
        ? sentence`${what} could not be written.`
        : sentence`${what} could not be written: ${reason}.`,
    )
  }
}
