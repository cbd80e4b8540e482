import { segmentsOf } from './addresses.ts'
import { skippedFolders, type Way } from './walk.ts'

/**
 * A pattern of paths without alternatives. It means what VS Code's patterns mean: `*` and `?` stand for
 * characters of a name, hidden ones too, `**` for any folders, `[a-z]` and `[!a-z]` for one character;
 * letters are upper or lower case as they are written. Only a name that is written out leads into a
 * folder of packages or of Git.
 */
export interface Glob {
  /** What is wanted where the pattern begins. */
  readonly way: Way
  /** The folders that are written out at its beginning: where to begin to look. */
  readonly prefix: readonly string[]
  /** What is wanted there. */
  readonly behindPrefix: Way
}

/** The patterns that `pattern` stands for, one for each of its `{one,other}`; none where these are too many. */
export function globsOf(pattern: string): readonly Glob[] {
  return alternativesOf(pattern).flatMap((one) => globOf(onceEach(segmentsOf(one)).map(segmentOf)))
}

/** Whether the relative path `path` fits `glob`. */
export function fits({ way }: Glob, path: string): boolean {
  const names = path.split('/')
  const file = names.pop() ?? ''
  return follow(way, names)?.takes(file) === true
}

/** Where `way` leads behind folders of these names; `undefined` where it does not lead there. */
export function follow(way: Way, names: readonly string[]): Way | undefined {
  return names.reduce<Way | undefined>((found, name) => found?.into(name), way)
}

/** Whether `name` is a pattern, and not the path of one file. */
export function isPattern(name: string): boolean {
  return /[*?[\]{}]/u.test(name)
}

/** Names of a pattern in which no `**` follows another. */
function onceEach(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => name !== '**' || names[at - 1] !== '**')
}

/** What one name in a path has to be. */
interface Segment {
  /** The name, where it is written out. */
  readonly name: string | undefined
  readonly isAnyFolders: boolean
  readonly fits: (name: string) => boolean
}

/** A place in a pattern: a segment and what follows it. */
interface Step {
  readonly segment: Segment
  readonly next: Step | undefined
}

function globOf(segments: readonly Segment[]): readonly Glob[] {
  const end = segments.findIndex(({ name }) => name === undefined)
  const fixed = segments.slice(0, Math.min(end < 0 ? Infinity : end, segments.length - 1))
  const [first, behind] = [stepOf(segments), stepOf(segments.slice(fixed.length))]
  if (first === undefined || behind === undefined) return []
  const prefix = fixed.flatMap(({ name = '' }) => [name])
  return [{ way: wayOf([first]), prefix, behindPrefix: wayOf([behind]) }]
}

function stepOf(segments: readonly Segment[]): Step | undefined {
  return segments.reduceRight<Step | undefined>((next, segment) => ({ segment, next }), undefined)
}

/** The way from all of these places of a pattern at once, so that many `**` cost little more than one. */
function wayOf(places: readonly Step[]): Way {
  const steps = [...new Set(places.flatMap(withoutFolders))]
  return {
    takes: (name) => steps.some(({ segment, next }) => next === undefined && segment.fits(name)),
    into: (name) => {
      const further = steps.filter(({ segment }) => segment.fits(name)).flatMap(behindFolder)
      return further.length === 0 ? undefined : wayOf(further)
    },
  }
}

/** The places that are reached from `step` when its `**` stands for no folder. */
function withoutFolders(step: Step): readonly Step[] {
  return step.segment.isAnyFolders && step.next !== undefined
    ? [step, ...withoutFolders(step.next)]
    : [step]
}

function behindFolder(step: Step): readonly Step[] {
  if (step.segment.isAnyFolders) return [step]
  return step.next === undefined ? [] : [step.next]
}

function segmentOf(text: string): Segment {
  const signs = signsOf(text)
  if (text === '**') return { name: undefined, isAnyFolders: true, fits: isLookedInto }
  if (signs.every(({ kind }) => kind === 'letter')) {
    return { name: text, isAnyFolders: false, fits: (name) => name === text }
  }
  return {
    name: undefined,
    isAnyFolders: false,
    fits: (name) => isLookedInto(name) && fitsSigns(Array.from(name), signs),
  }
}

function isLookedInto(name: string): boolean {
  return !skippedFolders.has(name)
}

/** What one character, or a run of them, has to be. */
type Sign =
  | { readonly kind: 'run' }
  | { readonly kind: 'letter' | 'class'; readonly fits: (letter: string) => boolean }

const sign = /\[[!^]?\]?[^\]]*\]|./gsu

function signsOf(segment: string): readonly Sign[] {
  return [...segment.matchAll(sign)].map(([text]) => {
    if (text === '*') return { kind: 'run' }
    if (text === '?') return { kind: 'class', fits: () => true }
    if (text.length > 1 && text.startsWith('[')) return { kind: 'class', fits: classOf(text) }
    return { kind: 'letter', fits: (letter) => letter === text }
  })
}

/** What a class such as `[a-z]`, `[!a-z]` or `[]]` takes. */
function classOf(text: string): (letter: string) => boolean {
  const isNegated = /^\[[!^]/u.test(text)
  const ranges = [...text.slice(isNegated ? 2 : 1, -1).matchAll(/(.)(?:-(.))?/gsu)]
  return (letter) =>
    ranges.some(([, from = '', to = from]) => from <= letter && letter <= to) !== isNegated
}

/**
 * Whether `letters` fit `signs`. Where they stop fitting, the last run takes one letter more: at most as
 * many steps as there are pairs of a letter and a sign.
 */
function fitsSigns(letters: readonly string[], signs: readonly Sign[]): boolean {
  let [letter, place] = [0, 0]
  let run: { readonly place: number; readonly end: number } | undefined
  while (letter < letters.length) {
    const expected = signs[place]
    if (expected?.kind === 'run') {
      place += 1
      run = { place, end: letter }
    } else if (expected?.fits(letters[letter] ?? '') === true) {
      letter += 1
      place += 1
    } else if (run !== undefined) {
      run = { place: run.place, end: run.end + 1 }
      letter = run.end
      place = run.place
    } else return false
  }
  return signs.slice(place).every(({ kind }) => kind === 'run')
}

/** More patterns than these one does not stand for. */
const mostAlternatives = 256

/** The patterns that `{one,other}` make of `pattern`, from the innermost braces outwards. */
function alternativesOf(pattern: string): readonly string[] {
  let waiting: readonly string[] = [pattern]
  for (;;) {
    const expanded = waiting.flatMap(expandOnce)
    if (expanded.length > mostAlternatives) return []
    if (expanded.every((one, at) => one === waiting[at])) return expanded
    waiting = expanded
  }
}

function expandOnce(pattern: string): readonly string[] {
  const braces = /\{([^{}]*)\}/u.exec(pattern)
  if (braces === null) return [pattern]
  const [whole, inner = ''] = braces
  const behind = pattern.slice(braces.index + whole.length)
  return inner.split(',').map((one) => `${pattern.slice(0, braces.index)}${one}${behind}`)
}
