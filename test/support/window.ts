import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { eventually, insistently, longestWait } from './eventually.ts'
import { fileChanges } from './fileChanges.ts'
import { pageChanges } from './pageChanges.ts'
import { projectRoot } from './projectPaths.ts'

/** Our status item. */
export const statusItem = '[id$=".policyCitation.corpus"]'

/** A row of the suggestion list, top down as shown. */
export interface SuggestRow {
  /** The words that it offers: of a row of ours its title, of others the label. */
  readonly label: string
  /** What stands first in a row of ours: the instrument and the place in it. */
  readonly place: string
  /** Whether the list has too little room for the place. */
  readonly isCut: boolean
  /** What stands for its kind. */
  readonly icon: string
  /** The letters that VS Code marks. */
  readonly marked: string
  readonly focused: boolean
}

/** A row of a Quick Pick, top down as shown. */
export interface QuickPickRow {
  readonly label: string
  readonly description: string
  readonly detail: string
  readonly focused: boolean
}

/** A row of the Problems view. */
export interface ShownProblem {
  readonly severity: string
  readonly message: string
  readonly code: string
  /** `[Ln 3, Col 5]` */
  readonly place: string
}

interface ShownLine {
  readonly number: number
  readonly text: string
}

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * One window of VS Code as its user sees it: what it shows is read from the page, and it is driven
 * by keys and mouse. Whatever waits asks again at each change of the page.
 */
export class VsCodeWindow {
  readonly page: Page
  /** The workspace folder on disk. */
  readonly folder: string
  readonly #requests: string[] = []

