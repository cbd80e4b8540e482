import type { Provision } from '../corpus/provision.ts'
import type { ProvisionList } from '../corpus/stored/provisionList.ts'
import type { NameForm, ProvisionName } from './provisionName.ts'

/** A name, and the numbers of those that bear it, at least one, in the order in which they are told. */
export interface NumberedName extends Omit<ProvisionName, 'provisions'> {
  readonly bearers: readonly number[]
}

/** Names in bytes: a window has a hundred thousand of them, and asks for few. */
export class NameList implements Iterable<ProvisionName> {
  readonly length: number
  readonly #provisions: ProvisionList
  readonly #texts: Uint8Array
  /** Where the text of each ends, and where its bearers end. */
  readonly #textEnds: Uint32Array
  readonly #bearerEnds: Uint32Array
  readonly #bearers: Uint32Array
  /** The form of each, and whether it is proper. */
  readonly #kinds: Uint8Array

  /** Of `names`, those of `provisions`. */
  constructor(names: readonly NumberedName[], provisions: ProvisionList) {
    const texts = names.map(({ text }) => encoder.encode(text))
    this.length = names.length
    this.#provisions = provisions
    this.#textEnds = endsOf(texts)
    this.#texts = new Uint8Array(this.#textEnds.at(-1) ?? 0)
    for (const [at, text] of texts.entries()) this.#texts.set(text, this.#textEnds[at - 1] ?? 0)
    this.#bearerEnds = endsOf(names.map(({ bearers }) => bearers))
    this.#bearers = Uint32Array.from(names.flatMap(({ bearers }) => bearers))
    this.#kinds = Uint8Array.from(names, ({ form, isProper }) => {
      return forms.indexOf(form) * 2 + Number(isProper)
    })
  }

  /** The name at `index`; `undefined` where there is none. */
  at(index: number): ProvisionName | undefined {
    if (!(index >= 0 && index < this.length)) return undefined
    const kind = this.#kinds[index] ?? 0
    const bearers = this.#bearers.subarray(this.#bearerEnds[index - 1], this.#bearerEnds[index])
    const provisions = this.#provisions
    return {
      text: decoder.decode(this.#texts.subarray(this.#textEnds[index - 1], this.#textEnds[index])),
      form: forms[kind >> 1] ?? 'exactly',
      isProper: kind % 2 === 1,
      get provisions() {
        return those(bearers, provisions)
      },
    }
  }

  *[Symbol.iterator](): Generator<ProvisionName, void> {
    for (let at = 0; at < this.length; at++) {
      const name = this.at(at)
      if (name !== undefined) yield name
    }
  }
}

const forms: readonly NameForm[] = ['anyhow', 'asName', 'exactly']
const encoder = new TextEncoder()
const decoder = new TextDecoder()

function those(numbers: Uint32Array, provisions: ProvisionList): readonly Provision[] {
  return [...numbers].flatMap((number) => provisions.at(number) ?? [])
}

function endsOf(parts: readonly { readonly length: number }[]): Uint32Array {
  let end = 0
  return Uint32Array.from(parts, ({ length }) => (end += length))
}
