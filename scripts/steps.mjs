import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')

/** Says what is being done, does it, says how long it took. */
export async function step(title, action) {
  const started = performance.now()
  console.log(`▸ ${title}`)
  const result = await action()
  console.log(`  done in ${seconds(started)}`)
  return result
}

/** The time since `started`, a reading of performance.now(). */
export function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`
}

/** A failure whose message says all there is to say: no stack is wanted. */
export class Failure extends Error {}

/** Runs a script's main function; a failure is printed and makes the exit code 1. */
export async function main(action) {
  try {
    await action()
  } catch (error) {
    report(error)
    process.exitCode = 1
  }
}

/** Prints a failure; esbuild has printed its own already. */
export function report(error) {
  if (Array.isArray(error.errors)) console.error(error.message.split('\n', 1)[0])
  else console.error(error instanceof Failure ? error.message : error)
}
