import type * as vscode from 'vscode'
import { noUsage, type Usage } from '../core/search/favour.ts'

/** Under this name the keys cited last are kept in the workspace's state. */
const stored = 'recentKeys'

/** So many keys count as cited lately. */
const mostRecent = 30

/**
 * What each open report cites, and what was cited lately in this workspace. It is told whenever the
 * problems of a report are found anew, so that a key press pays nothing for it.
 */
export class UsageTracker {
  readonly #memento: vscode.Memento
  readonly #cited = new WeakMap<vscode.TextDocument, ReadonlyMap<string, number>>()
  #recent: readonly string[]

  constructor(memento: vscode.Memento) {
    this.#memento = memento
    const kept: unknown = memento.get(stored)
    this.#recent = Array.isArray(kept)
      ? kept.filter((key): key is string => typeof key === 'string').slice(0, mostRecent)
      : []
  }

  /** What is known of what is cited in and around `document`. */
  of(document: vscode.TextDocument): Usage {
    return { cited: this.#cited.get(document) ?? noUsage.cited, recent: this.#recent }
  }

  /** Notes that `document` now cites `cited`; what it did not cite when it was read before, was cited just now. */
  note(document: vscode.TextDocument, cited: ReadonlyMap<string, number>): void {
    const before = this.#cited.get(document)
    this.#cited.set(document, cited)
    if (before === undefined) return
    const added = [...cited].filter(([key, times]) => times > (before.get(key) ?? 0))
    if (added.length === 0 || added.length > mostAtOnce) return
    const keys = added.map(([key]) => key)
    const others = this.#recent.filter((key) => !keys.includes(key))
    this.#recent = [...keys, ...others].slice(0, mostRecent)
    void this.#memento.update(stored, this.#recent)
  }
}

/** More citations that come at once were pasted, not chosen. */
const mostAtOnce = 5
