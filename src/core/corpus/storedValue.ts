/** Thrown by the readers of this room, and caught by whoever reads a whole library. */
export class DamagedValue extends Error {}

/** An object of parsed JSON. Its members are read through {@link ownValue} only. */
export type StoredObject = Readonly<Record<string, unknown>>

/** `value` as an object; throws {@link DamagedValue} for anything else, arrays included. */
export function asObject(value: unknown): StoredObject {
  if (isObject(value)) return value
  throw new DamagedValue('an object is missing')
}

function isObject(value: unknown): value is StoredObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The own member `name` of `object`, never an inherited one. */
export function ownValue(object: StoredObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** `value` as a list; throws {@link DamagedValue} for anything else. */
export function asList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new DamagedValue('a list is missing')
  return value
}

/** `value` as a text; throws {@link DamagedValue} for anything else. */
export function asText(value: unknown): string {
  if (typeof value !== 'string') throw new DamagedValue('a text is missing')
  return value
}

/** `value` as a whole number from `least` on; throws {@link DamagedValue} for anything else. */
export function asCount(value: unknown, least: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) {
    throw new DamagedValue('a whole number is missing')
  }
  return value
}

/** What `read` makes of `value`; `undefined` where there is none. */
export function ifThere<T>(value: unknown, read: (value: unknown) => T): T | undefined {
  return value === undefined ? undefined : read(value)
}

/** `value` unless it is `undefined`, which throws {@link DamagedValue}. */
export function valid<T>(value: T | undefined): T {
  if (value === undefined) throw new DamagedValue('a value is not of its form')
  return value
}
