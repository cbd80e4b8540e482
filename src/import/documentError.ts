import { sentence, type Sentence } from '../core/corpus/sentence.ts'

/** Why nothing could be read of an official document. */
export type Refusal =
  | 'encrypted'
  | 'malformed'
  | 'not allowed'
  | 'unknown format'
  | 'unclear fields'
  | 'unknown field'
  | 'no list'
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

/**
 * Thrown where an official document cannot be read; `reason` says why, `message` what was said of it, and
 * `names` what {@link whyRefused} names of the document: an element, or fields.
 */
export class DocumentError extends Error {
  readonly reason: Refusal
  readonly names: readonly string[]

  constructor(reason: Refusal, message: string, names: readonly string[] = []) {
    super(message)
    this.name = 'DocumentError'
    this.reason = reason
    this.names = names
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

/** Why nothing could be read, said of the document, with what to do where there is something. */
const refusals: Readonly<Record<OtherRefusal, Sentence>> = {
  encrypted: sentence`it is encrypted. Save a copy without a password.`,
  malformed: sentence`it is damaged, or of a format that is not read.`,
  'not allowed': sentence`it declares a document type of its own, which is not read.`,
  'unknown format': sentence`its format is not one that is read.`,
  'unclear fields': sentence`what the fields of its list mean is not evident.`,
  'unknown field': sentence`its list has no such field.`,
  'no list': sentence`it holds no list: items that have the same fields, such as number, title and text.`,
  'too deep': sentence`its parts are nested too deep. Save the text of the instrument alone as a file of its own.`,
  'packed too tightly': sentence`it unpacks to far more than a document has. Open it in the program that made it, and save it anew.`,
  'too large': sentence`it is too large.`,
  'too many pages': sentence`it has too many pages. Save those of the instrument as a file of their own.`,
  'too much text': sentence`it holds too much text.`,
  failed: sentence`reading it stopped halfway; it may need too much memory.`,
}

/** The same where it names what was found, and what to do about that. */
const namingRefusals: Readonly<
  Partial<Record<OtherRefusal, (...names: readonly string[]) => Sentence>>
> = {
  'unknown format': (root = '') =>
    sentence`its root, ${root}, is of no format that is read: StratML, Akoma Ntoso, USLM, Formex, CLML, Justice Laws XML, Federal Register XML and OSCAL catalogs are. Take it in one of these, or save it as PDF, HTML or Markdown.`,
  'unclear fields': (fields = '') =>
    sentence`what the fields of its list mean is not evident: ${fields}. Import it on the command line, and say which is which with \`--map label=FIELD,title=FIELD,text=FIELD,parent=FIELD\`.`,
  'unknown field': (field = '', fields = '') =>
    sentence`its list has no field “${field}”, but these: ${fields}.`,
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
