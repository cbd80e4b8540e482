import * as vscode from 'vscode'
import {
  browseRows,
  kindsOf,
  searchRows,
  sentenceRows,
  stepUp,
  type PickFilter,
} from '../../core/features/picking.ts'
import { nameIn, type Language } from '../../core/corpus/language.ts'
import { ancestorsOf, instrumentOf, type Corpus } from '../../core/corpus/corpus.ts'
import type { Provision } from '../../core/corpus/provision.ts'
import type { SentenceBelow } from '../../core/report/sentenceBefore.ts'
import type { Usage } from '../../core/search/favour.ts'
import { fold } from '../../core/words/fold.ts'
import type { PinyinTable } from '../../core/words/pinyin.ts'
import type { SearchIndex } from '../../core/search/searchIndex.ts'
import { plainLine, plainRow } from '../../core/text/inertMarkdown.ts'
import {
  endedWord,
  keyAndPage,
  kindText,
  locationText,
  plainTitle,
  stepText,
} from '../../wording/wording.ts'
import { rowText } from '../../wording/rowText.ts'
import { wordsIn } from '../../wording/words.ts'
import { rowIcon } from '../rows.ts'

/** What the picker works on. */
export interface PickerInput {
  readonly corpus: Corpus
  readonly index: SearchIndex
  readonly language: Language
  readonly pinyin: PinyinTable | undefined
  /** The words to begin with; the picker begins by browsing when there are none and `browse` says so. */
  readonly query: string
  readonly browse: boolean
  /** Where browsing begins; at the top where there is none. */
  readonly place?: Provision | undefined
  /** What the chosen provisions are for, as the window names it. */
  readonly purpose: 'cite' | 'compare'
  /** The sentence to cite for: while nothing is typed its measures stand first. */
  readonly before: SentenceBelow
  /** What the analyst has cited before. */
  readonly usage: Usage
  readonly copy: (provision: Provision) => void
  /** What else can be taken while nothing is collected, all of it or what is called as the words are. */
  readonly offers?: PickerOffers | undefined
}

/** Rows that are no provisions, under a heading of their own. */
export interface PickerOffers {
  readonly heading: string
  readonly rows: readonly OfferedRow[]
}

/** A row that ends the picker, with nothing chosen but what `take` does. */
export interface OfferedRow extends vscode.QuickPickItem {
  readonly take: () => void
}

interface Row extends vscode.QuickPickItem {
  readonly provision?: Provision
  readonly collected?: boolean
  /** Whether it asks for words, before rows that may not be meant. */
  readonly isQuestion?: boolean
  readonly take?: () => void
}

interface FilterRow extends vscode.QuickPickItem {
  readonly filter?: PickFilter
}

interface RowButton extends vscode.QuickInputButton {
  readonly act: (provision: Provision) => void
}

const mostRows = 100

/** So long after VS Code has named an active row no key may have come for it to be the reader's choice, in milliseconds. */
const focusMoment = 30

/**
 * Lets the reader choose provisions: by words, with our own matching and order, or by walking from
 * pillar to section to measure. Resolves with what was chosen, in order; empty when dismissed.
 */
export class CitationPicker implements vscode.Disposable {
  readonly #input: PickerInput
  readonly #pick = vscode.window.createQuickPick<Row>()
  readonly #collected: Provision[] = []
  #place: Provision | undefined
  #browsing: boolean
  #filter: PickFilter = {}
  /** Whether the list of filters stands in front, so that being hidden ends nothing. */
  #isBehind = false
  /** The row that the reader sees focused; see {@link CitationPicker.#focus}. */
  #focused: Row | undefined
  #focusing: ReturnType<typeof setTimeout> | undefined

