/** Whether `yaml` names our filter, comments apart: under `filters:`, or as the file that it is. */
export function namesFilter(yaml: string): boolean {
  const said = yaml.replace(/(?<=^|\s)#.*$/gmu, '')
  return said.includes('policy-citation.lua') || listsFilter(said.split(/\r\n|[\r\n]/u))
}

function listsFilter(lines: readonly string[]): boolean {
  return lines.some((line, at) => {
    const [, before = '', value] = /^([ \t]*(?:- )?)["']?filters["']?[ \t]*:(.*)$/u.exec(line) ?? []
    if (value === undefined) return false
    const rest = lines.slice(at + 1)
    const end = rest.findIndex((next) => !goesOn(next, before.length))
    return [value, ...rest.slice(0, end === -1 ? rest.length : end)].some((one) => named.test(one))
  })
}

const named = /(?:^|[\s/\\"'[,])policy-citation(?=[\s"'\],]|$)/u

/** Whether `line` belongs to the value of a field that stands `indent` far to the right. */
function goesOn(line: string, indent: number): boolean {
  const [own = ''] = /^[ \t]*/u.exec(line) ?? []
  return line.trim() === '' || own.length > indent || line.startsWith('- ', indent)
}
