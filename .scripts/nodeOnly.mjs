/**
 * esbuild plugin for the web build: what lies in src/import needs processes, which the web worker
 * does not have. The commands that load it are not offered there, and nothing of it is bundled.
 */
export const nodeOnly = {
  name: 'nodeOnly',
  setup(build) {
    build.onResolve({ filter: /\/import\// }, (args) =>
      args.kind === 'dynamic-import' ? { path: args.path, namespace: 'node-only' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'node-only' }, () => ({
      contents: 'throw new Error("This needs processes, which the web does not have.")',
    }))
  },
}
