import printed from './printed.json' with { type: 'json' }
import type { PrintedThing } from './printedThing.ts'
import type { TableStyle } from './tableStyles.ts'
import type { Thing } from './things.ts'

/** What the table says is printed, by style and thing. */
const table: Readonly<Record<string, Readonly<Record<string, PrintedThing>>>> = printed

/** What the table says is printed of `thing` in `style`; `undefined` where it says nothing. */
export function expectedThing(thing: Thing, style: TableStyle): PrintedThing | undefined {
  return table[style.name]?.[thing.name]
}
