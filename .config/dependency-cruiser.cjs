// The direction of knowledge, as src/README.md draws it.
module.exports = {
  forbidden: [
    {
      name: 'core-knows-no-editor',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '(^|/)vscode(/|$)|^src/(vscode/|extension)' },
    },
    {
      name: 'core-knows-no-platform',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-are-siblings',
      severity: 'error',
      from: { path: '^src/core/features/([^/]+)' },
      to: { path: '^src/core/features/', pathNot: '^src/core/features/$1' },
    },
    {
      name: 'models-know-no-feature',
      severity: 'error',
      from: { path: '^src/core/(?!features/)' },
      to: { path: '^src/core/features/' },
    },
    {
      name: 'text-knows-only-text',
      severity: 'error',
      from: { path: '^src/core/text/' },
      to: { path: '^src/', pathNot: '^src/core/text/' },
    },
    {
      name: 'corpus-knows-only-text',
      severity: 'error',
      from: { path: '^src/core/corpus/' },
      to: { path: '^src/', pathNot: '^src/core/(corpus|text)/' },
    },
    {
      name: 'search-knows-only-corpus-and-text',
      severity: 'error',
      from: { path: '^src/core/search/' },
      to: { path: '^src/', pathNot: '^src/core/(search|words|corpus|text)/' },
    },
    {
      name: 'citation-knows-only-corpus-and-text',
      severity: 'error',
      from: { path: '^src/core/citation/' },
      to: { path: '^src/', pathNot: '^src/core/(citation|pandoc|corpus|text)/' },
    },
    {
      name: 'official-knows-only-corpus-and-text',
      severity: 'error',
      from: { path: '^src/core/official/' },
      to: { path: '^src/', pathNot: '^src/core/(official|corpus|text)/' },
    },
    {
      name: 'quotation-knows-only-corpus-and-text',
      severity: 'error',
      from: { path: '^src/core/quotation/' },
      to: { path: '^src/', pathNot: '^src/core/(quotation|corpus|text)/' },
    },
    {
      name: 'import-knows-only-core',
      severity: 'error',
      from: { path: '^src/import/' },
      to: { path: '^src/', pathNot: '^src/(import|core/(official|corpus|text))/' },
    },
    {
      name: 'export-knows-only-citation-and-corpus',
      severity: 'error',
      from: { path: '^src/core/export/' },
      to: { path: '^src/', pathNot: '^src/core/(export|bibliography|citation|corpus|text)/' },
    },
    {
      name: 'command-line-knows-no-editor',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '(^|/)vscode(/|$)|^src/(vscode/|extension)' },
    },
    {
      name: 'core-knows-no-wing',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '^src/(import|cli|wording)/' },
    },
    {
      name: 'wording-knows-only-core',
      severity: 'error',
      from: { path: '^src/wording/' },
      to: { path: '^src/', pathNot: '^src/(wording|core)/' },
    },
    {
      name: 'report-knows-no-search',
      severity: 'error',
      from: { path: '^src/core/report/' },
      to: { path: '^src/core/search/' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'src-knows-no-test',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
}
