import type { Outline } from '../../../core/official/outline.ts'
import { DocumentError } from '../../documentError.ts'
import {
  childElements,
  descendant,
  lineOf,
  type MarkupElement,
  type MarkupNode,
} from '../../markup/element.ts'
import { LanguageCount, outlineOfBlocks, saidTitle } from '../page.ts'
import { packedXml } from '../packedXml.ts'
import { unzip } from '../zipFile.ts'
import { Numbering } from './numbering.ts'
import { readBody } from './readBody.ts'
import type { NoteReference } from './runs.ts'
import { Styles } from './styles.ts'

/**
 * The outline of a document in WordprocessingML, as Word, LibreOffice, WPS and Google Docs write it:
 * headings by their styles, numbers of lists as they are printed, what was inserted, and not what was
 * deleted.
 *
 * @throws DocumentError where it is damaged or beyond the limits.
 */
export function readDocx(bytes: Uint8Array): Outline {
  const docx = new Package(bytes)
  const body = descendant(docx.document, 'body')
  if (body === undefined) throw new DocumentError('malformed', 'a document without a body')
  const styles = new Styles(docx.related('styles'))
  const numbering = new Numbering(docx.related('numbering'), styles)
  const languages = new LanguageCount()
  const notes = {
    footnote: notesIn(docx.related('footnotes')),
    endnote: notesIn(docx.related('endnotes')),
  }
  const noteOf = ({ of, id }: NoteReference): readonly MarkupNode[] => notes[of].get(id) ?? []
  const read = readBody(body.children, { styles, numbering, languages, noteOf })
  const { title, date, language } = propertiesIn(docx.related('core-properties'))
  const outline = outlineOfBlocks(
    {
      title: read.title ?? saidTitle(title),
      date,
      language: languages.most(language),
    },
    read.blocks,
  )
  return { ...outline, unread: [...outline.unread, ...read.unread] }
}

/** The notes of a part, by their ids; those that only draw lines are none. */
function notesIn(root: MarkupElement | undefined): ReadonlyMap<string, readonly MarkupNode[]> {
  const notes = root === undefined ? [] : childElements(root)
  const own = notes.filter(({ attributes }) => (attributes.get('type') ?? 'normal') === 'normal')
  return new Map(own.map(({ attributes, children }) => [attributes.get('id') ?? '', children]))
}

function propertiesIn(root: MarkupElement | undefined): {
  readonly title?: string
  readonly date?: string
  readonly language?: string
} {
  const said = (name: string): string | undefined =>
    root === undefined ? undefined : lineOf(childElements(root, name)[0])
  const title = said('title')
  const date = said('modified') ?? said('created')
  const language = said('language')
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(language !== undefined && { language }),
  }
}

/** The parts of a packed document, found by their relations (ISO/IEC 29500-2). */
class Package {
  readonly document: MarkupElement
  readonly #entries: ReadonlyMap<string, Uint8Array>
  readonly #names: ReadonlyMap<string, string>

  constructor(bytes: Uint8Array) {
    const relations = unzip(bytes, (name) => /(?:^|\/)_rels\/[^/]*\.rels$/u.test(name))
    const root = relationsIn(packedXml(relations.get('_rels/.rels')), '')
    const main = root.get('officeDocument') ?? 'word/document.xml'
    const slash = main.lastIndexOf('/') + 1
    const folder = main.slice(0, slash)
    const ofMain = packedXml(relations.get(`${folder}_rels/${main.slice(slash)}.rels`))
    this.#names = new Map([...root, ...relationsIn(ofMain, folder)])
    const needed = new Set([main, ...relatedParts.map((name) => this.#names.get(name))])
    this.#entries = unzip(bytes, (name) => needed.has(name))
    const document = packedXml(this.#entries.get(main))
    if (document === undefined) throw new DocumentError('malformed', `no ${main}`)
    this.document = document
  }

  /** The part that the document calls its `name`. */
  related(name: (typeof relatedParts)[number]): MarkupElement | undefined {
    return packedXml(this.#entries.get(this.#names.get(name) ?? ''))
  }
}

/** What is read beside the document itself, by the last word of the type of its relation. */
const relatedParts = ['styles', 'numbering', 'footnotes', 'endnotes', 'core-properties'] as const

/** The targets of relations, by the last word of their types: `styles`, `officeDocument`. */
function relationsIn(root: MarkupElement | undefined, folder: string): ReadonlyMap<string, string> {
  const relations = root === undefined ? [] : childElements(root, 'Relationship')
  return new Map(
    relations.map(({ attributes }) => {
      const type = attributes.get('Type') ?? ''
      const target = attributes.get('Target') ?? ''
      return [type.slice(type.lastIndexOf('/') + 1), partName(folder, target)]
    }),
  )
}

/** The name of the entry that `target` leads to from `folder`. */
function partName(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const names: string[] = []
  for (const name of `${folder}${target}`.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '.') names.push(name)
  }
  return names.join('/')
}
