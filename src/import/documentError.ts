import { inWords, sentence, type Sentence } from '../core/corpus/sentence.ts'

/** Why nothing could be read of an official document. */
export type Refusal =
  | 'encrypted'
  | 'malformed'
  | 'not allowed'
  | 'unknown format'
  | 'unclear fields'
  | 'unknown field'
  | 'no list'
  | 'no text'
  | 'error page'
  | 'log-in page'
  | 'blank page'
  | 'too large'
  | 'too many pages'
  | 'too deep'
  | 'packed too tightly'
  | 'too much text'
  | 'failed'
  | LimitReached

/** The limits that whoever reads a document may raise. */
export type LimitReached = (typeof limitsReached)[number]

const limitsReached = ['too slow', 'too much memory', 'unpacked too large'] as const

/** Whether `reason` is a limit that may be raised. */
export function isLimitReached(reason: Refusal): reason is LimitReached {
  return limitsReached.some((limit) => limit === reason)
}

/** A field of a list, and what stands in it first. */
export interface SeenField {
  readonly name: string
  readonly values: readonly string[]
}

/**
 * Thrown where an official document cannot be read; `reason` says why, `message` what was said of it,
 * `names` what {@link whyRefused} names of the document: a format, an element, or fields; and `fields` what
 * there is to choose from where nobody knows which of them is what.
 */
export class DocumentError extends Error {
  readonly reason: Refusal
  readonly names: readonly string[]
  readonly fields: readonly SeenField[]

  constructor(
    reason: Refusal,
    message: string,
    names: readonly string[] = [],
    fields: readonly SeenField[] = [],
  ) {
    super(message)
    this.name = 'DocumentError'
    this.reason = reason
    this.names = names
    this.fields = fields
  }
}

/** What a document may have at most, and what the process that reads it may take at most. */
export const documentLimits = {
  /** Of the file, in bytes. */
  bytes: 100_000_000,
  pages: 5_000,
  /** Of all text, in UTF-16 units. */
  characters: 20_000_000,
  /** Of elements within one another. */
  depth: 500,
  /** Of all the time, in milliseconds. */
  time: 30_000,
  /** Resident in memory, in megabytes. */
  memory: 512,
} as const

type OtherRefusal = Exclude<Refusal, LimitReached>

/** What a free program is told, so that words can be read. */
const recognise = {
  picture: 'ocrmypdf --image-dpi 300 picture.png document.pdf',
  scan: 'ocrmypdf scan.pdf document.pdf',
} as const

/** Why nothing could be read, said of the document, with what to do where there is something. */
const refusals: Readonly<Record<OtherRefusal, Sentence>> = {
  encrypted: sentence`it is encrypted. Save a copy without a password.`,
  malformed: sentence`it is damaged, or of a format that is not read. Download it again, or save it anew in the program that made it.`,
  'not allowed': sentence`it declares a document type of its own, which is not read.`,
  'unknown format': sentence`its format is not one that is read. Save it as PDF, DOCX, ODT or HTML.`,
  'unclear fields': sentence`what the fields of its list mean is not evident.`,
  'unknown field': sentence`its list has no such field.`,
  'no list': sentence`it holds no list: items that have the same fields, such as number, title and text.`,
  'no text': sentence`it holds pictures of pages, but no text. Have its words recognized, for example with “${recognise.scan}”, and take what that writes.`,
  'error page': sentence`it is a page that a site gave in place of the document. Open the address in a browser, and save the document there.`,
  'log-in page': sentence`it is a page that asks to log in, which a site gave in place of the document. Log in with a browser, and save the document there.`,
  'blank page': sentence`it is a page that has its words only in a browser. Open it in one, and print it as a PDF.`,
  'too deep': sentence`its parts are nested too deep. Save the text of the instrument alone as a file of its own.`,
  'packed too tightly': sentence`it unpacks to far more than a document has. Open it in the program that made it, and save it anew.`,
  'too large': sentence`it is too large.`,
  'too many pages': sentence`it has too many pages. Save those of the instrument as a file of their own.`,
  'too much text': sentence`it holds too much text.`,
  failed: sentence`reading it stopped halfway; it may need too much memory.`,
}

/** What is found in place of a document that has a format: the first name of an `unknown format`. */
export const found = { picture: 'a picture', archive: 'an archive', nothing: 'no words' } as const

const notRead: ReadonlyMap<string, Sentence> = new Map([
  [
    found.picture,
    sentence`it is a picture. Make a PDF of it whose words can be read, for example with “${recognise.picture}”.`,
  ],
  [found.archive, sentence`it is an archive. Unpack it, and choose the document in it.`],
  [
    found.nothing,
    sentence`it is empty. Download it again, or save it again from where it was made.`,
  ],
])

function unknownRoot(root: string): Sentence {
  return sentence`its root, ${root}, is of no format that is read: StratML, Akoma Ntoso, USLM, Formex, CLML, Justice Laws XML, Federal Register XML and OSCAL catalogs are. Take it in one of these, or save it as PDF, HTML or Markdown.`
}

function otherFormat(format: string, other: string): Sentence {
  return sentence`it is of the format ${format}, which is not read. Save it as ${other}, and take that.`
}

/** The same where it names what was found, and what to do about that. */
const namingRefusals: Readonly<
  Partial<Record<OtherRefusal, (...names: readonly string[]) => Sentence>>
> = {
  'unknown format': (name = '', other?: string) =>
    notRead.get(name) ?? (other === undefined ? unknownRoot(name) : otherFormat(name, other)),
  'unclear fields': (fields = '') =>
    sentence`what the fields of its list mean is not evident: ${fields}. Say which is which with \`--map label=FIELD,title=FIELD,text=FIELD,parent=FIELD\`, or likewise under \`fields\` in its corpus file.`,
  'unknown field': (field = '', fields = '') =>
    sentence`its list has no field “${field}”, but these: ${fields}. Say which is which with \`--map label=FIELD,title=FIELD,text=FIELD,parent=FIELD\`, or likewise under \`fields\` in its corpus file.`,
  'error page': (title = '') =>
    sentence`it is a page that a site gave in place of the document: “${title}”. Open the address in a browser, and save the document there.`,
}

/** Why a document was refused, but for limits that may be raised, with the names of what was found in it where there are any. */
export function whyRefused({
  reason,
  names = [],
}: {
  readonly reason: OtherRefusal
  readonly names?: readonly string[]
}): Sentence {
  const naming = names.length > 0 ? namingRefusals[reason] : undefined
  return naming === undefined ? refusals[reason] : naming(...names)
}

/** That a document is damaged, in our words: what libraries say of packed bytes helps nobody. */
export function damaged(): DocumentError {
  return new DocumentError('malformed', inWords(whyRefused({ reason: 'malformed' })))
}
