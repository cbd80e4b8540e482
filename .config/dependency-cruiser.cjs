// The rooms with their doors, and the direction of knowledge, as src/README.md draws them.
const { rulesOf } = require('./roomRules.cjs')
const { rooms } = require('./rooms.cjs')

module.exports = {
  forbidden: [
    ...rulesOf(rooms),
    {
      name: 'only-the-adapter-knows-the-editor',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(vscode/|extension)' },
      to: { path: '(^|/)vscode(/|$)|^src/extension' },
    },
    {
      name: 'core-and-workspace-know-no-platform',
      severity: 'error',
      from: { path: '^src/(core|workspace)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-are-siblings',
      severity: 'error',
      from: { path: '^src/core/features/([^/]+)' },
      to: { path: '^src/core/features/', pathNot: '^src/core/features/$1' },
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
