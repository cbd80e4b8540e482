import type { ProblemCode } from '../core/features/problems/problem.ts'

/** Where the problems of this code are explained: in `docs/problems.md` of the project, as its package.json names it. */
export function problemAddress(code: ProblemCode): string {
  return `https://github.com/policy-citation/policy-citation/blob/main/docs/problems.md#${code.replace('.', '-')}`
}
