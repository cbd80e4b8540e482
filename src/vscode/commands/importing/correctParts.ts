import * as vscode from 'vscode'
import type { ImportCorrection } from '../../../core/corpus/imports/importCorrection.ts'
import type { InstrumentType } from '../../../core/corpus/provision.ts'
import {
  partsLeftOut,
  withCorrection,
  withKept,
} from '../../../core/features/importing/correcting.ts'
import { correctedOutline } from '../../../core/features/importing/corrections.ts'
import { outlineRows, type OutlineRow } from '../../../core/features/importing/importing.ts'
import { PartNames } from '../../../core/features/importing/partNames.ts'
import type { Part } from '../../../core/official/outline.ts'
import { plainRow } from '../../../core/text/inertMarkdown.ts'
import { correctPart } from './correctPart.ts'

const { t } = vscode.l10n

/** The tree of a document, to be accepted or corrected. */
interface Tree {
  readonly parts: readonly Part[]
  readonly type: InstrumentType
  readonly names: PartNames
}

/**
 * Shows all parts as a tree, with `begun` of them corrected, until the analyst accepts it: rows are left ticked
 * or not, and each can be corrected in further steps, from which Escape leads back to the tree. Where Escape
 * leads back out of it, it is not accepted, and what was corrected stays for the next time.
 */
export async function correctParts(
  parts: readonly Part[],
  type: InstrumentType,
  begun: readonly ImportCorrection[],
): Promise<CorrectedParts> {
  const tree = { parts, type, names: new PartNames(parts) }
  let corrections = begun
  let active: Part | undefined
  for (;;) {
    const answer = await showTree(tree, corrections, active)
    corrections = answer.corrections
    if (answer.row === undefined) return { corrections, isAccepted: answer.isAccepted }
    active = answer.row.origin
    const { name, part } = answer.row
    corrections = await correctPart({ name, part, origin: active, names: tree.names }, corrections)
  }
}

/** What was corrected, and whether that is all. */
export interface CorrectedParts {
  readonly corrections: readonly ImportCorrection[]
  readonly isAccepted: boolean
}

/** A row, with the part of the document that it is. */
interface TreeRow extends OutlineRow {
  readonly origin: Part
}

interface PartItem extends vscode.QuickPickItem {
  readonly row: TreeRow
}

interface Answer extends CorrectedParts {
  /** The row that is to be corrected; none where the tree is left. */
  readonly row?: TreeRow
}

async function showTree(
  tree: Tree,
  begun: readonly ImportCorrection[],
  active: Part | undefined,
): Promise<Answer> {
  const pick = vscode.window.createQuickPick<PartItem>()
  const { parts } = tree
  let corrections = begun
  const ticked = (): readonly ImportCorrection[] => {
    const shown = pick.items.map(({ row }) => row.origin)
    const kept = new Set(pick.selectedItems.map(({ row }) => row.origin))
    return withKept(parts, corrections, shown, kept)
  }
  const show = (at: Part | undefined): void => {
    const out = partsLeftOut(parts, corrections)
    pick.items = rowsOf(tree, corrections).map(itemOfRow)
    pick.selectedItems = pick.items.filter(({ row }) => !out.has(row.origin))
    pick.activeItems = pick.items.filter(({ row }) => row.origin === at)
  }
  pick.title = t('Import Instrument')
  pick.placeholder = t('Uncheck each row that is neither a division nor a measure')
  pick.canSelectMany = true
  pick.matchOnDescription = true
  pick.ignoreFocusOut = true
  pick.buttons = [vscode.QuickInputButtons.Back]
  show(active)
  try {
    return await new Promise<Answer>((resolve) => {
      pick.onDidTriggerItemButton(({ item: { row }, button }) => {
        corrections = ticked()
        if (button instanceof LevelButton) {
          const part = tree.names.of(row.origin)
          corrections = withCorrection(corrections, { does: button.level, part })
          show(row.origin)
        } else resolve({ corrections, row, isAccepted: false })
      })
      const leave = (isAccepted: boolean): void => {
        resolve({ corrections: ticked(), isAccepted })
      }
      pick.onDidTriggerButton(() => {
        leave(false)
      })
      pick.onDidAccept(() => {
        leave(true)
      })
      pick.onDidHide(() => {
        leave(false)
      })
      pick.show()
    })
  } finally {
    pick.dispose()
  }
}

/** All rows but those that are merged with others: what is left out can be ticked again. */
function rowsOf(
  { parts, type }: Tree,
  corrections: readonly ImportCorrection[],
): readonly TreeRow[] {
  const shown = corrections.filter(({ does }) => does !== 'leave out')
  const { parts: corrected, origins } = correctedOutline(parts, shown, type)
  return outlineRows(corrected).map((row) => ({
    ...row,
    origin: origins.get(row.part) ?? row.part,
  }))
}

/** Makes a row a division or a measure. */
class LevelButton implements vscode.QuickInputButton {
  readonly level: Part['level']
  readonly iconPath: vscode.ThemeIcon
  readonly tooltip: string

  constructor(level: Part['level']) {
    this.level = level
    this.iconPath = new vscode.ThemeIcon(level === 'measure' ? 'law' : 'list-tree')
    this.tooltip = level === 'measure' ? t('Make it a measure') : t('Make it a division')
  }
}

function itemOfRow(row: TreeRow): PartItem {
  const { level, kind, pages } = row.part
  const isDivision = level === 'division'
  return {
    row,
    label: `${'\u2003'.repeat(row.depth)}${isDivision ? '$(list-tree)' : '$(law)'} ${plainRow(row.name)}`,
    description: [
      isDivision ? t('division') : t('measure'),
      ...(kind === undefined ? [] : [kind]),
      ...(pages === undefined ? [] : [t('p. {0}', pages.first)]),
    ].join(', '),
    buttons: [
      // Tab leads to the first one, and Enter to all that can be done.
      { iconPath: new vscode.ThemeIcon('edit'), tooltip: t('Correct it…') },
      new LevelButton(isDivision ? 'measure' : 'division'),
    ],
  }
}
