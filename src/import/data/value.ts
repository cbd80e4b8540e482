/** What JSON, YAML and tables hold, all words as they are written: `1.10` is no number. */
export type Value = string | readonly Value[] | ValueMap

/** Fields by their names. */
export interface ValueMap {
  readonly [name: string]: Value
}

/** Whether `value` has fields. */
export function isMap(value: Value | undefined): value is ValueMap {
  return typeof value === 'object' && !isList(value)
}

/** Whether `value` is several. */
export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value)
}

/** The text in the field `name`, trimmed; `undefined` where there is none. */
export function textIn(map: ValueMap, name: string): string | undefined {
  const value = Object.hasOwn(map, name) ? map[name] : undefined
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? undefined : text
}

/** The maps in the list of the field `name`. */
export function mapsIn(map: ValueMap, name: string): readonly ValueMap[] {
  const value = Object.hasOwn(map, name) ? map[name] : undefined
  return isList(value) ? value.filter(isMap) : []
}

/** All words of `value`, in one line. */
export function wordsOf(value: Value): string {
  if (typeof value === 'string') return value.replaceAll(/\s+/gu, ' ').trim()
  return (isList(value) ? value : Object.values(value))
    .map(wordsOf)
    .filter((words) => words !== '')
    .join('; ')
}
