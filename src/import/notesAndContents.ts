import { addAll } from '../core/text/lists.ts'
import type { Aside, Outline, PageStart, Part, Unread } from '../core/official/outline.ts'

/**
 * `outline` without its notes and tables of contents: neither is said by a provision, and none of them takes a
 * key. Their words stand beside all parts, and how many they are is listed. Divisions that a table of
 * contents or a list of notes seems to hold, since their headings are smaller, stand in its place.
 */
export function withoutNotesAndContents(outline: Outline): Outline {
  const taken = new Taken(entriesIn(outline.parts))
  const parts = taken.without(outline.parts)
  if (taken.asides.length === 0) return outline
  const { title, ...others } = outline
  return {
    ...others,
    ...(title !== undefined && !contents.test(title) && { title }),
    parts,
    asides: [...(outline.asides ?? []), ...taken.asides],
    unread: [...outline.unread, ...taken.unread],
  }
}

const notes =
  /^(?:(?:end|foot)?\s?notes?|references|bibliography|works cited|notes and references|(?:list of )?sources cited|参考文献|參考文獻|注释|注釋|註釋|尾注|脚注)\s?[:：]?$/iu
const contents =
  /^(?:(?:table of )?contents|list of (?:figures|tables|boxes)(?: and (?:figures|tables|boxes))?|目\s{0,4}[录錄次])\s?[:：]?$/iu

/** Whether notes at the end of a document, or its sources, stand below `heading`. */
export function isNotesHeading(heading: string | undefined): boolean {
  return heading !== undefined && notes.test(heading)
}

/** `第一章　総則（第一条・第二条）`, as the contents of Japanese laws name each chapter's articles. */
const namesArticles = /^第[^\s（）]{1,7}\s.{0,60}（第[^（）]{0,30}条[^（）]{0,30}）$/u

/** A line of a table of contents: `Goals ........ 5`. */
export function isContentsLine(text: string): boolean {
  if (namesArticles.test(text)) return true
  if (text.length > 300 || !/[\divxl]$/u.test(text)) return false
  const line = text
    .slice(-30)
    .replace(/[\divxl]{1,7}$/u, '')
    .replaceAll(/\s/gu, '')
  return /(?:[.·．]{4}|…{2})$/u.test(line)
}

class Taken {
  readonly asides: Aside[] = []
  readonly unread: Unread[] = []
  readonly #entries: ReadonlySet<Part>

  constructor(entries: ReadonlySet<Part>) {
    this.#entries = entries
    if (entries.size > 0) {
      this.#list('table of contents', entries.size, 'lines', [...entries][0])
    }
  }

