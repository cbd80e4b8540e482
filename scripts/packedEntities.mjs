import { Failure } from './steps.mjs'

/**
 * esbuild plugin: the named characters of HTML, which remark reads, in one text instead of an object of
 * 2,125 members, each name without what it shares with the one before.
 */
export const packedEntities = {
  name: 'packedEntities',
  setup(build) {
    build.onLoad({ filter: /character-entities[\\/]index\.js$/ }, async ({ path }) => {
      const { characterEntities } = await import(path)
      const packed = JSON.stringify(packEntities(characterEntities))
      return {
        contents: `export const characterEntities = (${String(unpackEntities)})(${packed})`,
        loader: 'js',
      }
    })
  },
}

/** Names and characters by turns, between spaces; before a name in base 36 how many letters it shares with the one before. */
export function packEntities(entities) {
  let before = ''
  const packed = Object.entries(entities).map(([name, characters]) => {
    if (characters.includes(' ')) throw new Failure(`&${name}; has a space.`)
    const shared = sharedLength(before, name)
    before = name
    return `${shared.toString(36)}${name.slice(shared)} ${characters}`
  })
  return packed.join(' ')
}

/** What {@link packEntities} packed. It stands in bundles as it is written here. */
export function unpackEntities(packed) {
  const entities = {}
  const words = packed.split(' ')
  for (let at = 0, name = ''; at < words.length; at += 2) {
    name = name.slice(0, parseInt(words[at][0], 36)) + words[at].slice(1)
    entities[name] = words[at + 1]
  }
  return entities
}

function sharedLength(one, other) {
  const most = Math.min(one.length, other.length)
  const differs = Array.from({ length: most }, (_, at) => at).find((at) => one[at] !== other[at])
  return Math.min(differs ?? most, 35)
}
