/** What a workspace may hold: paths of files in it. */
export const corpusTree: readonly string[] = [
  '.policy/b.md',
  '.policy/a.md',
  '.policy/sub/deeper/c.md',
  '.policy/.hidden/d.md',
  '.policy/LOUD.MD',
  '.policy/notes.txt',
  'plans/one.md',
  'plans/two.markdown',
  'plans (2025)/three.md',
  'plans/2030/four.md',
  'plans/2031/five.md',
  'plans/.draft.md',
  'packages/node_modules/some/six.md',
  'single/計劃 一.md',
  'report.md',
  'reports/REPORT.QMD',
  'reports/deeper/chapter.Rmd',
  'node_modules/some/README.md',
  '.git/description.md',
]

/** A setting `policyCitation.corpora`, and the files of the tree that are found with it, in order. */
export interface FoundCorpora {
  readonly corpora: readonly string[]
  readonly found: readonly string[]
}

const ownFolder = [
  '.policy/.hidden/d.md',
  '.policy/a.md',
  '.policy/b.md',
  '.policy/sub/deeper/c.md',
] as const

export const foundCorpora: readonly FoundCorpora[] = [
  { corpora: [], found: ownFolder },
  { corpora: ['plans/*.md'], found: [...ownFolder, 'plans/.draft.md', 'plans/one.md'] },
  {
    corpora: ['plans/**/*.md'],
    found: [
      ...ownFolder,
      'plans/.draft.md',
      'plans/2030/four.md',
      'plans/2031/five.md',
      'plans/one.md',
    ],
  },
  { corpora: ['plans/203[!0]/*.md'], found: [...ownFolder, 'plans/2031/five.md'] },
  { corpora: ['plans (2025)/*.md'], found: [...ownFolder, 'plans (2025)/three.md'] },
  {
    corpora: ['plans/{2031,2030}/*.md'],
    found: [...ownFolder, 'plans/2030/four.md', 'plans/2031/five.md'],
  },
  { corpora: ['single/計劃 一.md'], found: [...ownFolder, 'single/計劃 一.md'] },
  { corpora: ['./plans/../plans/one.md', '~/one.md'], found: [...ownFolder, 'plans/one.md'] },
  { corpora: ['nowhere/*.md', 'plans/two.*', 'nowhere.md'], found: ownFolder },
  {
    corpora: ['packages/node_modules/*/*.md'],
    found: [...ownFolder, 'packages/node_modules/some/six.md'],
  },
  {
    corpora: ['**/[o-t]*.md'],
    found: [...ownFolder, 'plans (2025)/three.md', 'plans/one.md', 'report.md'],
  },
]

/** The reports of the tree without any setting, in order. */
export const foundReports: readonly string[] = [
  'plans (2025)/three.md',
  'plans/.draft.md',
  'plans/2030/four.md',
  'plans/2031/five.md',
  'plans/one.md',
  'report.md',
  'reports/REPORT.QMD',
  'reports/deeper/chapter.Rmd',
  'single/計劃 一.md',
]
