import { readFile } from 'node:fs/promises'

/** A constant at the top of the module, with all lines of its value. */
const constant = /^(const|var) (\w+) = ((?:.*\n(?=[\t })\]]))*.*);$/gm

/** What js-yaml calls members of its state, which nobody else sees, and how they are called in the bundle. */
const renamed = new Map([
  ['position', '$p'],
  ['lineIndent', '$i'],
  ['lineStart', '$s'],
  ['firstTabInLine', '$t'],
])

/** These, but for where a fault is, which is told: `mark.position`, and the member of that name where a mark is made. */
const ofState = new RegExp(
  `(?<!mark\\.)\\b(?:${[...renamed.keys()].join('|')})\\b(?!,\\s+line,)`,
  'g',
)

/** The text that is read, as a member of the state; others have an input, too. */
const input = /(?<=\bstate\.)input\b|\binput(?=: `)/g

/**
 * esbuild plugin: marks what js-yaml makes when it is loaded (tags, schemas, patterns) as free of side
 * effects, which it is. Only its events are used here; the rest then stays out of the bundle. The names of
 * its state, which stand there some 270 times, are made short: minifying leaves names of members alone.
 */
export const pureYaml = {
  name: 'pureYaml',
  setup(build) {
    build.onLoad({ filter: /js-yaml\.mjs$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const marked = text
        .replace(/\bposition,(?=\s+line,)/, '["posit" + "ion"]: position ,')
        .replaceAll(input, '$x')
        .replaceAll(constant, '$1 $2 = /* @__PURE__ */ (() => ($3))();')
      return { contents: marked.replaceAll(ofState, (name) => renamed.get(name)), loader: 'js' }
    })
  },
}
