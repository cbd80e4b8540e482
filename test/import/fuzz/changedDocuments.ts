import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate'
import { Dice } from '../../bench/dice.ts'
import { changedMarkup } from './changedMarkup.ts'
import { changedPdf, randomPdf } from './changedPdf.ts'
import { changedText } from './changedText.ts'
import { changedValue } from './changedValue.ts'
import { smallDocuments, type DocumentKind } from './smallDocuments.ts'

/** A small document of `kind` after changes at random: the same for the same seed. */
export function changedDocument(kind: DocumentKind, seed: number): Uint8Array {
  const dice = new Dice(seed * 2_654_435_761 + kind.length)
  const documents = smallDocuments.get(kind) ?? []
  const document = dice.pick(documents)
  const other = dice.pick(documents)
  switch (kind) {
    case 'pdf':
      return dice.next() < 0.5 ? randomPdf(dice) : changedPdf(dice, document)
    case 'docx':
    case 'odt':
      return dice.next() < 0.15 ? changedBytes(dice, document) : changedPack(dice, document)
    case 'markdown':
    case 'text':
    case 'html':
    case 'xml':
    case 'json':
    case 'yaml':
    case 'csv':
      return encoded(dice, changedCharacters(dice, kind, strFromU8(document), strFromU8(other)))
  }
}

function changedCharacters(dice: Dice, kind: DocumentKind, text: string, other: string): string {
  const isMarkup = kind === 'html' || kind === 'xml'
  if (isMarkup && dice.next() < 0.75) return changedMarkup(dice, text)
  if (kind === 'json' && dice.next() < 0.75) return changedValue(dice, text)
  return changedText(dice, text, kind, other)
}

/** In UTF-8, mostly. */
function encoded(dice: Dice, text: string): Uint8Array {
  const chance = dice.next()
  if (chance < 0.03) return Buffer.from(`\uFEFF${text}`, 'utf16le')
  if (chance < 0.06) return Buffer.from(text, 'latin1')
  return chance < 0.1 ? changedBytes(dice, strToU8(text)) : strToU8(text)
}

function changedBytes(dice: Dice, bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes)
  for (let times = dice.pick([1, 3, 20]); times > 0; times -= 1) {
    changed[dice.below(changed.length)] = dice.below(256)
  }
  return dice.next() < 0.2 ? changed.slice(0, dice.below(changed.length + 1)) : changed
}

function changedPack(dice: Dice, bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes)
  const names = Object.keys(files).filter((name) => /\.(?:xml|rels)$/u.test(name))
  const inBody = names.filter((name) => /(?:document|content|numbering|styles)\.xml$/u.test(name))
  const name = dice.next() < 0.85 ? dice.pick(inBody) : dice.pick(names)
  const text = strFromU8(files[name] ?? new Uint8Array())
  const changed =
    dice.next() < 0.85 ? changedMarkup(dice, text) : changedText(dice, text, 'xml', text)
  const kept = Object.entries(files).filter(() => dice.next() < 0.99)
  return zipSync({ ...Object.fromEntries(kept), [name]: strToU8(changed) }, { level: 1 })
}
