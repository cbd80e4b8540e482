import { runStart } from '../../core/text/characters.ts'

const ofLabel = /[\p{L}\p{N}]/u

/** A number as printed without the word before it and what closes it: `(a)`, `1.`, `SEC. 2.`; `undefined` where there is none. */
export function bareLabel(printed = ''): string | undefined {
  const end = runStart(printed, /[\s.)\]:—–-]/u)
  let start = runStart(printed, ofLabel, end)
  while (/[.-]/u.test(printed.charAt(start - 1)) && ofLabel.test(printed.charAt(start - 2))) {
    start = runStart(printed, ofLabel, start - 1)
  }
  return printed.slice(start, end) || undefined
}
