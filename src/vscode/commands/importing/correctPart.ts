import * as vscode from 'vscode'
import { isLabel, type ImportCorrection } from '../../../core/corpus/imports/importCorrection.ts'
import { divisionKinds, provisionKinds } from '../../../core/corpus/kinds.ts'
import type { ProvisionKind } from '../../../core/corpus/provision.ts'
import {
  withCorrection,
  withoutCorrectionsOf,
} from '../../../core/features/importing/correcting.ts'
import type { PartNames } from '../../../core/features/importing/partNames.ts'
import type { Part } from '../../../core/official/outline.ts'
import { plainRow } from '../../../core/text/inertMarkdown.ts'

const { t } = vscode.l10n

/** A part that is to be corrected. */
export interface PartToCorrect {
  /** As its row has it. */
  readonly name: string
  /** As it is corrected already. */
  readonly part: Part
  /** As it is in the document. */
  readonly origin: Part
  readonly names: PartNames
}

/** One thing that can be done to a part, with what it then asks; `undefined` leads back to the choice. */
interface Action extends vscode.QuickPickItem {
  readonly correct: () => Promise<readonly ImportCorrection[] | undefined>
}

/** Asks what is to be corrected of a part, and gives `corrections` with that; Escape leads back, a step at a time. */
export async function correctPart(
  { name, part, origin, names }: PartToCorrect,
  corrections: readonly ImportCorrection[],
): Promise<readonly ImportCorrection[]> {
  const own = names.of(origin)
  const all = names.ofAllBeside(origin)
  const title = plainRow(name)
  const add = (correction: ImportCorrection | undefined) =>
    correction && withCorrection(corrections, correction)
  const now = (correction: ImportCorrection) => () => Promise.resolve(add(correction))
  const { label = '' } = part
  const actions: readonly Action[] = [
    {
      label: t('Change its label…'),
      description: plainRow(label),
      correct: async () => {
        const given = await askLabel(title, t('Its label'), label)
        return add(given === undefined ? undefined : { does: 'label', label: given, part: own })
      },
    },
    {
      label: t('Change its kind…'),
      description: part.kind ?? '',
      correct: async () => {
        const kind = await askKind(title, part)
        return add(kind && { does: 'kind', kind, part: own })
      },
    },
    {
      label: t('Change the kind of all that stand beside it…'),
      correct: async () => {
        const kind = await askKind(title, part)
        return add(kind && { does: 'kind', kind, part: all })
      },
    },
    {
      label: t('Number anew from here…'),
      correct: async () => {
        const prompt = t('Its label, from which those that follow it here go on')
        const from = await askLabel(title, prompt, label === '' ? '1' : label)
        return add(from === undefined ? undefined : { does: 'number', from, part: own })
      },
    },
    part.level === 'division'
      ? { label: t('Make it a measure'), correct: now({ does: 'measure', part: own }) }
      : { label: t('Make it a division'), correct: now({ does: 'division', part: own }) },
    { label: t('Move up a level'), correct: now({ does: 'up', levels: 1, part: own }) },
    { label: t('Move down a level'), correct: now({ does: 'down', levels: 1, part: own }) },
    { label: t('Merge with the one before'), correct: now({ does: 'merge', part: own }) },
    { label: t('Leave out'), correct: now({ does: 'leave out', part: own }) },
    {
      label: t('Leave out all that stand beside it'),
      correct: now({ does: 'leave out', part: all }),
    },
    {
      label: t('Take back what was corrected of it'),
      correct: () => Promise.resolve(withoutCorrectionsOf(corrections, own)),
    },
  ]
  for (;;) {
    const action = await pickOne(actions, title, t('What is to be corrected'))
    if (action === undefined) return corrections
    const corrected = await action.correct()
    if (corrected !== undefined) return corrected
  }
}

async function pickOne<T extends vscode.QuickPickItem>(
  items: readonly T[],
  title: string,
  placeHolder: string,
): Promise<T | undefined> {
  return vscode.window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true })
}

async function askKind(title: string, { kind }: Part): Promise<ProvisionKind | undefined> {
  const others = provisionKinds.filter((one) => one !== kind)
  const items = [...(kind === undefined ? [] : [kind]), ...others].map((label) => ({
    label,
    description: divisionKinds.some((one) => one === label) ? t('division') : t('measure'),
  }))
  return (await pickOne(items, title, t('What it is')))?.label
}

async function askLabel(title: string, prompt: string, value: string): Promise<string | undefined> {
  const given = await vscode.window.showInputBox({
    title,
    prompt,
    value,
    ignoreFocusOut: true,
    validateInput: (text) =>
      isLabel(text.trim())
        ? undefined
        : t('Write letters and digits, with single periods or hyphens between them.'),
  })
  return given?.trim()
}
