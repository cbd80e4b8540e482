import type { CslItem } from './cslItem.ts'
import { hashOf, isOfLinks, readRecord, recordName } from './record.ts'

/** An entry of a bibliography file, whoever wrote it. */
export type Entry = Readonly<Record<string, unknown>>

/**
 * `entry` brought up to date with `item`. A field that still is what we wrote last gets what `item` says
 * of it; one that others changed, added or took away stays as they left it, but for links, which hang together. `former` is what an earlier
 * release wrote for the key, which kept no record; an entry with neither is ours as a whole.
 */
export function mergedEntry(entry: Entry, item: CslItem, former?: CslItem): Entry {
  const wrote = hashesWritten(entry, former)
  const now = new Map<string, unknown>(Object.entries(item))
  const isOurs = (name: string): boolean =>
    Object.hasOwn(entry, name) ? hashOf(entry[name]) === wrote.get(name) : !wrote.has(name)
  const names = [...new Set([...Object.keys(entry), ...now.keys()])]
  return Object.fromEntries(
    names.flatMap((name) => {
      const value =
        name === recordName || isOfLinks(name) || isOurs(name) ? now.get(name) : entry[name]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}

/**
 * Whether `entry` is one that we wrote, whatever others did to it since: it bears our record, or is what
 * an earlier release wrote but for one field.
 */
export function isOurEntry(entry: Entry, former: CslItem | undefined): boolean {
  if (Object.hasOwn(entry, recordName)) return true
  const fields = Object.entries(former ?? {})
  const same = fields.filter(
    ([name, value]) => Object.hasOwn(entry, name) && hashOf(entry[name]) === hashOf(value),
  )
  return former !== undefined && same.length >= fields.length - 1
}

/** The names of the fields of `entry` that are not as we wrote them last, or that we did not write. */
export function theirFields(entry: Entry, former: CslItem | undefined): readonly string[] {
  const wrote = hashesWritten(entry, former)
  return Object.keys(entry).filter(
    (name) => name !== recordName && hashOf(entry[name]) !== wrote.get(name),
  )
}

/** The hash of each field as we wrote it last; without a record as the earlier release did, else all as they are. */
function hashesWritten(entry: Entry, former: CslItem | undefined): ReadonlyMap<string, string> {
  if (Object.hasOwn(entry, recordName)) return readRecord(entry[recordName])
  const known = former ?? entry
  const hashes = Object.entries(known).map(([name, value]) => [name, hashOf(value)] as const)
  return new Map(hashes.filter(([name]) => Object.hasOwn(entry, name)))
}
