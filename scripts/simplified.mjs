// Writes src/core/words/simplifiedPairs.ts from OpenCC's tables: node scripts/simplified.mjs
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Converter } from 'opencc-js'
import { root } from './steps.mjs'

/** The ASCII characters that say that a character is the one of the pair before, by its code. */
const here = { traditional: 0x27, simplified: 0x53 }

/**
 * Traditional characters of the basic plane with their Simplified ones, pair by pair, in order; those
 * that stand near the one of the pair before as an ASCII character that says how far: see `simplified.ts`.
 */
export function simplifiedPairs() {
  const converters = ['t', 'hk', 'tw'].map((from) => Converter({ from, to: 'cn' }))
  let pairs = ''
  let before = [0, 0]
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code)
    const simplified = converters
      .map((convert) => convert(character))
      .find((it) => it !== character)
    if (simplified?.length !== 1) continue
    const pair = [code, simplified.charCodeAt(0)]
    pairs += written(pair[0], before[0], here.traditional)
    pairs += written(pair[1], before[1], here.simplified)
    before = pair
  }
  return pairs
}

/** `code` by how far it is from `before`, which `zero` stands for; itself where no ASCII character says that. */
function written(code, before, zero) {
  const distance = zero + code - before
  return String.fromCharCode(distance > 0x27 && distance < 0x7f ? distance : code)
}

if (process.argv[1] === import.meta.filename) {
  const file = path.join(root, 'src/core/words/simplifiedPairs.ts')
  writeFileSync(
    file,
    `/**
 * Traditional Chinese characters, also Taiwan's and Hong Kong's variants, each with its Simplified one,
 * near ones by their distance from the pair before.
 * Made by \`scripts/simplified.mjs\` from the tables of OpenCC (Apache-2.0).
 */
export const simplifiedPairs =
  '${simplifiedPairs().replaceAll('\\', '\\\\')}'
`,
  )
}
