/** Commands about official documents, each in a module of its name. */
const officialCommands = [
  'attachOfficialDocument',
  'compareEditions',
  'detachOfficialDocument',
  'downloadOfficialDocument',
  'importInstrument',
  'insertQuotation',
  'showPassage',
]

/** Modules of core that are about official texts, and nothing else. */
const ofOfficialTexts = [
  ...['quotation/judgeQuotation', 'quotation/passageIndex', 'report/quotations'],
  ...['official/officialText', 'official/quotedPassage', 'quoted/quotations'],
  ...['official/dayOfDocument', 'official/officialVersions'],
  ...['official/attachedFiles', 'official/officialTexts', 'indexes/attachedWords'],
  ...['providers/quotations'],
  ...['official/passageOf', 'official/passageViews', 'wording/quotationText'],
  ...['official/passageMarks'],
  ...['importing/importing', 'features/passageView', 'features/quoteSuggestions'],
]

/** What these give where there is no official text: nothing, and none. */
const nothing = [
  ...['indexPassages', 'findPassages', 'printedPages'],
  ...['quotedPassage', 'passageView', 'suggestQuotations'],
  ...['dayOfDocument', 'inOrderOfDays', 'meantText', 'passageOf'],
  ...[
    'passageDocumentProvider',
    'quotationText',
    'toldText',
    'toldReason',
    'toldQuotationAt',
    'toldVerdict',
    'verdictCount',
    'isToldOf',
  ],
]
const none = ['quotationsIn', 'judgeQuotations']

const refusal = 'throw new Error("This needs processes, which the web does not have.")'

/** esbuild plugin for what runs in the web: what needs a process or a disk, loaded when that is asked for, is not there. */
export const withoutNode = {
  name: 'withoutNode',
  setup(build) {
    build.onResolve({ filter: /\/(?:import|ownPandoc|disk|thread)\// }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace: 'node-only' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'node-only' }, () => ({ contents: refusal }))
  },
}

/**
 * esbuild plugin for the web build. What lies in src/import, src/ownPandoc, src/disk and src/thread needs processes, threads or a disk, which
 * the web worker does not have: the commands that load it are not offered there, and neither these nor it are bundled. So there
 * are no official texts either: no quotation is ever compared with one, and none is imported.
 */
export const nodeOnly = {
  name: 'nodeOnly',
  setup(build) {
    withoutNode.setup(build)
    // Some are named by their neighbours alone.
    const neighbours = '^\\./(?:quotations|quotationText)'
    const official = new RegExp(`(?:/(?:${ofOfficialTexts.join('|')})|${neighbours})\\.ts$`)
    build.onResolve({ filter: official }, ({ path }) => ({
      path,
      namespace: 'without-official-texts',
    }))
    build.onResolve(
      { filter: new RegExp(`/(?:${officialCommands.join('|')})\\.ts$`) },
      ({ path }) => ({
        path,
        namespace: 'official-commands',
      }),
    )
    build.onResolve({ filter: /\/(?:misreadPandocPath|lastRun)\.ts$/ }, ({ path }) => ({
      path,
      namespace: 'without-pandoc',
    }))
    build.onLoad({ filter: /.*/, namespace: 'without-pandoc' }, () => ({
      contents: [
        'export const misreadPandocPath = async () => []',
        'export class LastRun { dispose() {} }',
      ].join('\n'),
    }))
    // What documents score at most only spares work: there all that may fit are scored.
    build.onResolve({ filter: /\/ceilings\.ts$/ }, ({ path }) => ({
      path,
      namespace: 'without-ceilings',
    }))
    build.onLoad({ filter: /.*/, namespace: 'without-ceilings' }, () => ({
      contents: [
        'export const hasCeilings = () => false',
        'export const eachByCeiling = () => undefined',
      ].join('\n'),
    }))
    build.onLoad({ filter: /.*/, namespace: 'official-commands' }, () => ({
      contents: officialCommands
        .map((name) => `export const ${name} = async () => { ${refusal} }`)
        .join('\n'),
    }))
    build.onLoad({ filter: /.*/, namespace: 'without-official-texts' }, () => ({
      contents: [
        ...nothing.map((name) => `export const ${name} = () => undefined`),
        ...none.map((name) => `export const ${name} = () => []`),
        'export const officialTextsOf = () => () => undefined',
        'export const quotationsProvider = () => ({ provideCompletionItems: () => undefined })',
        'export class AttachedFiles {}',
        'export class PassageMarks { dispose() {} }',
        'export class AttachedWords { dispose() {} }',
        'export class OfficialTexts { onDidChange = () => this; dispose() {} }',
        'export const findQuotationProblems = () => ({ altered: [], misplaced: [], unknown: [], ofOthers: [], open: [] })',
      ].join('\n'),
    }))
  },
}
