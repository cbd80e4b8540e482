/** Why a command could not run: one line for the standard error, and exit code 2. */
export class Failure extends Error {}

/** A {@link Failure} of who asked: something is asked for that there is not. */
export class Misuse extends Failure {}
