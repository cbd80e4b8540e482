// Writes src/core/words/simplifiedPairs.ts from OpenCC's tables: node scripts/simplified.mjs
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Converter } from 'opencc-js'
import { root } from './steps.mjs'

/** Traditional characters of the basic plane with their Simplified ones, pair by pair, in order. */
export function simplifiedPairs() {
  const converters = ['t', 'hk', 'tw'].map((from) => Converter({ from, to: 'cn' }))
  let pairs = ''
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code)
    const simplified = converters
      .map((convert) => convert(character))
      .find((it) => it !== character)
    if (simplified?.length === 1) pairs += character + simplified
  }
  return pairs
}

if (process.argv[1] === import.meta.filename) {
  const file = path.join(root, 'src/core/words/simplifiedPairs.ts')
  writeFileSync(
    file,
    `/**
 * Traditional Chinese characters, also Taiwan's and Hong Kong's variants, each with its Simplified one.
 * Made by \`scripts/simplified.mjs\` from the tables of OpenCC (Apache-2.0).
 */
export const simplifiedPairs =
  '${simplifiedPairs()}'
`,
  )
}
