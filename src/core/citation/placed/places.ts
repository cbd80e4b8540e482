import type { Division, Measure, Provision } from '../../corpus/provision.ts'
import type { ProvisionList } from '../../corpus/stored/provisionList.ts'

/** A provision below its instrument, with all above it, the instrument first. */
export interface Placed {
  readonly provision: Division | Measure
  readonly above: readonly Provision[]
  /** Where it stood before, under the key that it had then; `above` is what was above it. */
  readonly formerly?: Division | Measure
}

/** The places of an instrument, each in the order of the instrument; those of before behind those of today. */
export interface Places {
  /** Those of today. */
  readonly all: readonly Placed[]
  /** Those, of before too, of which a label has one of `forms`: first those with the first form. */
  labelled(forms: readonly string[]): readonly Placed[]
  /** Those right below `provision`. */
  below(provision: Provision): readonly Placed[]
  /** Those of `provisions`. */
  of(provisions: readonly Provision[]): readonly Placed[]
}

/** The forms that the labels of a provision have. */
export type FormsOf = (provision: Division | Measure) => readonly string[]

/** Places that are held. */
export class HeldPlaces implements Places {
  readonly all: readonly Placed[]
  readonly #byForm = new Map<string, Placed[]>()

  constructor(all: readonly Placed[], former: readonly Placed[], formsOf: FormsOf) {
    this.all = all
    for (const placed of [...all, ...former]) {
      for (const form of formsOf(placed.formerly ?? placed.provision)) {
        const known = this.#byForm.get(form)
        if (known === undefined) this.#byForm.set(form, [placed])
        else known.push(placed)
      }
    }
  }

  labelled(forms: readonly string[]): readonly Placed[] {
    const [first = [], ...others] = forms.map((form) => this.#byForm.get(form) ?? [])
    return others.length === 0 ? first : [...new Set([...first, ...others.flat()])]
  }

  below(provision: Provision): readonly Placed[] {
    return this.all.filter(({ above }) => above.at(-1) === provision)
  }

  of(provisions: readonly Provision[]): readonly Placed[] {
    return this.all.filter(({ provision }) => provisions.includes(provision))
  }
}

/** Places of provisions in bytes, by their numbers: each is made when it is asked for. */
export class NumberedPlaces implements Places {
  readonly #list: ProvisionList
  /** The number of each provision, the instrument first, and the place of what it stands below. */
  readonly #numbers: Uint32Array
  readonly #parents: Uint32Array
  /** The hashes of all forms, rising, and the place that has each. */
  readonly #hashes: Uint32Array
  readonly #places: Uint32Array
  /** Those of before are few. */
  readonly #former: HeldPlaces
  readonly #formsOf: FormsOf

  /** Of `all`, in `list`, which are below its `instrument`. */
  constructor(
    instrument: Provision,
    [all, former]: readonly [readonly Placed[], readonly Placed[]],
    formsOf: FormsOf,
    list: ProvisionList,
  ) {
    this.#list = list
    const provisions = [instrument, ...all.map(({ provision }) => provision)]
    const places = new Map(provisions.map((one, at) => [one, at]))
    this.#numbers = Uint32Array.from(provisions, (one) => list.indexOf(one))
    this.#parents = Uint32Array.from([
      0,
      ...all.map(({ above }) => places.get(above.at(-1) ?? instrument) ?? 0),
    ])
    const forms = all
      .flatMap(({ provision }, at) =>
        formsOf(provision).map((form) => [hashOf(form), at + 1] as const),
      )
      .sort(([one, at], [other, behind]) => one - other || at - behind)
    this.#hashes = Uint32Array.from(forms, ([hash]) => hash)
    this.#places = Uint32Array.from(forms, ([, at]) => at)
    this.#former = new HeldPlaces([], former, formsOf)
    this.#formsOf = formsOf
  }

  get all(): readonly Placed[] {
    return Array.from({ length: this.#numbers.length - 1 }, (_, at) => this.#placed(at + 1)).flat()
  }

  labelled(forms: readonly string[]): readonly Placed[] {
    const places = new Set(forms.flatMap((form) => this.#placesWith(form)))
    return [...[...places].flatMap((place) => this.#placed(place)), ...this.#former.labelled(forms)]
  }

  below(provision: Provision): readonly Placed[] {
    const parent = this.#placeOf(provision)
    if (parent < 0) return []
    return Array.from(this.#parents.keys())
      .filter((place) => place > 0 && this.#parents[place] === parent)
      .flatMap((place) => this.#placed(place))
  }

  of(provisions: readonly Provision[]): readonly Placed[] {
    const places = new Set(provisions.map((one) => this.#placeOf(one)))
    return [...places]
      .filter((place) => place > 0)
      .sort((one, other) => one - other)
      .flatMap((place) => this.#placed(place))
  }

  /** The place of `provision`, 0 for the instrument; -1 where it has none. */
  #placeOf(provision: Provision): number {
    const number = this.#list.indexOf(provision)
    return number < 0 ? -1 : this.#numbers.indexOf(number)
  }

  /** What is at `place`, which is more than 0. */
  #placed(place: number): readonly Placed[] {
    const provision = this.#at(place)
    if (provision === undefined || provision.level === 'instrument') return []
    const above: Provision[] = []
    for (let at = place; at > 0;) {
      at = this.#parents[at] ?? 0
      const one = this.#at(at)
      if (one !== undefined) above.unshift(one)
    }
    return [{ provision, above }]
  }

  #at(place: number): Provision | undefined {
    return this.#list.at(this.#numbers[place] ?? this.#list.length)
  }

  #placesWith(form: string): readonly number[] {
    const hash = hashOf(form)
    const places: number[] = []
    for (let at = firstFrom(hash, this.#hashes); this.#hashes[at] === hash; at++) {
      const place = this.#places[at] ?? 0
      const provision = this.#at(place)
      const isThere = provision !== undefined && provision.level !== 'instrument'
      // Other forms may have the same hash.
      if (isThere && this.#formsOf(provision).includes(form)) places.push(place)
    }
    return places
  }
}

/** A number from 0 to 2^32 - 1 for `text` (FNV-1a of its UTF-16 units). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The first place in `rising` of a number that is no less than `least`. */
function firstFrom(least: number, rising: Uint32Array): number {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rising[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}
