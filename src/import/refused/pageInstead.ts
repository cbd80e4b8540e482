import type { Outline, Part } from '../../core/official/outline.ts'
import { DocumentError, found } from '../documentError.ts'
import {
  allWithin,
  isElement,
  lineOf,
  type MarkupElement,
  type MarkupNode,
} from '../markup/element.ts'
import { foundInstead } from './foreignFormat.ts'

/** A page of more words is what somebody wanted to read, whatever its title says. */
const mostWords = 250

/** What a site writes in place of a document, whole lines or what stands between the bars of a title. */
const errors = [
  ...[
    'access (?:is |was |has been )?(?:denied|forbidden|restricted)',
    'permission denied',
    'forbidden',
  ],
  ...[
    '(?:file|page|document|resource|url)(?: or directory)?(?: was| is| could not be| cannot be)? not found',
  ],
  ...[
    "(?:the )?(?:requested )?(?:page|document|resource|url)(?: you requested)? (?:was not|could not be|cannot be|can't be) found",
  ],
  ...[
    'not found',
    'unauthori[sz]ed',
    'bad (?:request|gateway)',
    'gateway time-?out',
    'internal server error',
  ],
  ...[
    '(?:service|site|page|website) (?:temporarily )?(?:unavailable|not available)',
    'server error',
  ],
  ...[
    'just a moment',
    'attention required',
    'one more step',
    'please wait',
    'request (?:rejected|blocked)',
  ],
  ...[
    'pardon our interruption',
    '(?:human|security) (?:verification|check)',
    'are you (?:a )?(?:human|robot)',
  ],
  ...[
    'checking your browser(?: before accessing)?.{0,60}',
    'verif(?:y|ying) (?:that )?you are human.{0,60}',
  ],
  ...[
    'ddos protection.{0,40}',
    'too many requests',
    '(?:an )?error(?: has)?(?: occurred)?',
    'captcha',
  ],
  ...[
    'the requested document does not exist',
    'this page (?:does not|doesn.t) exist',
    '(?:under|down for|scheduled) maintenance',
  ],
  ...[
    'seite nicht gefunden',
    'zugriff verweigert',
    'page (?:introuvable|non trouvée)',
    'accès (?:refusé|interdit)',
  ],
  ...[
    'página no encontrada',
    'acceso denegado',
    'página não encontrada',
    'acesso negado',
    'pagina non trovata',
  ],
  ...['страница не найдена', 'доступ (?:запрещ[её]н|закрыт)', 'strona nie (?:została )?znaleziona'],
  ...[
    '.{0,12}(?:页面|网页|頁面|網頁|文件|资源)(?:不存在|未找到|找不到|已删除|已刪除|无法访问)(?:了|或已删除)?',
  ],
  ...[
    '(?:抱歉|对不起|對不起)?[，,]?(?:找不到|未找到|无法找到|無法找到).{0,10}(?:页面|网页|頁面|網頁|文件)',
    '无权访问',
  ],
  ...[
    '(?:访问|存取|訪問)(?:被|遭)?(?:拒绝|拒絕|禁止|受限)',
    '(?:禁止|拒绝|拒絕)(?:访问|存取|訪問)',
    '出错了',
    '系统错误',
    '(?:人机|安全|真人)验证',
    '请稍候',
    '请稍等',
  ],
  ...[
    '.{0,10}ページが見つかりません.{0,10}',
    'アクセスが拒否されました',
    '.{0,10}페이지를 찾을 수 없습니다',
  ],
]

/** `404`, `Error 403`, `HTTP 404 Not Found`. */
const numbered = String.raw`(?:http |https )?(?:(?:error|status|fehler|erreur|错误|錯誤)[\s:-]{0,3})?(?:4\d\d|50\d|52\d)(?:[\s.:-]{0,3}error)?`

const errorLine = new RegExp(
  `^(?:${numbered}|(?:(?:${numbered}|error|sorry|whoops|oops)[\\s.:,!-]{1,4})?(?:${errors.join('|')})(?: ?[([]?${numbered}[)\\]]?)?)$`,
  'iu',
)

const logIn =
  /^(?:please )?(?:log[ -]?in|log[ -]?on|sign[ -]?in|user login|member login|authentication required|single sign-?on|central authentication service|anmelden|anmeldung|connexion|se connecter|identification|iniciar sesión|entrar|acceso|accedi|登录|登陆|登入|用户登录|用戶登入|会员登录|统一身份认证|ログイン|로그인|вход|войти)(?: (?:page|required|to|with|in|into|bei|à|zu)\b.{0,80})?$/iu

const asking =
  /enable|require|turn on|activate|need|without|disabled|aktivieren|activer|activé|necess|启用|開啟|啟用|打开|支持/iu

/** Whether a few words ask the reader for JavaScript. */
function asksForScripts(words: string): boolean {
  return /javascript/iu.test(words) && asking.test(words)
}

/**
 * Refuses a page that a site gave in place of a document: that it was not found or not allowed, that one
 * should log in, or one that only a browser fills. Pages of many words, and those with numbered provisions,
 * are never refused.
 *
 * @throws DocumentError
 */
