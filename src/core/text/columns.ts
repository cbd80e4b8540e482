const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff01-\uff60]/u

/** How many columns `text` takes where a Chinese character takes two. */
export function columnsOf(text: string): number {
  return Array.from(text, widthOf).reduce((columns, width) => columns + width, 0)
}

/** `text` where it takes at most `most` columns, else as much of its beginning as does with `…`. */
export function withinColumns(text: string, most: number): string {
  return columnsOf(text) <= most ? text : `${beginning(text, most - 1).trimEnd()}…`
}

/** As {@link withinColumns}, but it is the middle that is left out: names that differ, mostly do at an end. */
export function endsWithinColumns(text: string, most: number): string {
  if (columnsOf(text) <= most) return text
  const end = reversed(beginning(reversed(text), Math.floor((most - 1) / 2)))
  return `${beginning(text, most - 1 - columnsOf(end))}…${end}`
}

function beginning(text: string, most: number): string {
  let columns = 0
  let end = 0
  for (const character of text) {
    columns += widthOf(character)
    if (columns > most) break
    end += character.length
  }
  return text.slice(0, end)
}

function reversed(text: string): string {
  return Array.from(text).reverse().join('')
}

function widthOf(character: string): 1 | 2 {
  return wide.test(character) ? 2 : 1
}
