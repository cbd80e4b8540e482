import { childElements, isElement, type MarkupElement } from '../../markup/element.ts'

/** The first element called `name` right within `element`, which may stand in a choice between versions. */
export function property(
  element: MarkupElement | undefined,
  name: string,
): MarkupElement | undefined {
  for (const child of element?.children ?? []) {
    if (!isElement(child)) continue
    if (child.name === name) return child
    if (child.name !== 'AlternateContent') continue
    // What every reader understands stands last.
    const found = property(childElements(child).at(-1), name)
    if (found !== undefined) return found
  }
  return undefined
}

/** The value of the property `name` of `element`. */
export function valueOf(element: MarkupElement | undefined, name: string): string | undefined {
  return property(element, name)?.attributes.get('val')
}

/** The value of the property `name` as a whole number. */
export function numberIn(element: MarkupElement | undefined, name: string): number | undefined {
  const value = valueOf(element, name) ?? ''
  return /^-?\d{1,9}$/u.test(value) ? Number(value) : undefined
}

/** Whether the property `name` is on; `undefined` where nothing is said of it. */
export function isOn(element: MarkupElement | undefined, name: string): boolean | undefined {
  const found = property(element, name)
  if (found === undefined) return undefined
  return !['0', 'false', 'off', 'none'].includes(found.attributes.get('val') ?? '')
}
