import type { Key } from '../corpus/key.ts'
import type { Instrument, Provision } from '../corpus/provision.ts'
import type { OfficialText } from './officialText.ts'

/** One of the official texts of an instrument: as it was adopted, or as amended by a day. */
export interface OfficialVersion {
  /** `YYYY-MM-DD`; a month or a year where no more is known, and empty where not even that is. */
  readonly day: string
  readonly text: OfficialText
}

/** The versions of the instrument that a key belongs to, as far as they are attached, the oldest first; `undefined` for none. */
export type OfficialVersionsOf = (key: Key) => readonly OfficialVersion[] | undefined

/**
 * The version that is meant on `day`: the newest that is not after it, or the oldest where all are.
 * Without a day it is the newest.
 */
export function versionMeant(
  versions: readonly OfficialVersion[] = [],
  today?: string,
): OfficialVersion | undefined {
  if (today === undefined) return versions.at(-1)
  return versions.findLast(({ day }) => day <= today) ?? versions[0]
}

/** The versions beside `meant`, the older ones before the newer ones, each the nearest first. */
export function nearestFirst(
  versions: readonly OfficialVersion[],
  meant: OfficialVersion,
): readonly OfficialVersion[] {
  const at = versions.indexOf(meant)
  return [...versions.slice(0, Math.max(at, 0)).reverse(), ...versions.slice(at + 1)]
}

/** Whether the document has something of `provision`. */
export function hasPassageOf({ text }: OfficialVersion, { key, level }: Provision): boolean {
  return level === 'instrument' || text.passages.has(key)
}

/** What is meant of `versions` on the day `today`, and of which day it is where that must be told. */
export interface MeantText {
  readonly official: OfficialText
  readonly textDay?: string
}

/**
 * {@link versionMeant}, or the nearest that has `provision` where that one has not; its day is told where
 * there are others, and where the corpus has a newer text of the instrument.
 */
export function textMeant(
  versions: readonly OfficialVersion[] = [],
  provision: Provision,
  instrument: Instrument | undefined,
  today?: string,
): MeantText | undefined {
  const meant = versionMeant(versions, today)
  if (meant === undefined) return undefined
  const having = [meant, ...nearestFirst(versions, meant)].find((one) =>
    hasPassageOf(one, provision),
  )
  const { day, text } = having ?? meant
  const isTold = day !== '' && (versions.length > 1 || day < (instrument?.textAsOf ?? ''))
  return { official: text, ...(isTold && { textDay: day }) }
}

/** `versions` of one instrument, the oldest first; of two of one day the first. */
export function inOrderOfDays(versions: readonly OfficialVersion[]): readonly OfficialVersion[] {
  const byDay = new Map(versions.toReversed().map((version) => [version.day, version]))
  return [...byDay.values()].sort((one, other) => (one.day < other.day ? -1 : 1))
}
