import { sentence } from '../core/corpus/sentence.ts'
import { readRegularNow } from '../disk/readRegular.ts'
import { writeNew, writeWhole } from '../disk/writeWhole.ts'
import { Failure, Unread, Unwritten } from './failure.ts'

/**
 * The bytes of a regular file of at most `limit` bytes.
 *
 * @throws Failure where it is none.
 */
export function readBytes(name: string, limit: number): Uint8Array {
  let read: ReturnType<typeof readRegularNow>
  try {
    read = readRegularNow(name, limit)
  } catch (error) {
    throw new Unread(name, error)
  }
  if (read === 'noFile') throw new Failure(sentence`${name} is no file.`)
  if (read === 'tooLarge') throw new Failure(sentence`${name} is larger than ${limit} bytes.`)
  return read
}

/**
 * Writes `content`, text in UTF-8 or bytes, to the file called `name`, all of it or nothing, and makes the folders above it; `onlyNew` where
 * nothing may be called so yet.
 *
 * @throws Unwritten where it cannot be written.
 */
export async function writeText(
  name: string,
  content: string | Uint8Array,
  { onlyNew = false }: { readonly onlyNew?: boolean } = {},
): Promise<void> {
  try {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    await (onlyNew ? writeNew : writeWhole)(name, bytes)
  } catch (error) {
    throw new Unwritten(name, error)
  }
}
