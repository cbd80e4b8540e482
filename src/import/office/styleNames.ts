/** What headings are called in the styles of Word and LibreOffice, which some programs write in the language of their users. */
const headingWords = [
  ...['heading', 'überschrift', 'titre', 'título', 'titulo', 'titolo', 'kop', 'rubrik'],
  ...['overskrift', 'otsikko', 'nagłówek', 'nadpis', 'címsor', 'naslov', 'titlu', 'başlık'],
  ...['encabezado', 'intestazione', 'заголовок', 'επικεφαλίδα', 'عنوان', 'כותרת'],
  ...['标题', '標題', '見出し', '제목'],
]

const numberedHeading = new RegExp(`^(?:${headingWords.join('|')})[\\s_-]{0,3}(\\d{1,2})$`, 'iu')

/** The depth, from 1 on, of headings whose style bears this name: `heading 2`, `Überschrift 2`, `二级标题`; `undefined` for other styles. */
export function headingDepth(name: string): number | undefined {
  const digits = numberedHeading.exec(name.trim())?.[1]
  if (digits !== undefined) {
    const depth = Number(digits)
    return depth >= 1 && depth <= 10 ? depth : undefined
  }
  const [, chinese = ''] = /^([一二三四五六七八九])[级級][标標][题題]$/u.exec(name.trim()) ?? []
  return chinese === '' ? undefined : '一二三四五六七八九'.indexOf(chinese) + 1
}

const titleNames: ReadonlySet<string> = new Set([
  ...['title', 'titel', 'titre', 'título', 'titulo', 'titolo', 'rubrik', 'otsikko', 'tytuł'],
  ...['название', 'τίτλος', '标题', '標題', '表題', '제목', '文章标题', '文件标题'],
])

/** Whether a style of this name is that of the title of a document. */
export function isTitleName(name: string): boolean {
  return titleNames.has(name.trim().toLowerCase())
}

/** Whether a style of this name is that of a title page beside the title. */
export function isSubtitleName(name: string): boolean {
  return /^(?:subtitle|author|date|untertitel|sous-titre|subtítulo|sottotitolo|副标题|副標題|副題)$/iu.test(
    name.trim(),
  )
}

/** Whether a style of this name is that of the lines of a table of contents, or of its heading. */
export function isContentsName(name: string): boolean {
  return /^(?:toc(?:[\s_]?\d|[\s_]heading)|table of figures|contents[\s_](?:\d|heading)|目[录錄]\s?\d|verzeichnis\s?\d|tm\s?\d|tdc\s?\d|sommario\s?\d|目次\s?\d)$/iu.test(
    name.trim(),
  )
}
