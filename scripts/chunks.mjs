import path from 'node:path'

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
