import type { CslItem } from '../../bibliography/cslItem.ts'
import type { SortKeys } from '../formats/format.ts'
import type { PlacedCitation, PrintedEntry, PrintedGroup } from '../printed.ts'
import { Remembered } from '../remembered.ts'
import type { UnplacedGroup } from './readMention.ts'
import type { Tellings } from './tellApart.ts'

/** Works as a style sorts them. */
export interface SortedWorks {
  readonly works: readonly CslItem[]
  /** As they are listed. */
  readonly entries: readonly CslItem[]
}

/** An entry of the list, wherever it stands there. */
export interface KnownEntry {
  /** Its author, by which it is known to have the same as another one; empty where it has none. */
  readonly author: string
  readonly entry: PrintedEntry
  /** The same behind one of the same author. */
  readonly behindSame: PrintedEntry
}

/** What a version of a report printed, and the one before, in one style and one language. */
export class KnownReferences {
  readonly read: WeakMap<readonly PlacedCitation[], UnplacedGroup>
  readonly groups: Remembered<readonly PlacedCitation[], PrintedGroup>
  /** By the keys of the works, in the order in which they are cited. */
  readonly sorted: Remembered<string, SortedWorks>
  readonly tellings: Remembered<SortedWorks, Tellings>
  readonly sortKeys: Remembered<CslItem, SortKeys>
  /** What is said of a work without anything around it. */
  readonly texts: Remembered<CslItem, string>
  readonly entries: Remembered<CslItem, KnownEntry>

  constructor(before?: KnownReferences) {
    this.read = before?.read ?? new WeakMap()
    this.groups = new Remembered(before?.groups)
    this.sorted = new Remembered(before?.sorted)
    this.tellings = new Remembered(before?.tellings)
    this.sortKeys = new Remembered(before?.sortKeys)
    this.texts = new Remembered(before?.texts)
    this.entries = new Remembered(before?.entries)
  }
}
