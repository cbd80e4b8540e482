import { readFile } from 'node:fs/promises'

/** A constant at the top of the module, with all lines of its value. */
const constant = /^(const|var) (\w+) = ((?:.*\n(?=[\t })\]]))*.*);$/gm

/**
 * esbuild plugin: marks what js-yaml makes when it is loaded (tags, schemas, patterns) as free of side
 * effects, which it is. Only its events are used here; the rest then stays out of the bundle.
 */
export const pureYaml = {
  name: 'pureYaml',
  setup(build) {
    build.onLoad({ filter: /js-yaml\.mjs$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const marked = text.replaceAll(constant, '$1 $2 = /* @__PURE__ */ (() => ($3))();')
      return { contents: marked, loader: 'js' }
    })
  },
}