  constructor(page: Page, folder: string) {
    this.page = page
    this.folder = folder
    page.setDefaultTimeout(longestWait)
    page.context().on('request', (request) => this.#requests.push(request.url()))
    page.on('websocket', (socket) => this.#requests.push(socket.url()))
  }

  /** Until the workbench stands, `file` (if any) is open, and the extension (if awaited) is up. */
  async ready(file: string | false, awaitExtension: boolean): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor()
    if (file !== false) {
      await this.page.locator('.editor-instance .monaco-editor').first().waitFor()
      await this.focusEditor()
    }
    if (awaitExtension) await this.extensionIsUp()
  }

  /**
   * Until our status item says how many citations the report has, which it knows once the library is loaded: from
   * then on nothing is missing.
   */
  async extensionIsUp(): Promise<void> {
    const { page } = this
    await page.locator(statusItem, { hasText: /\d/ }).waitFor()
  }

  /** What a screen reader says of our status item: all that its tooltip shows. */
  async statusLabel(): Promise<string> {
    const item = this.page.locator(statusItem).locator('[aria-label]').first()
    return (await item.getAttribute('aria-label')) ?? ''
  }

  /** Until what a screen reader says of our status item holds `text`. */
  async statusSays(text: string): Promise<void> {
    await this.eventually(`the status item says ${text}`, async () => {
      const label = await this.statusLabel()
      assert.ok(label.includes(text), `it says ${label}`)
      return true
    })
  }

  /** Until the window says that it is in Restricted Mode. */
  async isRestricted(): Promise<void> {
    await this.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor()
  }

  /** What `probe` gives as soon as it is neither `undefined` nor `false`, asked again at each change of the page. */
  async eventually<T>(
    what: string,
    probe: () => T | false | undefined | PromiseLike<T | false | undefined>,
  ): Promise<T> {
    return eventually(what, probe, pageChanges(this.page))
  }

  async close(): Promise<void> {
    await this.page.context().close()
  }

  // Files and text

  /** Opens a file by its name, or by its whole path, which needs no search: a file just written is found at once. */
  async openFile(file: string): Promise<void> {
    const name = path.basename(file)
    await this.page.keyboard.press('Control+P')
    await this.#answerQuickInput(file, '', name)
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor()
    await this.focusEditor()
  }

  /** Until what is typed goes to the editor: a key that is pressed before is lost. */
  async focusEditor(): Promise<void> {
    await this.page.keyboard.press('Control+1')
    await this.#editorHasFocus()
  }

  /** The text that the active editor shows; all of it, as long as it needs no scrolling. */
  async editorText(): Promise<string> {
    return (await this.#shownLines()).map(({ text }) => text).join('\n')
  }

  /** The editor's text as soon as it holds `expected` (a text, or a pattern). */
  async textHolds(expected: string | RegExp): Promise<string> {
    return this.eventually(`the editor holds ${String(expected)}`, async () => {
      const text = await this.editorText()
      const holds = typeof expected === 'string' ? text.includes(expected) : expected.test(text)
      assert.ok(holds, `it holds ${JSON.stringify(text)}`)
      return text
    })
  }

  /** Saves the active editor and gives what is then in the file on disk. */
  async savedText(name: string): Promise<string> {
    const shown = await this.editorText()
    await this.page.keyboard.press('Control+S')
    return this.onDisk(`${name} is saved as shown`, name, (saved) => {
      return saved.replaceAll('\r\n', '\n') === shown ? saved : undefined
    })
  }

  /** What `find` gives of the text of the file `name` of the folder as soon as it is neither `undefined` nor `false`. */
  async onDisk<T>(
    what: string,
    name: string,
    find: (text: string) => T | false | undefined,
  ): Promise<T> {
    const file = path.join(this.folder, name)
    const read = (): T | false | undefined => find(readFileSync(file, 'utf8'))
    return eventually(what, read, fileChanges(path.dirname(file)))
  }

  /** Types as a person does, `delay` milliseconds a key. */
  async typeText(text: string, { delay = 40 } = {}): Promise<void> {
    await this.page.keyboard.type(text, { delay })
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.page.keyboard.press(key)
  }

  // The caret

  /** Puts the caret at `line` and UTF-16 `column`, both from 1, of the shown text. */
  async caretTo(line: number, column: number): Promise<void> {
    // An arrow key pressed while Go to Line still hands the focus back is lost: go there again.
    const what = `the caret goes to ${String(line)}, ${String(column)}`
    await insistently(what, async (patience) => {
      await this.#goTo(line, column, patience)
      return true
    })
  }

  async #goTo(line: number, column: number, patience: number): Promise<void> {
    // Go to Line's own columns count a full-width character twice: arrow keys do not.
    const plain = /^[\x20-\x7E]*/u.exec(await this.#shownBefore(line, column))?.[0].length ?? 0
    await this.page.keyboard.press('Control+G')
    const place = `:${String(line)}:${String(plain + 1)}`
    await this.#fillQuickInput(place, ':', ({ label }) => label.includes(String(line)))
    await this.page.keyboard.press('Enter')
    await this.quickPickIsClosed()
    await this.#editorHasFocus()
    await this.#caretIs(line, plain + 1)
    const rest = (await this.#shownBefore(line, column)).slice(plain)
    await this.press('ArrowRight', characters(rest).length)
    await this.#caretIs(line, column, patience)
  }

  /** What stands before `column` of `line`; nothing of it where that is not shown. */
  async #shownBefore(line: number, column: number): Promise<string> {
    const lines = await this.#shownLines()
    return lines.find(({ number }) => number === line)?.text.slice(0, column - 1) ?? ''
  }

  /**
   * Puts the caret where `marked`, a piece of the shown text with one `|` in it, has its mark, as soon as
   * the text is shown: an editor has the focus before it has drawn a line.
   */
  async caretAt(marked: string): Promise<void> {
    const before = marked.indexOf('|')
    assert.ok(before >= 0, `${marked} marks no place by |`)
    const unmarked = marked.replace('|', '')
    const text = await this.textHolds(unmarked)
    const start = text.indexOf(unmarked)
    const above = text.slice(0, start + before).split('\n')
    const firstLine = (await this.#shownLines())[0]?.number ?? 1
    await this.caretTo(firstLine + above.length - 1, (above.at(-1) ?? '').length + 1)
  }

  /** Selects the first `text` of the editor, which must stand in one line. */
  async select(text: string): Promise<void> {
    await this.caretAt(`|${text}`)
    const { line, column } = await this.caret()
    await this.press('Shift+ArrowRight', characters(text).length)
    const shown = this.page.locator('[id="status.editor.selection"]')
    await this.eventually(`${text} is selected`, async () => {
      return (
        (await shown.innerText()) ===
        `Ln ${line}, Col ${column + text.length} (${text.length} selected)`
      )
    })
  }

  /** Where the status bar says the caret is, from 1. */
  async caret(): Promise<{ readonly line: number; readonly column: number }> {
    const shown = await this.page.locator('[id="status.editor.selection"]').innerText()
    const place = /Ln (\d+), Col (\d+)/.exec(shown)
    assert.ok(place, `the status bar says ${shown}`)
    return { line: Number(place[1]), column: Number(place[2]) }
  }

  // Suggestions

  /** The rows now shown; none where no list is open. */
  async suggestRows(): Promise<SuggestRow[]> {
    return this.page.evaluate<SuggestRow[]>(pageScripts.suggestRows)
  }

  /** The rows as soon as they satisfy `accept`; by default, as soon as there are any. */
  async suggestions(
    accept: (rows: readonly SuggestRow[]) => boolean = (rows) => rows.length > 0,
  ): Promise<SuggestRow[]> {
    return this.eventually('the suggestion list is as expected', async () => {
      const rows = await this.suggestRows()
      assert.ok(accept(rows), `it shows ${JSON.stringify(rows.map(({ label }) => label))}`)
      return rows
    })
  }

  /**
   * The rows as soon as they satisfy `accept`, asked for by Ctrl+Space as often as no list is open: a
   * question may be lost to whatever VS Code does meanwhile.
   */
  async suggestionsOnRequest(
    accept: (rows: readonly SuggestRow[]) => boolean = (rows) => rows.length > 0,
  ): Promise<SuggestRow[]> {
    return this.eventually('the suggestion list that is asked for is as expected', async () => {
      await this.#listIsOpen()
      const rows = await this.suggestRows()
      assert.ok(accept(rows), `it shows ${JSON.stringify(rows.map(({ label }) => label))}`)
      return rows
    })
  }

  /** Until a list is open, or says that it has nothing. */
  async #listIsOpen(): Promise<void> {
    const list = this.page.locator('.suggest-widget.visible')
    await insistently('the suggestion list is open', async (patience) => {
      if (await list.isVisible()) return true
      await this.page.keyboard.press('Control+Space')
      await list.waitFor({ timeout: patience })
      return true
    })
  }

  /** Accepts the focused row, or walks down to the first one with `wanted` in its words. */
  async acceptSuggestion(wanted = ''): Promise<void> {
    await this.suggestions((rows) => rows.some(({ focused }) => focused))
    for (let step = 0; !(await this.#focusedSuggestion()).includes(wanted); step += 1) {
      assert.ok(step < 100, `no suggestion ${wanted}`)
      await this.focusAnotherSuggestion()
    }
    await this.page.keyboard.press('Enter')
    await this.noSuggestions()
  }

  /** Presses the arrow key until it tells: a list that comes at the same moment may stand as the one before. */
  async focusAnotherSuggestion(): Promise<void> {
    await insistently('the focus moves', async (patience) => {
      const before = await this.page.evaluate<string>(pageScripts.focusedSuggestion)
      await this.page.keyboard.press('ArrowDown')
      const isAnother = `${pageScripts.focusedSuggestion} !== ${JSON.stringify(before)}`
      await this.page.waitForFunction(isAnother, undefined, { timeout: patience })
      return true
    })
  }

  /** Until no suggestion list is open. */
  async noSuggestions(): Promise<void> {
    await this.eventually('no suggestion list is open', async () => {
      return (await this.suggestRows()).length === 0
    })
  }

  /** The text of the details pane beside the suggestion list. */
  async suggestionDetails(): Promise<string> {
    const pane = this.page.locator('.suggest-details')
    await insistently('the details pane is open', async (patience) => {
      if (!(await pane.isVisible())) await this.page.keyboard.press('Control+Space')
      await pane.waitFor({ timeout: patience })
      return true
    })
    return this.eventually(
      'the details pane has text',
      async () => (await pane.innerText()) || undefined,
    )
  }

  // Hover

  /**
   * Rests the pointer on the middle of `text` in the editor; gives the text of the card shown. VS Code asks
   * for a card once for each rest of the pointer: where none came of it, it is moved away and rests there anew.
   */
  async hoverOver(text: string): Promise<string> {
    const card = this.hoverCard()
    await insistently(`the card of ${text} is shown`, async (timeout) => {
      await this.pointTo(text)
      await card.waitFor({ timeout }).catch(async (error: unknown) => {
        await this.pointAway()
        throw error
      })
      return true
    })
    return this.eventually('the card has text', async () => {
      const shown = await card.innerText()
      return shown === '' || shown === 'Loading...' ? undefined : shown
    })
  }

  /** The card of the editor hover, as it is or will be shown. */
  hoverCard(): ReturnType<Page['locator']> {
    return this.page
      .locator(
        '.monaco-resizable-hover .monaco-hover-content, .monaco-hover:not(.hidden) .monaco-hover-content',
      )
      .first()
  }

  async pointTo(text: string): Promise<void> {
    const { x, y } = await this.eventually(`${text} is shown`, () => this.#placeOf(text))
    await this.page.mouse.move(x + 3, y + 60)
    await this.page.mouse.move(x, y, { steps: 4 })
  }

  /** Moves the pointer off the editor, until no card is shown. */
  async pointAway(): Promise<void> {
    await this.page.mouse.move(5, 5)
    await this.hoverCard().waitFor({ state: 'hidden' })
  }

  // Commands and Quick Picks

  /** Takes `file` in VS Code's own dialog, which bears `title`. */
  async chooseFile(title: string, file: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type=text]')
    const dialog = this.page.locator('.quick-input-widget', { hasText: title })
    await dialog.waitFor()
    // What is written while the dialog still fills itself is lost: write it again, as a person would.
    await insistently('the dialog takes the file', async (patience) => {
      if (!(await dialog.isVisible())) return true
      if ((await input.inputValue()) !== file) await input.fill(file)
      const rows = await this.quickPickRows()
      if (!rows.some(({ label }) => label === path.basename(file))) return undefined
      await this.press('Enter')
      await dialog.waitFor({ state: 'hidden', timeout: patience })
      return true
    })
  }

  /**
   * Runs the command of the palette with exactly this title. A palette opens with what can be done at that
   * moment, and where the caret is becomes known a moment after it moved: it is then opened again, as a person would.
   */
  async runCommand(title: string): Promise<void> {
    await insistently(`${title} is offered`, async (patience) => {
      await this.page.keyboard.press('F1')
      if (await this.#isOffered(title, patience)) return true
      await this.press('Escape')
      await this.quickPickIsClosed()
      return false
    })
    await this.#answerQuickInput(`>${title}`, '>', title)
  }

  /** The commands of ours that the palette offers now; asked for anew until `accept` takes them. */
  async offeredCommands(accept: (titles: readonly string[]) => boolean): Promise<void> {
    await insistently('the palette offers what is expected', async (patience) => {
      await this.page.keyboard.press('F1')
      await this.#isOffered('Policy Citation: Browse Plan', patience, 'Policy Citation: ')
      const titles = (await this.quickPickRows()).map(({ label }) => label)
      await this.press('Escape')
      await this.quickPickIsClosed()
      assert.ok(accept(titles), `it offers ${titles.join(', ')}`)
      return true
    })
  }

  async #isOffered(title: string, patience: number, words = title): Promise<boolean> {
    const input = this.page.locator('.quick-input-widget input[type=text]')
    await input.waitFor()
    await this.eventually(`the palette is asked for ${words}`, async () => {
      const value = await input.inputValue()
      if (value !== `>${words}` && value.startsWith('>')) await input.fill(`>${words}`)
      return (await input.inputValue()) === `>${words}`
    })
    const isShown = `${pageScripts.quickPickRows}.some(({ label }) => label === ${JSON.stringify(title)})`
    return this.page.waitForFunction(isShown, undefined, { timeout: patience }).then(
      () => true,
      () => false,
    )
  }

  async quickPickRows(): Promise<QuickPickRow[]> {
    return this.page.evaluate<QuickPickRow[]>(pageScripts.quickPickRows)
  }

  /** The rows as soon as they satisfy `accept`; by default, as soon as there are any. */
  async quickPick(
    accept: (rows: readonly QuickPickRow[]) => boolean = (rows) => rows.length > 0,
  ): Promise<QuickPickRow[]> {
    return this.eventually('the Quick Pick is as expected', async () => {
      const rows = await this.quickPickRows()
      assert.ok(accept(rows), `it shows ${JSON.stringify(rows.map(({ label }) => label))}`)
      return rows
    })
  }

  /** What stands in the input of the Quick Pick. */
  async quickPickInput(): Promise<string> {
    return this.page.locator('.quick-input-widget input[type=text]').inputValue()
  }

  async quickPickIsClosed(): Promise<void> {
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
  }

  /** Closes the Quick Pick without a choice, until the editor has the focus again. */
  async dismissQuickPick(): Promise<void> {
    await this.press('Escape')
    await this.quickPickIsClosed()
    await this.#editorHasFocus()
  }

  /** The texts of the notifications now shown. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notification-list-item-message').allInnerTexts()
  }

  async statusBarShows(text: string): Promise<void> {
    await this.page.locator('.statusbar-item', { hasText: text }).first().waitFor()
  }

  // Problems

  /** What the Problems view lists; it is opened, and left open. */
  async problems(): Promise<ShownProblem[]> {
    const view = this.page.locator('.markers-panel')
    if (!(await view.isVisible())) {
      await this.page.keyboard.press('Control+Shift+M')
      await view.waitFor()
    }
    return this.page.evaluate<ShownProblem[]>(pageScripts.problems)
  }

  /** The problems as soon as they satisfy `accept`. */
  async problemsShow(
    accept: (problems: readonly ShownProblem[]) => boolean,
  ): Promise<ShownProblem[]> {
    return this.eventually('the Problems view is as expected', async () => {
      const problems = await this.problems()
      assert.ok(accept(problems), `it lists ${JSON.stringify(problems)}`)
      return problems
    })
  }

  /**
   * The titles of the quick fixes at the caret; the menu is left open. VS Code asks for them by
   * itself a moment after the caret moved, and so can cancel the menu that a key has just asked for:
   * the key is then pressed again, as a person would.
   */
  async quickFixes(): Promise<string[]> {
    await this.focusEditor()
    const rows = this.page.locator('.action-widget .monaco-list-row.action')
    await insistently('the menu of quick fixes is open', async (patience) => {
      if (!(await rows.first().isVisible())) await this.page.keyboard.press('Control+.')
      await rows.first().waitFor({ timeout: patience })
      return true
    })
    return rows.allInnerTexts()
  }

  /** Applies the quick fix with this title at the caret; opens the menu again where VS Code closed it before the click. */
  async applyQuickFix(title: string): Promise<void> {
    const row = this.page.locator('.action-widget .monaco-list-row.action', { hasText: title })
    await insistently(`${title} is chosen`, async (patience) => {
      await this.quickFixes()
      await row.click({ timeout: patience })
      return true
    })
    await this.page.locator('.action-widget').first().waitFor({ state: 'hidden' })
  }

  // Pictures and traffic

  /**
   * Takes a picture: into media/, where the README shows it, when `npm run pictures` asks for that,
   * and otherwise among the test's output.
   */
  async screenshot(
    name: string,
    clip?: { x: number; y: number; width: number; height: number },
  ): Promise<void> {
    const folder = process.env['PICTURES_FOLDER'] ?? '.test-out/pictures'
    await this.#picture(path.join(projectRoot, folder), name, clip)
  }

  /** Takes a picture that the README does not show: always among the test's output. */
  async keepPicture(name: string): Promise<void> {
    await this.#picture(path.join(projectRoot, '.test-out/pictures'), name)
  }

  async pictureFailure(): Promise<void> {
    const name = `failure-${path.basename(path.dirname(this.folder))}-${path.basename(this.folder)}`
    const folder = path.join(projectRoot, '.test-out')
    await this.#picture(folder, name).catch(() => undefined)
    console.log(`the window as it was: .test-out/${name}.png`)
  }

  /** The addresses asked for so far by this window that are not on this machine. */
  foreignRequests(): string[] {
    return this.#requests.filter((address) => !isOnThisMachine(new URL(address)))
  }

  async #picture(
    folder: string,
    name: string,
    clip?: { x: number; y: number; width: number; height: number },
  ): Promise<void> {
    mkdirSync(folder, { recursive: true })
    await this.page.screenshot({
      path: path.join(folder, `${name}.png`),
      animations: 'disabled',
      ...(clip === undefined ? {} : { clip }),
    })
  }

  async #shownLines(): Promise<ShownLine[]> {
    return this.page.evaluate<ShownLine[]>(pageScripts.shownLines)
  }

  /** Takes the row `wanted` for `text`; presses Enter again where a list that was just drawn anew took none. */
  async #answerQuickInput(text: string, begin: string, wanted: string): Promise<void> {
    const isWanted = ({ label, focused }: QuickPickRow): boolean => label === wanted && focused
    await this.#fillQuickInput(text, begin, isWanted)
    const asks = `${pageScripts.quickInput} === ${JSON.stringify(text)}`
    await insistently(`${wanted} is taken`, async (patience) => {
      if (await this.page.evaluate<boolean>(asks)) await this.page.keyboard.press('Enter')
      await this.page.waitForFunction(`!(${asks})`, undefined, { timeout: patience })
      return true
    })
  }

