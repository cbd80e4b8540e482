/** Which field of a list is what. */
export interface FieldMap {
  readonly label?: string
  readonly title?: string
  readonly text?: string
  /** What an item stands in: the label of another item, or what a group of items shares. */
  readonly parent?: string
}

const roles: ReadonlySet<string> = new Set(['label', 'title', 'text', 'parent'])

/**
 * What `text` says of the fields of a list: `label=code,title=name,text=description,parent=goal`, each at
 * most once, in any order. `undefined` where it says nothing, or is not of this form.
 */
export function parseFieldMap(text: string): FieldMap | undefined {
  const pairs = text.split(',').map((pair) => {
    const equals = pair.indexOf('=')
    return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()] as const
  })
  const isMap = pairs.every(([role, field]) => roles.has(role) && field !== '')
  const isOnceEach = new Set(pairs.map(([role]) => role)).size === pairs.length
  return isMap && isOnceEach ? Object.fromEntries(pairs) : undefined
}
