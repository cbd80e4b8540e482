/** Why a command could not run: one line for the standard error, and exit code 2. */
export class Failure extends Error {}
