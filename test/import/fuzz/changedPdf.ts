import { deflateSync, inflateSync } from 'node:zlib'
import type { Dice } from '../../bench/dice.ts'
import { makePdf, type PrintedText } from '../../support/makePdf.ts'

/** A PDF with something changed in its bytes, or in what one of its streams unpacks to. */
export function changedPdf(dice: Dice, pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf).toString('latin1')
  const changed = dice.next() < 0.6 ? inStream(dice, file) : inBytes(dice, file)
  // pdf.js takes no Buffer.
  return new Uint8Array(Buffer.from(changed, 'latin1'))
}

function inStream(dice: Dice, file: string): string {
  const streams = [...file.matchAll(/stream\r?\n/gu)].filter(
    ({ index }) => !file.startsWith('end', index - 3),
  )
  if (streams.length === 0) return inBytes(dice, file)
  const opening = dice.pick(streams)
  const start = opening.index + opening[0].length
  const end = file.indexOf('endstream', start)
  const packed = Buffer.from(file.slice(start, end), 'latin1')
  const unpacked = inflated(packed)
  if (unpacked === undefined) return inBytes(dice, file)
  const changed = Buffer.from(inBytes(dice, unpacked.toString('latin1')), 'latin1')
  return `${file.slice(0, start)}${deflateSync(changed).toString('latin1')}\n${file.slice(end)}`
}

function inflated(packed: Buffer): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: 1_000_000 })
  } catch {
    return undefined
  }
}

/** What the operators and dictionaries of a PDF are made of. */
const tokens: readonly string[] = [
  ' 0 0 0 0 0 0 cm ',
  ' 0 1 -1 0 0 0 cm ',
  ' 1e30 0 0 1e30 0 0 cm ',
  ' BT ',
  ' ET ',
  ' q ',
  ' Q ',
  ' (x) Tj ',
  ' [(a) -9999 (b)] TJ ',
  ' /F1 0 Tf ',
  ' /F1 -12 Tf ',
  ' /F9 1e9 Tf ',
  ' 99999 -99999 Td ',
  ' NaN ',
  ' -1 ',
  ' 0 0 9999999 9999999 re f ',
  ' 0 0 m 600 0 l S ',
  ' /X Do ',
  '<<',
  '>>',
  '/Length 999999999',
  '/Rotate 90',
  '/Count -1',
  ' 1 0 R ',
  ' 99 0 R ',
  '/FlateDecode',
  'endstream',
  'endobj',
]

function inBytes(dice: Dice, text: string): string {
  let changed = text
  for (let times = dice.pick([1, 1, 2, 4, 12]); times > 0; times -= 1) {
    const at = dice.below(changed.length + 1)
    const length = dice.below(Math.min(60, changed.length - at) + 1)
    const span = changed.slice(at, at + length)
    const by = dice.pick([
      (): string => '',
      (): string => span + span,
      (): string => dice.pick(tokens) + span,
      (): string => dice.pick(tokens).repeat(dice.pick([1, 1, 50, 2000])),
      (): string => String.fromCharCode(dice.below(256)),
      (): string => span.replaceAll(/\d+/gu, () => String(dice.pick([0, 1, 7, 300, 65_536]))),
      (): string => span.replaceAll(/\d/gu, () => String(dice.below(10))),
    ])()
    changed = changed.slice(0, at) + by + changed.slice(at + length)
  }
  return changed
}

const wordsOfPages: readonly string[] = [
  'Quays',
  'CRANES',
  'Lamps burn at night.',
  'Keep the moles whole, and count the stones of each of them in spring.',
  '1',
  '1.',
  '1.1',
  '1.1 Lamps',
  '(a) Trim the wick;',
  '• Tar the hull.',
  '– Ring the bell.',
  'o Sound the horn.',
  'Sec. 2. Duties.',
  'Article 5',
  'ANNEX I',
  'Contents',
  'Lamps . . . . . . . . . 12',
  'Notes',
  '1 See the old plan.',
  '12 See the older plan, page 4.',
  'Recommendation 3: Pay the pilots.',
  'Harbour Plan 7',
  'GV-1.1-001',
  'Cut at the end of a li-',
  'ne that goes on',
  '',
  ' ',
]

/** A PDF of a few pages whose lines stand anywhere, in columns or one below the other, in any size. */
export function randomPdf(dice: Dice): Uint8Array {
  const pages = Array.from({ length: dice.between(1, 4) }, () => {
    const lefts = dice.pick([[72], [72, 90, 108], [60, 320], [50, 200, 350, 500]])
    const sizes = dice.pick([[11], [9, 11, 14], [0, 1, 8, 11, 30, 400], [11, 11.2]])
    const gap = dice.pick([0, 6, 13, 14, 20, 40])
    const lines = dice.pick([0, 1, 5, 30, 120])
    return Array.from({ length: lines }, (_, at): PrintedText => ({
      text: dice.pick(wordsOfPages).repeat(dice.pick([1, 1, 1, 1, 2, 30])),
      left: dice.next() < 0.05 ? dice.between(-500, 2000) : dice.pick(lefts),
      baseline: dice.next() < 0.05 ? dice.between(-500, 2000) : 740 - at * gap,
      size: dice.pick(sizes),
      bold: dice.next() < 0.2,
    }))
  })
  return makePdf(pages)
}
