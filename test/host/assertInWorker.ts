// The part of node:assert/strict that tests use, for the extension host that has no Node. The
// bundle for the web worker gets this module in its place; in the Node host the same tests run
// against Node's own.

class AssertionError extends Error {
  readonly actual: unknown
  readonly expected: unknown

  constructor(message: string, actual: unknown, expected: unknown) {
    super(`${message}\n  actual:   ${shown(actual)}\n  expected: ${shown(expected)}`)
    this.name = 'AssertionError'
    this.actual = actual
    this.expected = expected
  }
}

function ok(value: unknown, message = 'expected something truthy'): void {
  if (!Boolean(value)) throw new AssertionError(message, value, true)
}

function equal(actual: unknown, expected: unknown, message = 'not the same'): void {
  if (!Object.is(actual, expected)) throw new AssertionError(message, actual, expected)
}

function notEqual(actual: unknown, expected: unknown, message = 'the same'): void {
  if (Object.is(actual, expected)) throw new AssertionError(message, actual, expected)
}

function deepEqual(actual: unknown, expected: unknown, message = 'not deeply equal'): void {
  if (!isDeepEqual(actual, expected)) throw new AssertionError(message, actual, expected)
}

function notDeepEqual(actual: unknown, expected: unknown, message = 'deeply equal'): void {
  if (isDeepEqual(actual, expected)) throw new AssertionError(message, actual, expected)
}

function match(actual: string, pattern: RegExp, message = 'no match'): void {
  if (!pattern.test(actual)) throw new AssertionError(message, actual, pattern)
}

function doesNotMatch(actual: string, pattern: RegExp, message = 'a match'): void {
  if (pattern.test(actual)) throw new AssertionError(message, actual, pattern)
}

function fail(message = 'failed'): never {
  throw new AssertionError(message, undefined, undefined)
}

async function rejects(
  promise: Promise<unknown> | (() => Promise<unknown>),
  expected?: RegExp,
): Promise<void> {
  const trouble = await (typeof promise === 'function' ? promise() : promise).then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  if (trouble === undefined) throw new AssertionError('no rejection', undefined, expected)
  if (expected !== undefined) match(String(trouble.error), expected)
}

function throws(action: () => unknown, expected?: RegExp): void {
  try {
    action()
  } catch (error) {
    if (expected !== undefined) match(String(error), expected)
    return
  }
  throw new AssertionError('nothing thrown', undefined, expected)
}

function isDeepEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (!isObject(a) || !isObject(b)) return false
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false
  const [keysOfA, keysOfB] = [Reflect.ownKeys(a), Reflect.ownKeys(b)]
  return (
    keysOfA.length === keysOfB.length &&
    keysOfA.every(
      (key) => Object.hasOwn(b, key) && isDeepEqual(Reflect.get(a, key), Reflect.get(b, key)),
    )
  )
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function shown(value: unknown): string {
  return isObject(value) && !(value instanceof RegExp)
    ? JSON.stringify(value, undefined, 2)
    : String(value)
}

export default {
  ok,
  equal,
  notEqual,
  deepEqual,
  notDeepEqual,
  match,
  doesNotMatch,
  fail,
  rejects,
  throws,
}
