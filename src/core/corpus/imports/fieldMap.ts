/** Which field of a list is what. */
export interface FieldMap {
  readonly label?: string
  readonly title?: string
  readonly text?: string
  /** What an item stands in: the label of another item, or what a group of items shares. */
  readonly parent?: string
}

const roles = ['label', 'title', 'text', 'parent'] as const

/**
 * What `text` says of the fields of a list: `label=code,title=name,text=description,parent="goal, target"`, each at
 * most once, in any order; a name with a comma stands in quotation marks, as in JSON. `undefined` where it says
 * nothing, or is not of this form.
 */
export function parseFieldMap(text: string): FieldMap | undefined {
  const map = new Map<string, string>()
  for (let rest: string | undefined = text; rest !== undefined;) {
    const equals = rest.indexOf('=')
    const name = rest.slice(0, Math.max(equals, 0)).trim()
    const role = roles.find((known) => known === name)
    const behind = rest.slice(equals + 1).trimStart()
    const [quoted] = /^"(?:[^"\\]|\\.)*"/su.exec(behind) ?? []
    const comma = behind.indexOf(',', quoted?.length ?? 0)
    const written = behind.slice(0, comma === -1 ? behind.length : comma).trim()
    const field = written.startsWith('"') ? textOfJson(written) : written
    if (role === undefined || map.has(role) || field === undefined || field === '') return undefined
    map.set(role, field)
    rest = comma === -1 ? undefined : behind.slice(comma + 1)
  }
  return Object.fromEntries(map)
}

function textOfJson(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return undefined
  }
}

/** `map` as {@link parseFieldMap} reads it. */
export function fieldMapText(map: FieldMap): string {
  return roles
    .flatMap((role) => {
      const name = map[role]
      if (name === undefined) return []
      return [`${role}=${/^\s|^"|[,\p{Cc}]|\s$/u.test(name) ? JSON.stringify(name) : name}`]
    })
    .join(',')
}
