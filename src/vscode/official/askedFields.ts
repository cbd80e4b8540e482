import * as vscode from 'vscode'
import { plainRow } from '../../core/text/inertMarkdown.ts'
import type { FieldMap } from '../../core/corpus/imports/fieldMap.ts'
import type { SeenField } from '../../import/documentError.ts'

const { t } = vscode.l10n

type Role = keyof FieldMap

const roles = ['label', 'title', 'text', 'parent'] as const satisfies readonly Role[]

/**
 * Asks which of the `fields` of the list in a document called `name` is what, one after the other; Escape leads back
 * a step, and out of the first one: `undefined`. Something is the title or the text. Of what `said` of them before
 * only that is asked again which is not so any more.
 */
export async function askFields(
  name: string,
  fields: readonly SeenField[],
  said: FieldMap = {},
): Promise<FieldMap | undefined> {
  const isThere = (role: Role): boolean => fields.some((field) => field.name === said[role])
  const gone = roles.filter((role) => said[role] !== undefined && !isThere(role))
  const asked = gone.length === 0 ? roles : gone
  const chosen = new Map<Role, string>()
  for (const role of roles) {
    const field = said[role]
    if (field !== undefined && !asked.includes(role)) chosen.set(role, field)
  }
  for (let step = 0; ;) {
    const role = asked[step]
    if (role === undefined) return Object.fromEntries(chosen)
    const before = chosen.get(role)
    for (const later of asked.slice(step)) chosen.delete(later)
    const mayBeNone =
      role === 'label' || role === 'parent' || isWorded(chosen, asked.slice(step + 1))
    const rows = rowsFor(role, fields, new Set(chosen.values()), mayBeNone)
    const words = { placeholder: question(role, said[role]), before }
    const answer = await askField(t('The fields of {0}', name), rows, words)
    if (answer === undefined && step === 0) return undefined
    if (answer?.field !== undefined) chosen.set(role, answer.field)
    step += answer === undefined ? -1 : 1
  }
}

/** Whether something is the title or the text of items, or is yet to be. */
function isWorded(chosen: ReadonlyMap<Role, string>, later: readonly Role[]): boolean {
  return chosen.has('title') || chosen.has('text') || later.includes('text')
}

interface FieldRow extends vscode.QuickPickItem {
  /** None where no field is what is asked for. */
  readonly field?: string
}

/** The fields that are nothing else yet, and that it may be none of them; that stands first where it mostly is so. */
function rowsFor(
  role: Role,
  fields: readonly SeenField[],
  used: ReadonlySet<string>,
  mayBeNone: boolean,
): readonly FieldRow[] {
  const rows = fields
    .filter(({ name }) => !used.has(name))
    .map(({ name, values }): FieldRow => ({
      label: plainRow(name),
      description: plainRow(values.join(' · ')),
      field: name,
    }))
  const none: FieldRow = { label: t('None of these fields') }
  if (role === 'parent') return [none, ...rows]
  return mayBeNone ? [...rows, none] : rows
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

/** What is asked; of a field that is `gone`, it is said first that it is. */
function question(role: Role, gone: string | undefined): string {
  const asked = questionOf(role)
  return gone === undefined ? asked : t('There is no field “{0}” any more. {1}', gone, asked)
}

function questionOf(role: Role): string {
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
