import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../support/projectPaths.ts'

/** The kinds of documents that are read, each in its own way. */
export const documentKinds = [
  'markdown',
  'text',
  'html',
  'xml',
  'json',
  'yaml',
  'csv',
  'docx',
  'odt',
  'pdf',
] as const

/** One of {@link documentKinds}. */
export type DocumentKind = (typeof documentKinds)[number]

const kindsByEnding: Readonly<Partial<Record<string, DocumentKind>>> = {
  '.md': 'markdown',
  '.txt': 'text',
  '.html': 'html',
  '.xml': 'xml',
  '.json': 'json',
  '.yaml': 'yaml',
  '.csv': 'csv',
  '.docx': 'docx',
  '.odt': 'odt',
  '.pdf': 'pdf',
}

/** Where small documents of our own lie. */
const folders = [
  'test/support/documents/own',
  'test/import/office',
  'test/import/pdf/set',
  'test/import/pdf/set/sources',
]

/** Whole documents of each kind, small ones of our own. */
export const smallDocuments: ReadonlyMap<DocumentKind, readonly Uint8Array[]> = new Map(
  documentKinds.map((kind) => [
    kind,
    filesOf(kind).map((file) => new Uint8Array(readFileSync(file))),
  ]),
)

function filesOf(kind: DocumentKind): readonly string[] {
  // What must come out of a PDF lies beside it, as text.
  const own = folders.filter((folder) => kind !== 'text' || !folder.endsWith('set'))
  return own.flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder))
      .filter((name) => kindsByEnding[path.extname(name)] === kind)
      .map((name) => path.join(projectRoot, folder, name)),
  )
}
