/** Commands about official documents, each in a module of its name. */
const officialCommands = [
  'attachOfficialDocument',
  'compareEditions',
  'downloadOfficialDocument',
  'importInstrument',
  'insertQuotation',
  'showPassage',
]

const refusal = 'throw new Error("This needs processes, which the web does not have.")'

/**
 * esbuild plugin for the web build. What lies in src/import and src/ownPandoc needs processes, which the web worker does
 * not have: the commands that load it are not offered there, and neither these nor it are bundled. So there
 * are no official texts either: no quotation is ever compared with one, and none is imported.
 */
export const nodeOnly = {
  name: 'nodeOnly',
  setup(build) {
    build.onResolve({ filter: /\/(?:import|ownPandoc)\// }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace: 'node-only' } : undefined,
    )
    build.onResolve(
      { filter: /\/(?:quotation\/(?:judgeQuotation|passageIndex)|features\/importing)\.ts$/ },
      ({ path }) => ({
        path,
        namespace: 'without-official-texts',
      }),
    )
    build.onResolve(
      { filter: new RegExp(`/(?:${officialCommands.join('|')})\\.ts$`) },
      ({ path }) => ({
        path,
        namespace: 'official-commands',
      }),
    )
    build.onLoad({ filter: /.*/, namespace: 'node-only' }, () => ({ contents: refusal }))
    build.onLoad({ filter: /.*/, namespace: 'official-commands' }, () => ({
      contents: officialCommands
        .map((name) => `export const ${name} = async () => { ${refusal} }`)
        .join('\n'),
    }))
    build.onLoad({ filter: /.*/, namespace: 'without-official-texts' }, () => ({
      contents: [
        'export const indexPassages = () => undefined',
        'export const [corpusFileOf, correctedParts] = []',
        'export const [outlineRows] = []',
        "export const judgeQuotation = () => ({ verdict: 'no official text', alterations: [] })",
      ].join('\n'),
    }))
  },
}
