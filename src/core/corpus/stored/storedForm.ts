import type { Agency, Measure, Provision } from '../provision.ts'

/** The lists that a provision of a level always has, most of them empty: no stored form has those. */
const listsOf = {
  instrument: ['children'],
  division: ['children'],
  measure: ['children', 'lead', 'through', 'with', 'refs'],
} as const satisfies Readonly<Record<Provision['level'], readonly (keyof Measure)[]>>

type StoredLists = Partial<Record<(typeof listsOf)[Provision['level']][number], readonly unknown[]>>

const noMembers: readonly never[] = Object.freeze([])

/** Whether the member `name` of a provision of `level` is a list that is not stored, since nothing is in it. */
export function isUnstored(level: Provision['level'], name: string, value: unknown): boolean {
  const lists: readonly string[] = listsOf[level]
  return lists.includes(name) && Array.isArray(value) && value.length === 0
}

/** Adds those lists that are not stored. */
export function addEmptyLists(stored: StoredLists, level: Provision['level']): void {
  for (const list of listsOf[level]) stored[list] ??= noMembers
}

/** Fields that the format does not know; JSON has no maps. */
export interface StoredExtra {
  readonly extra?: readonly (readonly [string, string])[]
}

/** `stored` with its unknown fields as the map that they were. */
export function withMap<T extends StoredExtra>(
  stored: T,
): Omit<T, 'extra'> & Pick<Agency, 'extra'> {
  const { extra, ...others } = stored
  return extra === undefined ? others : { ...stored, extra: new Map(extra) }
}

/** `value` in JSON: the entries of maps stand for them. */
export function jsonOf(value: object): string {
  return JSON.stringify(value, (_, member: unknown) =>
    member instanceof Map ? [...member] : member,
  )
}

/** `parts`, one behind the other. */
export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