  /**
   * Fills the Quick Input, which opens with `begin`, until its first row is `wanted`: what is filled in
   * before VS Code has written that is lost.
   */
  async #fillQuickInput(
    text: string,
    begin: string,
    wanted: (row: QuickPickRow) => boolean,
  ): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type=text]')
    await input.waitFor()
    await this.eventually(`the first row is that of ${text}`, async () => {
      const value = await input.inputValue()
      if (value !== text && value.startsWith(begin)) await input.fill(text)
      assert.equal(await input.inputValue(), text)
      const [first] = await this.quickPickRows()
      assert.ok(first !== undefined && wanted(first), `it is ${first?.label ?? 'none'}`)
      return true
    })
  }

  async #caretIs(line: number, column: number, timeout = longestWait): Promise<void> {
    const hasText = new RegExp(`^Ln ${String(line)}, Col ${String(column)}$`)
    await this.page.locator('[id="status.editor.selection"]', { hasText }).waitFor({ timeout })
  }

  async #editorHasFocus(): Promise<void> {
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor()
  }

  async #focusedSuggestion(): Promise<string> {
    const rows = await this.suggestRows()
    const row = rows.find(({ focused }) => focused)
    return row === undefined ? '' : `${row.place} ${row.label}`.trimStart()
  }

  async #placeOf(text: string): Promise<Point | undefined> {
    const script = `(${pageScripts.placeOf})(${JSON.stringify(text)})`
    return (await this.page.evaluate<Point | null>(script)) ?? undefined
  }
}

