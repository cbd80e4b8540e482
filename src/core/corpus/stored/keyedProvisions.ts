import { deepFreeze } from './frozen.ts'
import type { Key } from '../key.ts'
import type { Provision } from '../provision.ts'
import { formerKeyNumbers } from './formerKeys.ts'
import { JoinedProvisions } from './joinedProvisions.ts'
import { known } from './knownProvisions.ts'
import type { ProvisionList } from './provisionList.ts'
import { StoredKeys } from './storedKeys.ts'
import { StoredProvisions } from './storedProvisions.ts'

/** Provisions, and what finds one of them. */
export interface KeyedProvisions {
  readonly provisions: ProvisionList
  /** Each by its key, and by those that it had before, where no other one has them now. */
  readonly byKey: ReadonlyMap<string, Provision>
  /** Of each key that one had before, and no other one has now, the key that it has now. */
  readonly formerKeys: ReadonlyMap<string, Key>
}

/** The provisions of `lists`, each of whole instruments, in their order; of two with one key the first. */
export function keyedProvisions(lists: readonly ProvisionList[]): KeyedProvisions {
  return lists.some((list) => list instanceof StoredProvisions) ? inBytes(lists) : there(lists)
}

/** Those that are all there as objects. */
function there(lists: readonly ProvisionList[]): KeyedProvisions {
  const byKey = new Map<string, Provision>()
  for (const list of lists) {
    for (const provision of list) if (!byKey.has(provision.key)) byKey.set(provision.key, provision)
  }
  const provisions = deepFreeze([...byKey.values()])
  const formerKeys = new Map<string, Key>()
  for (const [key, number] of formerKeyNumbers(known(provisions))) {
    const provision = provisions[number]
    if (provision === undefined || byKey.has(key)) continue
    byKey.set(key, provision)
    formerKeys.set(key, provision.key)
  }
  return { provisions, byKey, formerKeys }
}

/** Those of which some are made when they are asked for. */
function inBytes(lists: readonly ProvisionList[]): KeyedProvisions {
  const held = there(lists.filter((list) => !(list instanceof StoredProvisions)))
  const ids = new Set<string>()
  const parts = lists.flatMap((list) => {
    if (!(list instanceof StoredProvisions)) {
      const kept = list.filter((one) => held.byKey.get(one.key) === one)
      for (const { key, level } of kept) if (level === 'instrument') ids.add(key)
      return known(kept)
    }
    const isKnown = ids.has(list.idAt())
    ids.add(list.idAt())
    return isKnown ? [] : [list]
  })
  const provisions = new JoinedProvisions(parts)
  const byKey = new StoredKeys(provisions, parts)
  const former = [...formerKeyNumbers(provisions)].filter(([key]) => !byKey.has(key))
  byKey.follow(new Map(former))
  const formerKeys = new Map(former.map(([key, number]) => [key, provisions.keyAt(number)]))
  return { provisions, byKey, formerKeys }
}
