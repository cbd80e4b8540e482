import * as vscode from 'vscode'
import { plainRow } from '../../core/text/inertMarkdown.ts'
import type { FieldMap } from '../../import/data/fieldMap.ts'
import type { SeenField } from '../../import/documentError.ts'

const { t } = vscode.l10n

type Role = keyof FieldMap

const roles = ['label', 'title', 'text', 'parent'] as const satisfies readonly Role[]

/**
 * Asks which of the `fields` of the list in a document called `name` is what, one after the other; Escape leads back
 * a step, and out of the first one: `undefined`. Something is the title or the text.
 */
export async function askFields(
  name: string,
  fields: readonly SeenField[],
): Promise<FieldMap | undefined> {
  const chosen = new Map<Role, string>()
  for (let step = 0; ;) {
    const role = roles[step]
    if (role === undefined) return Object.fromEntries(chosen)
    const before = chosen.get(role)
    for (const later of roles.slice(step)) chosen.delete(later)
    const answer = await askField(t('The fields of {0}', name), rowsFor(role, fields, chosen), {
      placeholder: question(role),
      before,
    })
    if (answer === undefined && step === 0) return undefined
    if (answer?.field !== undefined) chosen.set(role, answer.field)
    step += answer === undefined ? -1 : 1
  }
}

interface FieldRow extends vscode.QuickPickItem {
  /** None where no field is what is asked for. */
  readonly field?: string
}

/** The fields that are nothing else yet, and that it may be none of them; that stands first where it mostly is so. */
function rowsFor(
  role: Role,
  fields: readonly SeenField[],
  chosen: ReadonlyMap<Role, string>,
): readonly FieldRow[] {
  const used = new Set(chosen.values())
  const rows = fields
    .filter(({ name }) => !used.has(name))
    .map(({ name, values }): FieldRow => ({
      label: plainRow(name),
      description: plainRow(values.join(' · ')),
      field: name,
    }))
  const none: FieldRow = { label: t('None of these fields') }
  if (role === 'parent') return [none, ...rows]
  return role === 'text' && !chosen.has('title') ? rows : [...rows, none]
}

/** The row that is chosen; `undefined` where it is left by Escape. */
async function askField(
  title: string,
  rows: readonly FieldRow[],
  { placeholder, before }: { readonly placeholder: string; readonly before: string | undefined },
): Promise<FieldRow | undefined> {
  const pick = vscode.window.createQuickPick<FieldRow>()
  pick.title = title
  pick.placeholder = placeholder
  pick.ignoreFocusOut = true
  pick.matchOnDescription = true
  pick.items = rows
  const again = rows.filter(({ field }) => field !== undefined && field === before)
  if (again.length > 0) pick.activeItems = again
  try {
    return await new Promise<FieldRow | undefined>((resolve) => {
      pick.onDidAccept(() => {
        const [row] = pick.activeItems
        if (row !== undefined) resolve(row)
      })
      pick.onDidHide(() => {
        resolve(undefined)
      })
      pick.show()
    })
  } finally {
    pick.dispose()
  }
}

function question(role: Role): string {
  switch (role) {
    case 'label':
      return t('Which field numbers the items of the list, such as 13.a?')
    case 'title':
      return t('Which field is the title of an item?')
    case 'text':
      return t('Which field is the text of an item?')
    case 'parent':
      return t('Which field says what an item stands in, by number or name?')
  }
}