/** Pages within the window ask for files under a name of VS Code's, which a worker of the window answers. */
function isOnThisMachine({ protocol, hostname }: URL): boolean {
  return (
    /^(?:data|blob|about|vscode-file):$/.test(protocol) ||
    /^(?:127\.0\.0\.1|localhost)$/.test(hostname) ||
    hostname.endsWith('.vscode-resource.vscode-cdn.net')
  )
}

/** The characters of `text` as the arrow keys step over them. */
function characters(text: string): string[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
}

/** What is read inside the page, each in one go, so that no answer mixes two moments. */
const pageScripts = {
  // A line that is wrapped stands in several view lines, of which the first alone has a number.
  shownLines: `(() => {
    const editor = document.querySelector('.editor-group-container.active .monaco-editor')
      ?? document.querySelector('.editor-instance .monaco-editor')
    const rows = (selector) => [...(editor?.querySelectorAll(selector) ?? [])]
      .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
    const numbers = new Map(rows('.margin-view-overlays > div').map((row) =>
      [row.style.top, Number(row.querySelector('.line-numbers')?.textContent ?? 0)]))
    const lines = []
    for (const row of rows('.view-lines > .view-line')) {
      const number = numbers.get(row.style.top) ?? 0
      const text = row.textContent.replaceAll('\\u00a0', ' ').replaceAll('\\u200b', '')
      if (number > 0) lines.push({ number, text })
      else if (lines.length > 0) lines.at(-1).text += text
    }
    return lines
  })()`,

  focusedSuggestion: `(document.querySelector('.suggest-widget.visible .monaco-list-row.focused')?.textContent ?? '')`,

  suggestRows: `[...document.querySelectorAll('.suggest-widget.visible .monaco-list-row')]
    .sort((a, b) => Number(a.dataset.index) - Number(b.dataset.index))
    .map((row) => {
      const text = (part) => row.querySelector(part)?.textContent ?? ''
      const isOurs = !row.classList.contains('string-label') && text('.details-label') !== ''
      return {
        label: text(isOurs ? '.details-label' : '.label-name'),
        place: isOurs ? text('.label-name') : '',
        isCut: [...row.querySelectorAll('.left, .monaco-icon-label, .monaco-icon-label-container')]
          .some((part) => part.scrollWidth > part.clientWidth),
        icon: /codicon-([a-z-]+)/.exec(row.querySelector('.suggest-icon')?.className ?? '')?.[1] ?? '',
        marked: [...row.querySelectorAll('.highlight')].map((part) => part.textContent).join(' '),
        focused: row.classList.contains('focused'),
      }
    })`,

  // The widget of the last Quick Pick stays in the page, not displayed.
  quickPickRows: `[...document.querySelectorAll('.quick-input-widget .quick-input-list .monaco-list-row')]
    .filter((row) => getComputedStyle(row.closest('.quick-input-widget')).display !== 'none')
    .sort((a, b) => Number(a.dataset.index) - Number(b.dataset.index))
    .map((row) => ({
      label: row.querySelector('.quick-input-list-label .label-name')?.textContent ?? '',
      description: row.querySelector('.quick-input-list-label .label-description')?.textContent ?? '',
      detail: row.querySelector('.quick-input-list-label-meta')?.textContent ?? '',
      focused: row.classList.contains('focused'),
    }))`,

  // What stands in the Quick Input that is shown; nothing where none is.
  quickInput: `[...document.querySelectorAll('.quick-input-widget')]
    .filter((widget) => getComputedStyle(widget).display !== 'none')[0]
    ?.querySelector('input[type=text]')?.value`,

  problems: `[...document.querySelectorAll('.markers-panel .monaco-list-row')]
    .filter((row) => row.querySelector('.marker-message, .marker-line, .marker-message-line') !== null)
    .map((row) => ({
      severity: /codicon-(error|warning|info)/.exec(row.querySelector('.marker-icon')?.innerHTML ?? '')?.[1] ?? 'hint',
      message: row.querySelector('.marker-message')?.textContent ?? row.textContent,
      code: row.querySelector('.marker-code')?.textContent ?? '',
      place: row.querySelector('.marker-line')?.textContent ?? '',
    }))`,

  placeOf: `(text) => {
    for (const line of document.querySelectorAll('.editor-instance .view-lines > .view-line')) {
      const start = line.textContent.replaceAll('\\u00a0', ' ').indexOf(text)
      if (start < 0) continue
      const range = document.createRange()
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      let passed = 0
      const middle = start + Math.floor(text.length / 2)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (passed + node.length > middle) {
          range.setStart(node, middle - passed)
          range.setEnd(node, middle - passed + 1)
          const box = range.getBoundingClientRect()
          return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
        }
        passed += node.length
      }
    }
    return null
  }`,
}
