import type { KnownProvisions } from './knownProvisions.ts'

/**
 * The keys that `provisions` had before, with those of what stands below them, each with the number of the
 * provision; of those that several had, that of the last one whose file says so.
 */
export function formerKeyNumbers(provisions: KnownProvisions): ReadonlyMap<string, number> {
  const former = new Map<string, number>()
  const keys = new Map<number, readonly string[]>()
  for (const at of [...provisions.placesOf('formerly')].reverse()) {
    const { key = '', formerly = [] } = provisions.at(at) ?? {}
    for (const one of familyAt(at, provisions)) {
      const known = keys.get(one) ?? [provisions.keyAt(one)]
      const within = known.filter((own) => isAtOrWithin(own, key))
      const old = within.flatMap((own) => formerly.map((id) => id + own.slice(key.length)))
      keys.set(one, [...known, ...old])
      for (const key of old) if (!former.has(key)) former.set(key, one)
    }
  }
  return former
}

/** The number `at`, and those behind it whose keys begin with its own. */
function* familyAt(at: number, provisions: KnownProvisions): Generator<number> {
  const key = provisions.keyAt(at)
  for (let one = at; one < provisions.length; one++) {
    if (!isAtOrWithin(provisions.keyAt(one), key)) return
    yield one
  }
}

function isAtOrWithin(key: string, above: string): boolean {
  return key.startsWith(above) && /^(?:$|[.:-])/.test(key.slice(above.length))
}
