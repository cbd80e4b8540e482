/**
 * A table that is made when it is first asked for, and stays: where making it would cost time that not
 * everyone needs. `make` may depend on constants only.
 */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
