import type { Key } from './key.ts'

/** The keys below each parent, in the order of `provisions`. */
export function childrenByParent(
  provisions: readonly { readonly key: Key; readonly parent: Key }[],
): ReadonlyMap<Key, readonly Key[]> {
  const children = new Map<Key, Key[]>()
  for (const { key, parent } of provisions) {
    const known = children.get(parent)
    if (known === undefined) children.set(parent, [key])
    else known.push(key)
  }
  return children
}
