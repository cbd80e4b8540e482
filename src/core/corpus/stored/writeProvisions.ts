import { provisionKinds } from '../kinds.ts'
import type { Provision } from '../provision.ts'
import { keyHash, placesFor } from './keyHash.ts'
import { agencyCodesIn, depthsOf } from './knownProvisions.ts'
import { marksIn } from './marks.ts'
import { isUnstored, joinedBytes, jsonOf } from './storedForm.ts'
import { version } from './storedProvisions.ts'

/**
 * `provisions`, those of one instrument, as the bytes that `readStoredProvisions` reads, with what `about` says of
 * them all, as JSON can. Their keys are such as `parseKey` makes.
 */
export function writeProvisions(
  provisions: Iterable<Provision>,
  about: object,
): Uint8Array<ArrayBuffer> {
  const all = [...provisions]
  const file = all[0]?.source.file ?? ''
  const records = all.map((one) => recordOf(one, file))
  const head = encoder.encode(jsonOf({ file, codes: [...agencyCodesIn(all)], about }))
  const table = tableOf(all)
  const depths = depthsOf(all)
  return joinedBytes([
    bytesOf(Uint32Array.of(version, all.length, table.length, head.length)),
    bytesOf(endsOf(records)),
    bytesOf(table),
    bytesOf(Uint16Array.from(all, marksIn)),
    Uint8Array.from(all, (one) => depths.get(one) ?? 0),
    Uint8Array.from(all, kindNumber),
    head,
    ...records,
  ])
}

const encoder = new TextEncoder()

/** Its key behind the length of that, and the rest of it. */
function recordOf({ key, ...others }: Provision, file: string): Uint8Array {
  const members = Object.entries(others).filter(
    ([name, value]) => !isUnstored(others.level, name, value),
  )
  const { line, column, span } = others.source
  const source = [line, column, span.start, span.end]
  const isElsewhere = others.source.file !== file
  const stored = { ...Object.fromEntries(members), ...(isElsewhere ? {} : { source }) }
  const written = encoder.encode(key)
  return joinedBytes([Uint8Array.of(written.length), written, encoder.encode(jsonOf(stored))])
}

function endsOf(records: readonly Uint8Array[]): Uint32Array {
  let end = 0
  return Uint32Array.from(records, ({ length }) => (end += length))
}

/** At the hash of each key, or at the next free place behind it, its number plus one. */
function tableOf(provisions: readonly Provision[]): Uint32Array {
  const table = new Uint32Array(placesFor(provisions.length))
  for (const [number, { key }] of provisions.entries()) {
    let place = keyHash(key) & (table.length - 1)
    while (table[place] !== 0) place = (place + 1) & (table.length - 1)
    table[place] = number + 1
  }
  return table
}

function kindNumber(provision: Provision): number {
  return provision.level === 'instrument' ? 0 : provisionKinds.indexOf(provision.kind) + 1
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
