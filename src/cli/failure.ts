/** Why a command could not run: one line for the standard error, and exit code 2. */
export class Failure extends Error {}

/** A {@link Failure} of who asked: something is asked for that there is not. */
export class Misuse extends Failure {}

/** A {@link Failure} to write what was made. */
export class Unwritten extends Failure {
  /** `what` was to be written, and `error` is why it was not, as Node gives it. */
  constructor(what: string, error: unknown) {
    super(`${what} could not be written${reasonOf(error)}.`)
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = reasons.get(code)
  return reason === undefined ? '' : `: ${reason}`
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'you may not write there'],
  ['EPERM', 'you may not write there'],
  ['EROFS', 'nothing may be written there'],
  ['ENOSPC', 'no space is left'],
  ['EDQUOT', 'no space is left'],
  ['EFBIG', 'it would be too large'],
  ['ENOTDIR', 'it lies in what is no folder'],
  ['EEXIST', 'something else is there'],
  ['ENAMETOOLONG', 'its name is too long'],
])