  without(parts: readonly Part[]): readonly Part[] {
    const isNote = notesAtEnd(parts)
    if (isNote.size > 0) this.#list('notes', isNote.size, 'notes', [...isNote][0])
    return parts.flatMap((part) => {
      if (this.#entries.has(part)) return this.#takeEntry(part)
      if (isNote.has(part)) {
        this.#takeWords(part, 'note')
        return []
      }
      const kind = part.level === 'division' ? besideKind(part) : undefined
      return kind === undefined ? [this.#within(part)] : this.#takeDivision(part, kind)
    })
  }

  /** `part` without notes behind its own text, and without what is none of its parts. */
  #within(part: Part): Part {
    const below = this.without(part.parts)
    const { text, taken } = withoutNotes(part.text)
    if (taken.length === 0) return below === part.parts ? part : { ...part, parts: below }
    this.asides.push({ kind: 'note', text: taken.join('\n\n'), ...pageOf(part, text.length) })
    this.#list('notes', taken.length, 'notes', { text: taken[0] ?? '' })
    return {
      ...part,
      text,
      parts: below.map((child) => nearer(child, text.length)),
      ...(part.pageStarts !== undefined && { pageStarts: within(part.pageStarts, text.length) }),
    }
  }

  /** A division of notes, or of contents; what may be a part of the document remains. */
  #takeDivision(part: Part, kind: Aside['kind']): readonly Part[] {
    const isOwn = (child: Part): boolean =>
      kind === 'text' ? !isEntry(child) : child.level === 'division' && child.label !== undefined
    const own = part.parts.filter(isOwn)
    const others = part.parts.filter((child) => !isOwn(child))
    const lines = part.text === '' ? [] : part.text.split('\n\n')
    this.#list(
      part.heading ?? (kind === 'note' ? 'notes' : 'contents'),
      lines.length + others.length,
      kind === 'note' ? 'notes' : 'lines',
      { text: lines[0] ?? others[0]?.text ?? '' },
    )
    this.#takeWords({ ...part, parts: [] }, kind)
    for (const child of others) this.#takeWords(child, kind)
    return this.without(own).map(withoutPlace)
  }

  #takeEntry(part: Part): readonly Part[] {
    const own = part.parts.filter((child) => !this.#entries.has(child))
    const entries = part.parts.filter((child) => this.#entries.has(child))
    this.#takeWords({ ...part, parts: entries }, 'text')
    return this.without(own).map(withoutPlace)
  }

  #takeWords(part: Part, kind: Aside['kind']): void {
    const words = [part.printed ?? part.heading ?? '', part.text].filter((text) => text !== '')
    const page = pageOf(part, 0)
    if (words.length > 0) this.asides.push({ kind, text: words.join('\n\n'), ...page })
    addAll(this.asides, part.asides ?? [])
    for (const child of part.parts) this.#takeWords(child, kind)
  }

  #list(
    where: string,
    count: number,
    what: 'notes' | 'lines',
    first: Pick<Part, 'text' | 'heading'> | undefined,
  ): void {
    const words = first?.heading ?? first?.text ?? ''
    const excerpt = words.length > 60 ? `${words.slice(0, 60)}…` : words
    const from = excerpt === '' ? '' : `, from “${excerpt}”`
    this.unread.push({ where, what: count === 0 ? 'heading' : `${what}: ${String(count)}${from}` })
  }
}

/** What a division holds that is none of the document's own. */
function besideKind({ heading = '', kind }: Part): Aside['kind'] | undefined {
  if (notes.test(heading)) return 'note'
  // An annex may be a list that is called so.
  return contents.test(heading) && kind !== 'annex' ? 'text' : undefined
}

/** Whether a part in a table of contents is a line of it, and no part of the document that follows. */
function isEntry({ level, heading, text, parts }: Part): boolean {
  return level === 'measure' && parts.length === 0 && (heading ?? '').length + text.length <= 200
}

/** Kinds that a table of contents lists. */
const listedKinds: ReadonlySet<string | undefined> = new Set([
  ...['title', 'part', 'chapter', 'section', 'article', 'annex', undefined],
])

/**
 * The lines of a table of contents without a heading of its own: parts without words, or the last of several, whose
 * number comes again further down, on a part that has words. Fewer than three are none.
 */
function entriesIn(parts: readonly Part[]): ReadonlySet<Part> {
  const all: Part[] = []
  const empty = new Set<Part>()
  collect(parts, all, empty)
  const said = new Map(all.filter((part) => !empty.has(part)).map((part) => [nameOf(part), part]))
  const entries = new Set<Part>()
  let before: Part | undefined
  for (const part of all) {
    const isListed = part.label !== undefined && listedKinds.has(part.kind)
    const again = isListed ? said.get(nameOf(part)) : undefined
    const isBehind = before !== undefined && entries.has(before) && part.parts.length === 0
    const isEntry = again !== undefined && again !== part && alike(part, again)
    if (isEntry && (empty.has(part) || isBehind)) entries.add(part)
    before = part
  }
  return entries.size >= 3 ? entries : new Set()
}

/** All of `parts` in their order, and those of them that have no words but headings. */
function collect(parts: readonly Part[], all: Part[], empty: Set<Part>): void {
  for (const part of parts) {
    all.push(part)
    collect(part.parts, all, empty)
    if (part.text === '' && part.parts.every((child) => empty.has(child))) empty.add(part)
  }
}

function nameOf({ kind, level, label }: Part): string {
  return `${kind ?? level} ${label ?? ''}`.toLowerCase()
}

