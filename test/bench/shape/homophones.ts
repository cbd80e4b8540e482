import { pinyin } from 'pinyin-pro'
import type { Dice } from '../dice.ts'

/** Characters that sound as others do: what whoever types by sound may take for them. */
export class Homophones {
  readonly #bySound = new Map<string, string[]>()

  /** Of the characters of `texts`, so that none is rarer than those of titles are. */
  constructor(texts: Iterable<string>) {
    const characters = new Set([...texts].flatMap((text) => text.match(/\p{sc=Han}/gu) ?? []))
    for (const character of characters) {
      const sound = soundOf(character)
      const known = this.#bySound.get(sound)
      if (known === undefined) this.#bySound.set(sound, [character])
      else known.push(character)
    }
  }

  /** Another character that sounds like `character`; `undefined` where there is none. */
  of(character: string, dice: Dice): string | undefined {
    const same = this.#bySound.get(soundOf(character)) ?? []
    const others = same.filter((other) => other !== character)
    return others.length === 0 ? undefined : dice.pick(others)
  }
}

function soundOf(character: string): string {
  return pinyin(character, { toneType: 'none' })
}
