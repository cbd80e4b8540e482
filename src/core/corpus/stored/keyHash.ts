/** A number from 0 to 2^32 - 1 for `key`, whatever the case of its Latin letters (FNV-1a of its UTF-16 units). */
export function keyHash(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) {
    hash = Math.imul(hash ^ smallUnit(key.charCodeAt(at)), 0x01000193)
  }
  return (hash ^ (hash >>> 15)) >>> 0
}

/** The UTF-16 unit `unit`; of a capital A to Z that of the small letter. */
export function smallUnit(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit
}

/** How many places a table for `count` keys has: half of them stay empty, and it is a power of two. */
export function placesFor(count: number): number {
  let places = 1
  while (places < 2 * count) places *= 2
  return places
}
