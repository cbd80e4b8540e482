/** Pandoc and citeproc-js read `<i>`, `<span …>` and the like in CSL-JSON as markup; a space keeps them text. */
export function plain(text: string): string {
  return text.replace(/<(?=[/a-z])/giu, '< ')
}

/** CSL's markup for words in a title that get no capitals, around `text`, which is {@link plain}. */
export function inItsOwnCase(text: string): string {
  return `${begin}${text}${end}`
}

/** The words of `title`, in turn without and with that markup. */
export function partsByCase(title: string): readonly string[] {
  return title.split(begin).flatMap((part, index) => (index === 0 ? [part] : part.split(end)))
}

/** `title` without that markup. */
export function withoutCase(title: string): string {
  return partsByCase(title).join('')
}

const begin = '<span class="nocase">'
const end = '</span>'
