import { instrumentIdOf, pathOf, type Key } from '../corpus/key.ts'

/** A key as it is compared with what was typed: folded, its parts separated by `.` only, or by nothing. */
export interface KeyForm {
  /** The whole key: `us.aiap.2025.ii.3.1`. */
  readonly full: string
  /** The instrument's part of it: `us.aiap.2025`. */
  readonly id: string
  /** The path: `ii.3.1`; empty for an instrument. */
  readonly path: string
  /** The path without separators: `ii31`. */
  readonly squeezedPath: string
  /** The key without separators. */
  readonly squeezed: string
}

/** The form of `key` that {@link fitKey} compares: its letters and digits are ASCII, and its marks only part it. */
export function keyFormOf(key: Key): KeyForm {
  return keyFormOfParts(dotted(instrumentIdOf(key)), dotted(pathOf(key) ?? ''))
}

/** The form of the key that these are the parts of, in small letters and with `.` for every separator. */
export function keyFormOfParts(id: string, path: string): KeyForm {
  return {
    full: path === '' ? id : `${id}.${path}`,
    id,
    path,
    squeezedPath: path.replaceAll('.', ''),
    squeezed: `${id}${path}`.replaceAll('.', ''),
  }
}

function dotted(text: string): string {
  return text.toLowerCase().replaceAll('-', '.')
}

/**
 * How what was typed fits a key: it is the key or its path (`exact`), a whole part before this one
 * (`below`: `II.3` for `II.3.1`), its beginning (`start`: `I.1` for `I.10`), whole parts inside it
 * (`part`: `3.1`), its last number (`ordinal`: `3`), or what its last label begins with (`prefix`: `sec`).
 */
export type KeyFit = 'exact' | 'below' | 'start' | 'part' | 'ordinal' | 'prefix'

/** How `typed`, folded and with `.` for every separator, fits the key; `undefined` when it does not. */
export function fitKey(typed: string, form: KeyForm): KeyFit | undefined {
  if (typed === '') return undefined
  if (typed === form.full || typed === form.path) return 'exact'
  return typed.includes('.') ? fitDotted(typed, form) : fitPlain(typed, form)
}

function fitDotted(typed: string, form: KeyForm): KeyFit | undefined {
  if (form.full.startsWith(typed)) return startOrBelow(typed, form.full)
  if (form.path.startsWith(typed)) return startOrBelow(typed, form.path)
  return `.${form.path}.`.includes(`.${typed}.`) ? 'part' : undefined
}

function startOrBelow(typed: string, whole: string): KeyFit {
  return whole[typed.length] === '.' ? 'below' : 'start'
}

const digit = /\d/
const onlyDigits = /^\d+$/

function fitPlain(typed: string, form: KeyForm): KeyFit | undefined {
  if (typed === form.squeezed || typed === form.squeezedPath) return fitOfSqueezed(typed)
  if (form.path === '') return form.squeezed.startsWith(typed) ? 'start' : undefined
  if (isPrefix(typed)) return isOfLabel(typed, form) ? 'prefix' : undefined
  if (form.path.startsWith(`${typed}.`)) return onlyDigits.test(typed) ? 'part' : 'below'
  if (onlyDigits.test(typed)) return form.path.endsWith(`.${typed}`) ? 'ordinal' : undefined
  if (mayGoOn(typed, form) && startsSqueezed(typed, form)) return 'start'
  return `.${form.path}.`.includes(`.${typed}.`) ? 'part' : undefined
}

/** `57` is `5.7` only for whom there is no `57`. */
function fitOfSqueezed(typed: string): KeyFit {
  return onlyDigits.test(typed) ? 'start' : 'exact'
}

/** Whether it is a prefix of labels, such as `sec` or `annex`, which says nothing of which one is meant. */
function isPrefix(typed: string): boolean {
  return typed.length > 1 && /^[a-z]+$/.test(typed) && !roman.test(typed)
}

/** Whether the label of the provision itself begins with it: `sec` fits `annex-I.sec-A`, and nothing below that. */
function isOfLabel(prefix: string, { path }: KeyForm): boolean {
  return path.split('.').at(-2) === prefix
}

const roman = /^[ivxlcdm]+$/
const romanPath = /^[ivxlcdm]+(?:\.|$)/

/** Whether what was typed reads as a label that is not finished: a word alone does not. */
function mayGoOn(typed: string, form: KeyForm): boolean {
  return digit.test(typed) || (roman.test(typed) && romanPath.test(form.path))
}

function startsSqueezed(typed: string, form: KeyForm): boolean {
  const reachesPath = typed.length > form.squeezed.length - form.squeezedPath.length
  return form.squeezedPath.startsWith(typed) || (reachesPath && form.squeezed.startsWith(typed))
}