/** Whether the heading of one begins with that of the other, whatever the case. */
function alike(one: Part, other: Part): boolean {
  const [first, second] = [folded(one), folded(other)]
  return first !== '' && (second.startsWith(first) || first.startsWith(second))
}

function folded({ heading, text }: Part): string {
  return (heading ?? text.slice(0, 200)).toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** The last of `parts`, where they are a list of notes, counted from 1, most of which name a source. */
function notesAtEnd(parts: readonly Part[]): ReadonlySet<Part> {
  const from = parts.findLastIndex(
    ({ level, kind, label, parts: below }) =>
      level === 'measure' && kind === undefined && label === '1' && below.length === 0,
  )
  const last = from === -1 ? [] : parts.slice(from)
  const isCounted = last.every(
    ({ level, label }, at) => level === 'measure' && label === String(at + 1),
  )
  const named = last.filter(({ text }) => namesSource(text))
  return isCounted && last.length >= 2 && named.length >= last.length * 0.7
    ? new Set(last)
    : new Set()
}

/** What only a reference to a source has. */
const source =
  /https?:\/\/|\bwww\.|\bdoi[:\s]|\bibid\b|\bop\. cit\.|\bet al\b|^see\b|\b(?:accessed|retrieved)\b|\bvol\. ?\d|\[[JMDROCN](?:\/OL)?\]|↩/iu

function namesSource(text: string): boolean {
  const beginning = text.slice(0, 2000)
  return source.test(beginning) || namesAuthor(beginning)
}

/** Whether a year in brackets stands behind a name, `Miller, A. (2019)`; alone it is but a date. */
function namesAuthor(text: string): boolean {
  const [before, year] = text.split(/ \((?=(?:19|20)\d\d[a-z]?\))/u, 2)
  if (before === undefined || year === undefined) return false
  return /^\p{Lu}/u.test(before.slice(before.lastIndexOf(' ') + 1))
}

const noteMark = /^(?:\[(\d{1,3})\]|(\d{1,3})|([⁰¹²³\u2074-\u2079]{1,3}))\s?(?=[^\s\d.,)])/u

/** `text` without the notes at its end: paragraphs with a mark, which count on, and name sources. */
function withoutNotes(text: string): { readonly text: string; readonly taken: readonly string[] } {
  const paragraphs = text.split('\n\n')
  let first = paragraphs.length
  let next: number | undefined
  for (let at = paragraphs.length - 1; at >= 0; at--) {
    const paragraph = paragraphs[at] ?? ''
    const [whole, inBrackets, bare, raised] = noteMark.exec(paragraph) ?? []
    const number = Number((inBrackets ?? bare ?? raised ?? '').normalize('NFKC'))
    const isNote = whole !== undefined && (bare === undefined || namesSource(paragraph))
    if (!isNote || (next !== undefined && number !== next - 1)) break
    first = at
    next = number
  }
  const taken = paragraphs.slice(first)
  const isSure = taken.length >= 2 ? taken.some(namesSource) : (taken[0] ?? '').startsWith('[1]')
  return isSure ? { text: paragraphs.slice(0, first).join('\n\n'), taken } : { text, taken: [] }
}

/** `part`, which stands at the end of a text that got shorter where it stood behind that. */
function nearer(part: Part, length: number): Part {
  return part.at !== undefined && part.at >= length ? withoutPlace(part) : part
}

/** `part` outside of what it stood in. */
export function withoutPlace(part: Part): Part {
  const { at, ...anywhere } = part
  return at === undefined ? part : anywhere
}

function within(pageStarts: readonly PageStart[], length: number): readonly PageStart[] {
  return pageStarts.filter(({ offset }) => offset === 0 || offset < length)
}

/** The page that what stands at `offset` of the text of a part stands on, where the document has pages. */
function pageOf({ pages, pageStarts }: Part, offset: number): { readonly page?: number } {
  const page = pageStarts?.findLast((start) => start.offset <= offset)?.page ?? pages?.first
  return page === undefined ? {} : { page }
}
