import { childElements, lineOf, type MarkupElement } from '../markup/element.ts'
import {
  inCapitals,
  inDigits,
  inLettersByPlace,
  inLowerRoman,
  type NumberForm,
} from '../labels/numberForms.ts'
import { readCellLabel } from '../tables/cellLabel.ts'

/** How the items of a list are counted, as a browser prints it. */
export interface ListNumbers {
  /** Missing where nothing, or a bullet, is printed before each. */
  readonly form?: NumberForm
  readonly first: number
  readonly step: 1 | -1
}

/** By the attribute `type` (HTML, "The ol element"). */
const types: ReadonlyMap<string, NumberForm> = new Map([
  ['1', inDigits],
  ['a', inLettersByPlace],
  ['A', inCapitals(inLettersByPlace)],
  ['i', inLowerRoman],
  ['I', inCapitals(inLowerRoman)],
])

/** By the property `list-style-type` (CSS Counter Styles Level 3). */
const styles: ReadonlyMap<string, NumberForm> = new Map([
  ['decimal', inDigits],
  ['lower-alpha', inLettersByPlace],
  ['lower-latin', inLettersByPlace],
  ['upper-alpha', inCapitals(inLettersByPlace)],
  ['upper-latin', inCapitals(inLettersByPlace)],
  ['lower-roman', inLowerRoman],
  ['upper-roman', inCapitals(inLowerRoman)],
])

/** How an element `ol`, `ul` or `menu` counts. A list whose words bear its numbers already prints none. */
export function listNumbers(list: MarkupElement): ListNumbers {
  const { name, attributes } = list
  const items = childElements(list, 'li')
  const isReversed = attributes.has('reversed')
  const first = wholeNumber(attributes.get('start')) ?? (isReversed ? items.length : 1)
  const numbers = { first, step: isReversed ? -1 : 1 } as const
  const form = name === 'ol' && !areNumberedInWords(items) ? formOf(list) : undefined
  return form === undefined ? numbers : { ...numbers, form }
}

/** The number that an item bears of its own: its attribute `value`. */
export function ownNumber({ attributes }: MarkupElement): number | undefined {
  return wholeNumber(attributes.get('value'))
}

function wholeNumber(text = ''): number | undefined {
  const [digits] = /^\d{1,6}$/u.exec(text.trim()) ?? []
  return digits === undefined ? undefined : Number(digits)
}

function formOf({ attributes }: MarkupElement): NumberForm | undefined {
  const style = /list-style(?:-type)?\s*:\s*([a-z -]{1,40})/iu.exec(attributes.get('style') ?? '')
  const words = (style?.[1] ?? '').toLowerCase().split(' ')
  const styled = words.map((word) => styles.get(word)).find((form) => form !== undefined)
  if (styled !== undefined) return styled
  if (words.some((word) => unnumbered.has(word))) return undefined
  return types.get(attributes.get('type') ?? '1') ?? inDigits
}

const unnumbered: ReadonlySet<string> = new Set(['none', 'disc', 'circle', 'square'])

/** Whether the words of each of several items begin with what counts them: `(a)`, `1.`. */
function areNumberedInWords(items: readonly MarkupElement[]): boolean {
  return (
    items.length > 1 &&
    items.every((item, index) => {
      const { label } = readCellLabel(lineOf(item)?.slice(0, 12) ?? '')?.label ?? {}
      const number = index + 1
      const forms = [inDigits, inLettersByPlace, inLowerRoman].map((form) => form(number))
      return label !== undefined && forms.includes(label.toLowerCase())
    })
  )
}
