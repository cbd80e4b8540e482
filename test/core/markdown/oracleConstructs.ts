import { parse, preprocess } from 'micromark'

type Constructs = ReturnType<typeof parse>['constructs']['text']
/** One rule of micromark's. */
export type Construct = Exclude<NonNullable<Constructs[string]>, readonly unknown[]>
type Tokenize = Construct['tokenize']
type State = ReturnType<Tokenize>
type Code = Parameters<State>[0]

const verbatimNames = ['pre', 'script', 'style', 'textarea']
// micromark's codes; those up to `lineEnding` are the three line endings.
const [lineEnding, space, dollar, slash, lessThan, greaterThan, question, at] = [
  -3, 32, 36, 47, 60, 62, 63, 64,
]

/** micromark's negative codes are line endings and tabs. */
function isBlank(code: Code): boolean {
  return code === null || code < 0 || code === space
}

function isEnd(code: Code): boolean {
  return code === null
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57
}

/** Pandoc's code: what a whole run of backticks does not open, the backticks behind its first may. */
export function codeFromAnyBacktick(codeText: Construct): Construct {
  return { ...codeText, previous: () => true }
}

/** `construct`, tried only where `condition` holds at the same place. */
function onlyWhere(construct: Construct, condition: Tokenize): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const tokenize = construct.tokenize.bind(this, effects, ok, nok)
      const go: State = (code) => tokenize()(code)
      return effects.check({ tokenize: condition, partial: true }, go, nok)
    },
  }
}

/** Pandoc's conditions for `$…$`: no blank within the dollars, no digit behind them. */
export function moneyIsNoMaths(mathText: Construct): Construct {
  return onlyWhere(mathText, (effects, ok, nok) => {
    let opening = 0
    let closing = 0
    let before: Code = null
    const open: State = (code) => {
      if (code === dollar) {
        opening += 1
        effects.consume(code)
        return open
      }
      if (opening > 1) return ok(code)
      return isBlank(code) ? nok(code) : inside(code)
    }
    const inside: State = (code) => {
      if (isEnd(code)) return nok(code)
      if (code === dollar) {
        closing = 0
        return close(code)
      }
      before = code
      effects.consume(code)
      return inside
    }
    const close: State = (code) => {
      if (code === dollar) {
        closing += 1
        effects.consume(code)
        return close
      }
      if (closing === 1) return isBlank(before) || isDigit(code) ? nok(code) : ok(code)
      before = dollar
      return inside(code)
    }
    return (code) => {
      effects.enter('htmlText')
      return open(code)
    }
  })
}

/**
 * The rule for footnote definitions with a mistake mended: within another definition, whose indentation
 * it takes for its own, it would go on without any.
 */
export function footnoteNeedsIndent(footnote: Construct): Construct {
  const { continuation } = footnote
  if (!continuation) return footnote
  const isIndented: Tokenize = (_, ok, nok) => (code) => (isBlank(code) ? ok(code) : nok(code))
  return { ...footnote, continuation: onlyWhere(continuation, isIndented) }
}

