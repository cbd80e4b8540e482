// Reports for the figures: ordinary, bilingual, the same in every run.

const english =
  'agencies weigh the rules of each state before funds are given and report what they found to the office that asked'
const chinese =
  '各机构在拨付资金之前应当审查各州的规定并向主管部门报告审查结果以便推进人工智能的发展'

/** Numbers from 0 to below `limit`, the same in every run. */
export class Dice {
  #state = 20260731

  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * limit)
  }

  pick<T>(things: readonly T[], otherwise: T): T {
    return things[this.below(things.length)] ?? otherwise
  }
}

/** An ordinary bilingual report of about `size` characters; one paragraph in four cites. */
export function reportOf(size: number): string {
  const dice = new Dice()
  const parts = ['---\ntitle: A report\nlang: en\n---\n\n']
  let length = 0
  while (length < size) {
    const part = partOf(dice)
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

function partOf(dice: Dice): string {
  switch (dice.below(12)) {
    case 0:
      return `## ${sentence(dice).slice(0, 60)}\n\n`
    case 1:
      return `- ${sentence(dice)}\n- ${sentence(dice)}\n  - ${sentence(dice)}\n\n`
    case 2:
      return `> ${sentence(dice)}\n> ${sentence(dice)}\n\n`
    case 3:
      return `| a | b |\n|---|---|\n| ${sentence(dice)} | $${String(dice.below(900))} million |\n\n`
    case 4:
      return dice.below(4) > 0
        ? paragraph(dice)
        : `\`\`\`r\nfit <- lm(y ~ x)\n# ${sentence(dice)}\n\`\`\`\n\n`
    default:
      return paragraph(dice)
  }
}

function paragraph(dice: Dice): string {
  const sentences = Array.from({ length: 2 + dice.below(5) }, () => sentence(dice))
  if (dice.below(4) === 0)
    sentences.push('See [@us-aiap-2025:I.1.3, p. 3] and [others](https://a.example/b "c").')
  return `${sentences.join(dice.below(3) === 0 ? '\n' : ' ')}\n\n`
}

function sentence(dice: Dice): string {
  if (dice.below(3) === 0) return `${chinese.slice(dice.below(20))}，*推进* \`code\`。`
  const words = english.split(' ')
  return `${Array.from({ length: 8 + dice.below(14) }, () => dice.pick(words, 'and')).join(' ')}.`
}
