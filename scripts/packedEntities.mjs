import path from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * esbuild plugin: the named characters of HTML, which micromark reads, in one text instead of an object
 * of 2,125 members, each name without the ending that it shares with the one before. It is taken apart
 * when the first such name is read.
 */
export const packedEntities = packedWhere((_, text) => JSON.stringify(text))

/** The same with that text where `standFor` puts it, which gives what stands for it in the code. */
export function packedWhere(standFor) {
  const setup = ({ onLoad }) => {
    const filter = /decode-named-character-reference[\\/]index\.js$/
    onLoad({ filter }, async ({ path: file }) => {
      const table = path.join(file, '../../character-entities/index.js')
      const { characterEntities } = await import(pathToFileURL(table).href)
      return { contents: decoding(characterEntities, standFor) }
    })
  }
  return { name: 'packedEntities', setup }
}

/** The module that decodes `entities`. */
function decoding(entities, standFor) {
  const { packed, others } = packEntities(entities)
  return `const unpack = ${String(unpackEntities)}
let entities
export function decodeNamedCharacterReference(name) {
  entities ??= { ...unpack(${standFor('entities', packed)}), ...${JSON.stringify(others)} }
  return Object.hasOwn(entities, name) ? entities[name] : false
}`
}

/**
 * Names, backwards and in that order, each with its characters behind it and before it, in base 36, how
 * many letters it shares with the one before; those whose characters are letters or digits in `others`.
 */
export function packEntities(entities) {
  const isOther = ([, characters]) => /[A-Za-z\d]/.test(characters)
  const all = Object.entries(entities)
  let before = ''
  const packed = all
    .filter((one) => !isOther(one))
    .map(([name, characters]) => [[...name].reverse().join(''), characters])
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, characters]) => {
      const shared = sharedLength(before, name)
      before = name
      return shared.toString(36) + name.slice(shared) + characters
    })
  return { packed: packed.join(''), others: Object.fromEntries(all.filter(isOther)) }
}

/** What {@link packEntities} packed. It stands in bundles as it is written here. */
export function unpackEntities(packed) {
  const entities = {}
  let name = ''
  for (const [, shared, rest, characters] of packed.matchAll(/(.)([A-Za-z\d]*)([^A-Za-z\d]+)/g)) {
    name = name.slice(0, parseInt(shared, 36)) + rest
    entities[[...name].reverse().join('')] = characters
  }
  return entities
}

function sharedLength(one, other) {
  const most = Math.min(one.length, other.length)
  const differs = Array.from({ length: most }, (_, at) => at).find((at) => one[at] !== other[at])
  return Math.min(differs ?? most, 35)
}
