/** A number as printed without the word before it and what closes it: `(a)`, `1.`, `SEC. 2.`; `undefined` where there is none. */
export function bareLabel(printed: string | undefined): string | undefined {
  const label = /([\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*)[\s.)\]:—–-]*$/u.exec(printed ?? '')?.[1]
  return label === undefined || label === '' ? undefined : label
}
