/** `value`, frozen with all arrays and objects in it; what is frozen already is not looked into. */
export function deepFreeze<T>(value: T): T {
  freezeAll(value)
  return value
}

function freezeAll(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  freezeMembers(Object.freeze(value))
}

/** Freezes all arrays and objects in `value`, but not itself. */
export function freezeMembers(value: object): void {
  const members: unknown[] = Object.values(value)
  for (const member of members) if (typeof member === 'object') freezeAll(member)
}
