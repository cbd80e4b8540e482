import { findPandoc } from '../../ownPandoc/findPandoc.ts'
import { thisMachine } from '../../ownPandoc/thisMachine.ts'
import { misreadPath, type MisreadSetting } from '../../workspace/misreadSettings.ts'

/** What is wrong with `path` as that of Pandoc; nothing where a program lies there. */
export async function misreadPathOf(path: string): Promise<readonly MisreadSetting[]> {
  const found = await findPandoc(thisMachine, { setting: path, folders: [] })
  return typeof found === 'string' ? [misreadPath(path, found)] : []
}