  constructor(input: PickerInput) {
    this.#input = input
    this.#browsing = input.browse
    this.#place = input.place
    keepOurOrder(this.#pick)
    this.#pick.placeholder = vscode.l10n.t(
      'Words, key, agency or page, in English or Chinese; a semicolon adds the row to the citation',
    )
    this.#pick.ignoreFocusOut = false
    this.#pick.onDidChangeValue((value) => {
      if (/[;；]$/u.test(value)) this.#collectFocused()
      else this.#refresh()
    })
    this.#pick.onDidChangeActive(([row]) => {
      this.#focus(row)
    })
    this.#pick.onDidTriggerItemButton(({ item, button }) => {
      this.#press(item, button)
    })
    this.#pick.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) this.#goBack()
      else void this.#chooseFilter()
    })
  }

  /** Shows the picker until something is chosen or it is dismissed. */
  async choose(): Promise<readonly Provision[]> {
    this.#pick.value = this.#input.query
    this.#refresh()
    this.#pick.show()
    return new Promise((resolve) => {
      this.#pick.onDidAccept(() => {
        const row = this.#pick.activeItems[0]
        if (this.#opens(row)) return
        row?.take?.()
        resolve(this.#chosenWith(row))
        this.#pick.hide()
      })
      this.#pick.onDidHide(() => {
        if (!this.#isBehind) resolve([])
      })
    })
  }

  dispose(): void {
    clearTimeout(this.#focusing)
    this.#pick.dispose()
  }

  /** Enter on a division opens it while browsing; its button cites it. */
  #opens(row: Row | undefined): boolean {
    const provision = row?.provision
    if (!this.#browsing || provision === undefined || row?.collected === true) return false
    if (provision.children.length === 0) return false
    this.#browse(provision)
    return true
  }

  #chosenWith(row: Row | undefined): readonly Provision[] {
    const last = row?.provision
    if (last === undefined || this.#collected.includes(last)) return this.#collected
    return [...this.#collected, last]
  }

  #press(row: Row, button: vscode.QuickInputButton): void {
    if (row.provision !== undefined && isRowButton(button)) button.act(row.provision)
  }

  #goBack(): void {
    if (!this.#browsing) return
    const { corpus } = this.#input
    this.#browse(this.#place && stepUp(corpus, this.#place))
  }

  #browse(place: Provision | undefined): void {
    this.#browsing = true
    this.#place = place
    this.#pick.value = ''
    this.#refresh()
  }

  /** A semicolon typed behind the words does what the row's button does, without the mouse. */
  #collectFocused(): void {
    const provision = this.#focused?.provision
    this.#pick.value = ''
    if (provision === undefined || this.#collected.includes(provision)) this.#refresh()
    else this.#toggle(provision)
  }

  /**
   * Takes `row` for the focused one a moment later, unless the rows are made anew before: with each
   * key typed VS Code makes its first row active, and tells of that before it tells of the key.
   */
  #focus(row: Row | undefined): void {
    clearTimeout(this.#focusing)
    this.#focusing = setTimeout(() => {
      this.#focused = row
    }, focusMoment)
  }

  #toggle(provision: Provision): void {
    const at = this.#collected.indexOf(provision)
    if (at === -1) this.#collected.push(provision)
    else this.#collected.splice(at, 1)
    this.#refresh()
  }

  #refresh(): void {
    const { value } = this.#pick
    const found = this.#found(value.trim())
    const collected = this.#collected.map((provision) => this.#row(provision, true))
    const others = found
      .filter((provision) => !this.#collected.includes(provision))
      .map((provision) => this.#row(provision, false))
    this.#pick.items = [
      ...section(this.#collectedHeading(), collected),
      ...this.#sentenceSection(value.trim()),
      ...this.#offered(value.trim()),
      ...section(this.#heading(), found.length > 0 ? others : [nothingFits()]),
    ]
    this.#pick.title = this.#title()
    this.#pick.buttons = this.#browsing
      ? this.#place === undefined
        ? []
        : [vscode.QuickInputButtons.Back]
      : [{ iconPath: new vscode.ThemeIcon('filter'), tooltip: vscode.l10n.t('Filter') }]
    const first = this.#firstRow(value.trim())
    if (first !== undefined) this.#pick.activeItems = [first]
    clearTimeout(this.#focusing)
    this.#focused = first
  }

  /** The best row, or the question before those of which none is sure; with something collected and nothing typed what is collected, so that Enter adds nothing. */
  #firstRow(query: string): Row | undefined {
    const isDone = this.#collected.length > 0 && query === '' && !this.#browsing
    return this.#pick.items.find(
      (item) =>
        item.isQuestion === true ||
        item.take !== undefined ||
        (item.provision !== undefined && (item.collected === true) === isDone),
    )
  }

  /** What fits the sentence before the caret, or that nothing does, while nothing is typed. */
  #sentenceSection(query: string): readonly Row[] {
    const { index, before, language, usage } = this.#input
    const found =
      query !== '' || this.#browsing ? undefined : sentenceRows(index, before, { language, usage })
    if (found === undefined) return []
    const rows = found.rows
      .filter((provision) => !this.#collected.includes(provision))
      .map((provision) => this.#row(provision, false))
    const heading = found.isPerhaps
      ? vscode.l10n.t('Perhaps fits the sentence before the cursor')
      : vscode.l10n.t('Fits the sentence before the cursor')
    const question = { ...this.#noSentence(), isQuestion: true }
    if (rows.length > 0) return section(heading, found.isPerhaps ? [question, ...rows] : rows)
    return section(vscode.l10n.t('Nothing fits the sentence before the cursor'), [
      this.#noSentence(),
    ])
  }

  /** What else can be taken. */
  #offered(query: string): readonly Row[] {
    const { offers } = this.#input
    if (offers === undefined || this.#browsing || this.#collected.length > 0) return []
    const words = fold(query)
    const rows = offers.rows.filter(({ label }) => fold(label).includes(words))
    return section(
      offers.heading,
      rows.map((row) => ({ ...row, alwaysShow: true })),
    )
  }

  #noSentence(): Row {
    return {
      label: vscode.l10n.t('Type a few words of the measure, or choose below.'),
      alwaysShow: true,
    }
  }

  #filterNames(): readonly string[] {
    const { language } = this.#input
    const { instrument, kind } = this.#filter
    return [
      ...(instrument === undefined ? [] : [plainTitle(instrument, language)]),
      ...(kind === undefined ? [] : [kindText(kind, language)]),
    ]
  }

  /** Lets the reader confine the rows to one instrument, or to one kind, or lift what confines them. */
  async #chooseFilter(): Promise<void> {
    const { corpus, language } = this.#input
    const t = wordsIn(language)
    const everything: FilterRow = { label: t('Everything'), filter: {} }
    const instruments = corpus.instruments.map((instrument): FilterRow => {
      const label = plainRow(nameIn(instrument.titles, language))
      return { label, description: instrument.key, filter: { ...this.#filter, instrument } }
    })
    const kinds = kindsOf(corpus).map((kind): FilterRow => {
      return { label: kindText(kind, language), filter: { ...this.#filter, kind } }
    })
    this.#isBehind = true
    const chosen = await vscode.window.showQuickPick<FilterRow>(
      [
        everything,
        { label: t('Instruments'), kind: vscode.QuickPickItemKind.Separator },
        ...instruments,
        { label: t('Kinds'), kind: vscode.QuickPickItemKind.Separator },
        ...kinds,
      ],
      { title: t('Filter'), matchOnDescription: true },
    )
    this.#isBehind = false
    this.#filter = chosen?.filter ?? this.#filter
    this.#refresh()
    this.#pick.show()
  }

  #found(query: string): readonly Provision[] {
    const { corpus, index, language, pinyin } = this.#input
    if (this.#browsing && query === '') return browseRows(corpus, this.#place)
    return searchRows(index, corpus, {
      query,
      language,
      pinyin,
      limit: mostRows,
      within: this.#browsing ? this.#place : undefined,
      filter: this.#browsing ? {} : this.#filter,
    })
  }

  /** While browsing the title says it, and a heading would take the room of the first row. */
  #heading(): string {
    return this.#browsing ? '' : vscode.l10n.t('Provisions')
  }

  #purpose(): string {
    return this.#input.purpose === 'cite'
      ? vscode.l10n.t('Insert Citation')
      : vscode.l10n.t('Compare')
  }

  #collectedHeading(): string {
    return this.#input.purpose === 'cite'
      ? vscode.l10n.t('In this citation')
      : vscode.l10n.t('In this comparison')
  }

  #title(): string {
    if (!this.#browsing) return [this.#purpose(), ...this.#filterNames()].join(' · ')
    if (this.#place === undefined) return vscode.l10n.t('Browse Plan')
    const { corpus, language } = this.#input
    const [instrument = this.#place, ...above] = ancestorsOf(corpus, this.#place)
    const steps = instrument === this.#place ? [this.#place] : [...above, this.#place]
    return plainLine(steps.map((step) => stepText(step, language, instrument)).join(' › '))
  }

  #row(provision: Provision, collected: boolean): Row {
    const { corpus, language } = this.#input
    const { kind, place, title } = rowText(corpus, provision, language)
    return {
      label: plainRow(`${place} · ${title}`),
      iconPath: rowIcon(kind),
      detail: plainRow(this.#detail(provision)),
      alwaysShow: true,
      buttons: this.#rowButtons(provision, collected),
      provision,
      collected,
    }
  }

  /** The path is what may be cut where there is no room. */
  #detail(provision: Provision): string {
    const { corpus, language } = this.#input
    const instrument = instrumentOf(corpus, provision.key)
    const parts = [
      keyAndPage(provision, language),
      instrument && endedWord(instrument, language),
      locationText(corpus, provision, language),
    ]
    return parts.filter(Boolean).join(' · ')
  }

  #rowButtons(provision: Provision, collected: boolean): readonly RowButton[] {
    const { copy } = this.#input
    const toggle = {
      act: (chosen: Provision) => {
        this.#toggle(chosen)
      },
    }
    return [
      collected
        ? {
            iconPath: new vscode.ThemeIcon('remove'),
            tooltip: vscode.l10n.t('Remove from This Citation'),
            ...toggle,
          }
        : {
            iconPath: new vscode.ThemeIcon('add'),
            tooltip: vscode.l10n.t('Add to This Citation'),
            ...toggle,
          },
      ...(provision.level === 'instrument' ? [] : [this.#neighboursButton()]),
      {
        iconPath: new vscode.ThemeIcon('copy'),
        tooltip: vscode.l10n.t('Copy Citation'),
        act: copy,
      },
    ]
  }

  #neighboursButton(): RowButton {
    return {
      iconPath: new vscode.ThemeIcon('list-tree'),
      tooltip: vscode.l10n.t('Show Neighbors'),
      act: (provision) => {
        this.#browse(stepUp(this.#input.corpus, provision))
      },
    }
  }
}

function section(label: string, rows: readonly Row[]): readonly Row[] {
  if (rows.length === 0) return []
  return [{ label: plainRow(label), kind: vscode.QuickPickItemKind.Separator }, ...rows]
}

function nothingFits(): Row {
  return {
    label: vscode.l10n.t('Nothing fits these words.'),
    detail: vscode.l10n.t('Try fewer words, an agency, a key such as II.3.1, or Chinese.'),
    alwaysShow: true,
  }
}

function isRowButton(button: vscode.QuickInputButton): button is RowButton {
  return 'act' in button
}

/**
 * VS Code sorts the rows whose labels match what is typed before the others. The switch for it is
 * not in its typings (microsoft/vscode#73904); where it is absent, VS Code's order holds.
 */
function keepOurOrder(pick: vscode.QuickPick<Row>): void {
  if ('sortByLabel' in pick) Object.assign(pick, { sortByLabel: false })
}
