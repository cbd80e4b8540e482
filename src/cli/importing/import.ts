import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Corpus } from '../../core/corpus/corpus.ts'
import { sentence } from '../../core/corpus/sentence.ts'
import { keyOf, parseKey } from '../../core/corpus/key.ts'
import { corpusFileOf } from '../../core/features/importing/importing.ts'
import { idFor } from '../../core/features/newCorpusFile.ts'
import type { Outline, Unread } from '../../core/official/outline.ts'
import { fieldMapText, parseFieldMap } from '../../core/corpus/imports/fieldMap.ts'
import type { Words } from '../../wording/words.ts'
import { Failure, Misuse } from '../failure.ts'
import { writeText } from '../files.ts'
import { documentIn, noParts, readDocument, type ReaderOfDocuments } from '../officialTexts.ts'

/** What is to be imported. */
export interface ImportRequest extends ReaderOfDocuments {
  readonly file: string
  /** The id of the instrument; made of its title where it is not given. */
  readonly id: string | undefined
  /** The file that is written, which must not be there. */
  readonly output: string | undefined
  /** Which fields of a list are what: `label=code,title=name`. */
  readonly map?: string | undefined
}

/** What was made of a document. */
export interface Imported {
  /** The corpus file; empty where it was written to a file. */
  readonly text: string
  readonly unread: readonly Unread[]
}

/**
 * A corpus file made from an official document.
 *
 * @throws Failure where it cannot be read, nothing is in it, or the output is there already.
 */
export async function importDocument(request: ImportRequest, corpus: Corpus): Promise<Imported> {
  const { file, output } = request
  const { outline, sha256, listFields } = await readParts(request)
  const title = outline.title ?? path.basename(file, path.extname(file))
  const id = request.id ?? idFor(title, (one) => corpus.byKey.has(one))
  if (parseKey(id) === undefined || keyOf(id, '1') === undefined) {
    throw new Failure(sentence`“${id}” is no id: lower-case letters, digits and single hyphens.`)
  }
  const { type = 'plan', unread } = outline
  const text = corpusFileOf({ outline, id, type, title, sha256, listFields }, corpus)
  if (output === undefined) return { text, unread }
  if (existsSync(output)) throw new Failure(sentence`${output} is there already.`)
  await writeText(output, text, { onlyNew: true })
  return { text: '', unread }
}

/** A document that is to be imported, as it was read. */
interface ReadParts {
  readonly outline: Outline
  /** What its bytes come to: 64 hexadecimal digits. */
  readonly sha256: string
  /** Which field is what, where somebody said so. */
  readonly listFields: string | undefined
}

/**
 * The outline of the document that is to be imported. Which field is what in a list is told by `map`, else by
 * `listFields`, what the corpus file says that it is written into.
 *
 * @throws Failure where it cannot be read, or nothing is in it.
 */
export async function readParts(
  request: Pick<ImportRequest, 'file' | 'map'> & ReaderOfDocuments,
  listFields?: string,
): Promise<ReadParts> {
  const { file, map } = request
  const said = map === undefined ? undefined : parseFieldMap(map)
  if (map !== undefined && said === undefined) {
    throw new Misuse(
      sentence`“${map}” does not say which field is what: write it as \`label=code,title=name,text=description,parent=goal\`.`,
    )
  }
  const document = documentIn(file)
  const fields = said === undefined ? listFields : fieldMapText(said)
  const outline = await readDocument(document, request, fields)
  if (outline.parts.length === 0) throw new Failure(noParts(file))
  const sha256 = createHash('sha256').update(document.bytes).digest('hex')
  return { outline, sha256, listFields: fields }
}

/** That something in `file` was not understood: where, and what it is. */
export function notUnderstood(file: string, { where, what }: Unread, t: Words): string {
  return t('{0}, {1}: not understood: {2}', file, placeText(where, t), contentText(what, t))
}

function placeText(where: string, t: Words): string {
  const [unit, number] = where.split(' ')
  if (number === undefined) return where
  if (unit === 'line') return t('line {0}', number)
  return unit === 'page' ? t('page {0}', number) : where
}

function contentText(what: string, t: Words): string {
  if (what === 'table') return t('table')
  if (what === 'a table of contents') return t('a table of contents')
  if (what === '1 line in small type: a note, or a caption') {
    return t('1 line in small type: a note, or a caption')
  }
  const [notes, count] = /^(\d+) lines in small type: notes, or captions$/u.exec(what) ?? []
  return notes === undefined
    ? what
    : t('{0} lines in small type: notes, or captions', Number(count))
}
