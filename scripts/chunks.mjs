import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import { root } from './steps.mjs'

/**
 * esbuild plugin for the Node build: what the source loads by `import('./x.ts')` becomes a file of
 * its own, dist/chunks/x.js, that is loaded when that line runs. `folder` is where the chunks are as
 * seen from the bundle being made; each source file to make one of is reported to `found`. (esbuild's own splitting makes ES modules only, and VS Code loads CommonJS.)
 */
export function chunks(folder, found) {
  return {
    name: 'chunks',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, (args) => {
        if (args.kind !== 'dynamic-import') return undefined
        const file = path.resolve(args.resolveDir, args.path)
        found(file)
        return { path: `${folder}${chunkName(file)}`, external: true }
      })
    },
  }
}

export function chunkName(file) {
  return `${path.basename(file, path.extname(file))}.js`
}

/** What loads a chunk in our source, by its path; the wings that need processes, threads or a disk are none of the web's. */
const loading = /\bimport\(('(?![^']*\/(?:import|ownPandoc|disk|thread)\/)[^']+')\)/g

/**
 * esbuild plugin for the web build, whose host loads one file: a chunk is bundled by itself, with
 * `options`, and stands in the file as a function that is run when the line that loads it is. What a chunk
 * would load later itself is a part of it, as each would have its own copy of what both import. (esbuild
 * by itself makes a function of every single module that is loaded later: 18 KB, and slower to start.) Its texts
 * are where `lookUp` has them looked up.
 */
export function chunksWithin(options, lookUp) {
  const plugins = [...options.plugins, loadedBy((name) => `Promise.resolve(${name})`)]
  const sourcemap = options.sourcemap && 'inline'
  return {
    name: 'chunksWithin',
    setup(outer) {
      loadedBy((name) => `Promise.resolve().then(${name}.run)`, 'chunk:').setup(outer)
      outer.onResolve({ filter: /^chunk:/ }, ({ resolveDir, path: name }) => {
        return { path: path.resolve(resolveDir, name.slice('chunk:'.length)), namespace: 'chunk' }
      })
      outer.onLoad({ filter: /.*/, namespace: 'chunk' }, async ({ path: file }) => {
        const chunk = { ...options, plugins, sourcemap, entryPoints: [file], write: false }
        const { outputFiles } = await build(chunk)
        return { contents: asFunction(lookUp(outputFiles[0].text)), resolveDir: root }
      })
    },
  }
}

const tables = JSON.stringify(path.join(root, 'src/vscode/tables.ts'))

/**
 * A module whose `run` runs the CommonJS module `text` once, with the tables that lie beside the bundle; what
 * failed is tried again. The brackets tell V8 to read it but once, too.
 */
function asFunction(text) {
  return `import { readTables } from ${tables}
const make = ((module, tables, texts) => {${text}
  return module.exports })
let made
export const run = () => {
  made ??= readTables().then((tables) => make({}, tables, tables.texts))
  made.catch(() => (made = undefined))
  return made
}`
}

/** esbuild plugin: our modules import from the start, as `kind` of module, what they load; `loaded` writes how they then get it. */
function loadedBy(loaded, kind = '') {
  const setup = ({ onLoad }) => {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/, namespace: 'file' }, async ({ path: file }) => {
      const imports = []
      const text = (await readFile(file, 'utf8')).replaceAll(loading, (_, address) => {
        const name = `chunk${imports.length}`
        imports.push(`import * as ${name} from ${address.replace("'", `'${kind}`)}`)
        return loaded(name)
      })
      return { contents: [text, ...imports].join('\n'), loader: 'ts' }
    })
  }
  return { name: 'loadedBy', setup }
}