/** The rule for HTML blocks, which takes `b=c` for one more value in `<x a=b=c>` alone on a line. */
export function bareValueHasNoValue(htmlFlow: Construct): Construct {
  return onlyWhere(htmlFlow, (effects, ok, nok) => {
    let line = ''
    const read: State = (code) => {
      if (code !== null && code > lineEnding) {
        line += code < 0 ? ' ' : String.fromCharCode(code)
        effects.consume(code)
        return read
      }
      const name = /^<([a-z][a-z\d-]*)\s/i.exec(line)?.[1]
      const bare = line.replace(/"[^"]*"|'[^']*'/g, '""')
      if (name === undefined || !/=\s*[^\s"'=<>`]+\s*=/.test(bare)) return ok(code)
      return beginsHtmlAnyway(name) ? ok(code) : nok(code)
    }
    return (code) => {
      effects.enter('htmlText')
      return read(code)
    }
  })
}

/** Whether an HTML block begins with the tag of `name` even where that is not complete. */
function beginsHtmlAnyway(name: string): boolean {
  const events = parse()
    .document()
    .write(preprocess()(`<${name}`, undefined, true))
  return events.some(([, { _tokenizer: flow }]) =>
    flow?.events.some(([, { type }]) => type === 'htmlFlow'),
  )
}

/** Pandoc reads no definition of a label that begins with `@`. */
export function citationIsNoLabel(definition: Construct): Construct {
  return onlyWhere(definition, (effects, ok, nok) => (code) => {
    effects.enter('htmlText')
    effects.consume(code)
    return (next) => (next === at ? nok(next) : ok(next))
  })
}

/**
 * An element whose content is no text, up to its end tag or to the end. In an HTML block its own tag
 * need not be complete; in a paragraph one of `angle`, micromark's rules for `<`, must read the tag.
 */
export function verbatimElement(angle: readonly Construct[], isHtml: boolean): Construct {
  const html = angle.find(({ name }) => name === 'htmlText')
  const element: Construct = { name: 'verbatimElement', tokenize: tokenizeVerbatim }
  return isHtml || html === undefined ? element : onlyWhere(element, html.tokenize)
}

const tokenizeVerbatim: Tokenize = (effects, ok, nok) => {
  let name = ''
  let tail = ''
  const take =
    (next: State): State =>
    (code) => {
      if (code !== null && code <= lineEnding) return takeLineEnding(effects, next)(code)
      effects.consume(code)
      return next
    }
  const inside: State = (code) => {
    if (isEnd(code)) return done(code)
    tail = (tail + (code !== null && code > 0 ? String.fromCharCode(code) : '\n')).slice(-11)
    const isClosed = verbatimNames.some((closed) => tail.toLowerCase().endsWith(`</${closed}>`))
    return take(isClosed ? done : inside)(code)
  }
  const done: State = (code) => {
    effects.exit('htmlTextData')
    effects.exit('htmlText')
    return ok(code)
  }
  const named: State = (code) => {
    const isLetter = code !== null && code > space && /[a-z\d-]/i.test(String.fromCharCode(code))
    if (isLetter && name.length < 9) {
      name += String.fromCharCode(code)
      return take(named)(code)
    }
    const isDelimited = isBlank(code) || code === greaterThan || code === slash
    return isDelimited && verbatimNames.includes(name.toLowerCase()) ? inside(code) : nok(code)
  }
  return (code) => {
    effects.enter('htmlText')
    effects.enter('htmlTextData')
    return take(named)(code)
  }
}

/** Takes a line ending within HTML, as a token of its own: micromark joins the lines at these. */
function takeLineEnding(effects: Parameters<Tokenize>[0], next: State): State {
  return (code) => {
    effects.exit('htmlTextData')
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    effects.enter('htmlTextData')
    return next
  }
}

/** In an HTML block: a comment, instruction, declaration or CDATA section that nothing closes. */
export const unclosedDeclaration: Construct = {
  name: 'unclosedDeclaration',
  tokenize(effects, ok, nok) {
    let opening = ''
    const rest: State = (code) => {
      if (isEnd(code)) {
        effects.exit('htmlTextData')
        effects.exit('htmlText')
        return ok(code)
      }
      if (code !== null && code <= lineEnding) return takeLineEnding(effects, rest)(code)
      effects.consume(code)
      return rest
    }
    const open: State = (code) => {
      if (/^<(?:\?|!--|!\[CDATA\[|![A-Za-z])/.test(opening)) return rest(code)
      if (code === null || code <= lineEnding || opening.length > 9) return nok(code)
      opening += String.fromCharCode(code)
      effects.consume(code)
      return open
    }
    return (code) => {
      effects.enter('htmlText')
      effects.enter('htmlTextData')
      return code === lessThan || code === question ? open(code) : nok(code)
    }
  },
}