export function refusePageInstead(root: MarkupElement, outline: Outline): void {
  if (hasProvisions(outline.parts)) return
  const seen = seenText(root)
  const words = wordCount(seen)
  if (words > mostWords) return
  const lines = headLines(root, seen)
  if (words < 60 && fillsItself(root, seen, words)) {
    throw new DocumentError('blank page', 'a page that only a browser fills')
  }
  if (words === 0) throw foundInstead(found.nothing)
  const error = lines.find((line) => errorLine.test(line))
  if (error !== undefined) throw new DocumentError('error page', `“${error}”`, [error])
  if (asksToLogIn(root, lines)) throw new DocumentError('log-in page', 'a page to log in')
}

/** Whether a text of one line only says that a document was not given. @throws DocumentError where it does. */
export function refuseTextInstead(text: string): void {
  const line = text.trim()
  if (line.length <= 200 && errorLine.test(bare(line))) {
    throw new DocumentError('error page', `“${line}”`, [line])
  }
  const [, said] =
    /^(?:<\?xml[^>]{0,100}\?>\s*)?<Error>[\s\S]{0,400}<Message>([^<]{1,200})<\/Message>/u.exec(
      line,
    ) ?? []
  if (said !== undefined) throw new DocumentError('error page', `“${said}”`, [said])
}

/** Whether any measure bears a number and a kind. */
function hasProvisions(parts: readonly Part[]): boolean {
  return parts.some(
    ({ level, kind, label, parts: below }) =>
      (level === 'measure' && kind !== undefined && label !== undefined) || hasProvisions(below),
  )
}

/** What a page calls itself: the pieces of its title, its headings, and the first line where it has none. */
function headLines(root: MarkupElement, seen: string): readonly string[] {
  const titles = allWithin(root, 'title').map(lineOf)
  const [largest = [], large = []] = ['h1', 'h2'].map((name) => allWithin(root, name).slice(0, 2))
  // Below the heading of a page stand those of its sections, which a document has as well.
  const headings = (largest.length > 0 ? largest : large).map(lineOf)
  const first = headings.length === 0 ? [seen.slice(0, 120).split(/[.!。\n]/u)[0]] : []
  return [...titles, ...headings, ...first].flatMap((line) =>
    line === undefined || line.length > 200
      ? []
      : [line, ...line.split(/[|–—·»_]|\s-\s|:\s/u)].map(bare),
  )
}

/** Without quotation marks around it and what ends a sentence. */
function bare(line: string): string {
  let end = line.length
  while (end > 0 && /[\s.…!?？！。”"]/u.test(line.charAt(end - 1))) end -= 1
  return line.slice(0, end).trimStart().replace(/^[“"]/u, '')
}

function asksToLogIn(root: MarkupElement, lines: readonly string[]): boolean {
  const inputs = allWithin(root, 'input')
  const hasPassword = inputs.some(({ attributes }) => attributes.get('type') === 'password')
  const isCalledSo = lines.some((line) => logIn.test(line))
  if (!hasPassword) return isCalledSo && inputs.length > 0
  const buttons = [
    ...allWithin(root, 'button').map((button) => lineOf(button) ?? ''),
    ...inputs
      .filter(({ attributes }) => attributes.get('type') === 'submit')
      .map(({ attributes }) => attributes.get('value') ?? ''),
  ]
  const saysSo = buttons.some((button) => logIn.test(bare(button)))
  return isCalledSo || (saysSo && wordsBeside(root) < fewWords)
}

/** So few words beside a form are no document, whatever their title. */
const fewWords = 15

/** How many words stand outside of headings and forms. */
function wordsBeside(root: MarkupElement): number {
  const around = ['form', 'h1', 'h2', 'nav', 'header', 'footer']
  return wordCount(seenText(root, (name) => around.includes(name)))
}

/** Whether there is nothing to see but what scripts would put in. */
function fillsItself(root: MarkupElement, seen: string, words: number): boolean {
  if (allWithin(root, 'script').length === 0) return false
  const [notice = ''] = allWithin(root, 'noscript').map((one) => lineOf(one) ?? '')
  if (words === 0) return true
  const isMount = allWithin(root, 'div').some(
    ({ attributes, children }) =>
      ['root', 'app', '__next', '__nuxt', 'main', 'app-root'].includes(
        attributes.get('id') ?? '',
      ) && children.every((child) => typeof child === 'string' && child.trim() === ''),
  )
  return asksForScripts(seen) || ((isMount || asksForScripts(notice)) && words < 30)
}

const unseen: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
])

/** All that is seen of a page, in order. */
function seenText(root: MarkupElement, isLeftOut: (name: string) => boolean = () => false): string {
  const pieces: string[] = []
  const walk = (nodes: readonly MarkupNode[]): void => {
    for (const node of nodes) {
      if (!isElement(node)) pieces.push(node)
      else if (!unseen.has(node.name) && !isLeftOut(node.name)) {
        pieces.push(' ')
        walk(node.children)
      }
    }
  }
  walk(root.children)
  return pieces.join('').replaceAll(/\s+/gu, ' ').trim()
}

/** How many words there are, two characters of Chinese for one. */
function wordCount(text: string): number {
  const han = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) + Math.floor(han / 2)
}
