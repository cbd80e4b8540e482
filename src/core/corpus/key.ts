/**
 * A key names one provision: `us-aiap-2025:I.1.3`, or a whole instrument: `us-aiap-2025`.
 * Case-sensitive, and a legal Pandoc citation key. Made only by {@link parseKey}.
 */
export type Key = string & { readonly __brand: 'Key' }

const keyPattern = /^[a-z][a-z\d]*(?:-[a-z\d]+)*(?::[A-Za-z\d]+(?:[.-][A-Za-z\d]+)*)?$/

/** The longest key that is read, in UTF-16 units; a longer one is refused. */
export const longestKey = 128

/** The key written in `raw`, or `undefined` when it has not a key's form: `id[:path]`. */
export function parseKey(raw: string): Key | undefined {
  return raw.length <= longestKey && keyPattern.test(raw) ? (raw as Key) : undefined
}

/** The key of the provision with the label path `path` in the instrument `id`; `undefined` when either is ill-formed. */
export function keyOf(id: string, path?: string): Key | undefined {
  if (id.includes(':')) return undefined
  return parseKey(path === undefined ? id : `${id}:${path}`)
}

/** The instrument's part of a key: `us-aiap-2025` of `us-aiap-2025:I.1.3`. Works on raw keys too. */
export function instrumentIdOf(key: string): string {
  const colon = key.indexOf(':')
  return colon === -1 ? key : key.slice(0, colon)
}

/** The path of a key within its instrument: `I.1.3` of `us-aiap-2025:I.1.3`; `undefined` for a whole instrument. */
export function pathOf(key: string): string | undefined {
  const colon = key.indexOf(':')
  return colon === -1 ? undefined : key.slice(colon + 1)
}
