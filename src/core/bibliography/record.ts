import { crc32 } from '../text/bytes/checksum.ts'
import type { CslItem } from './cslItem.ts'

/** `item` with a record of what it says, so that what others change in it can be told from it later. */
export function withRecord(item: CslItem): CslItem {
  const record = Object.entries(item).map(([name, value]) => `${name}:${hashOf(value)}`)
  return { ...item, [recordName]: record.join(' ') }
}

/** The field that holds the record of an item, a text, since Pandoc hands on nothing else. */
export const recordName = 'policy-written'

/** Whether the field `name` only says what places on the page link to, and is ours whoever changed it. */
export function isOfLinks(name: string): boolean {
  return /^policy-(?:address|title|place-\d.*)$/u.test(name)
}

/** The hash of each field that a record tells of; none of what is no record. */
export function readRecord(record: unknown): ReadonlyMap<string, string> {
  const parts = typeof record === 'string' ? record.split(' ') : []
  return new Map(
    parts.flatMap((part) => {
      const [, name, hash] = /^([\w-]+):([\da-f]{8})$/iu.exec(part) ?? []
      return name === undefined || hash === undefined ? [] : [[name, hash] as const]
    }),
  )
}

/** A short hash of a JSON value, the same in whatever order its members stand. */
export function hashOf(value: unknown): string {
  const json = JSON.stringify(value, (_, one: unknown) => inOrder(one))
  return crc32(encoder.encode(json)).toString(16).padStart(8, '0')
}

const encoder = new TextEncoder()

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(members)
}
