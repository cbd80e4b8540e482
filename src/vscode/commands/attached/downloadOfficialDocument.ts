import * as vscode from 'vscode'
import type { Instrument } from '../../../core/corpus/provision.ts'
import { nameOfAddress } from '../../../core/official/dayOfDocument.ts'
import { nameIn } from '../../../core/corpus/language.ts'
import type { DownloadRefusal } from '../../../import/download.ts'
import { displayLanguage } from '../../settings.ts'
import { askInDialog, refuse } from '../../messages.ts'
import { withProgress } from '../../results/progress.ts'
import type { State } from '../../state.ts'
import { sayNoAddress } from '../provisionForCommand.ts'
import { attachDocument, chooseInstrument } from './attachOfficialDocument.ts'

const { t } = vscode.l10n

/** Asks first, then fetches the official document from the instrument's own address, and attaches it. */
export async function downloadOfficialDocument(state: State, argument: unknown): Promise<void> {
  const instrument = await chooseInstrument(state, argument, t('Download Official Document'))
  if (instrument === undefined) return
  const { url } = instrument
  if (url === undefined) {
    sayNoAddress(instrument.key)
    return
  }
  if (!(await isAgreed(instrument, url))) return
  const bytes = await fetchWithProgress(url)
  if (bytes === undefined) return
  const file = vscode.Uri.parse(url, true)
  await attachDocument(state, instrument, { name: nameOfAddress(url), bytes, file })
}

async function isAgreed({ titles }: Instrument, url: string): Promise<boolean> {
  const download = t('Download')
  const title = nameIn(titles, displayLanguage())
  const answer = await askInDialog(
    t('Download the official document of {0} from {1}?', title, new URL(url).host),
    url,
    download,
  )
  return answer === download
}

async function fetchWithProgress(url: string): Promise<Uint8Array | undefined> {
  return withProgress(t('Downloading from {0}', new URL(url).host), async ({ signal, tell }) => {
    let shown = 0
    try {
      const { download } = await import('../../../import/download.ts')
      return await download(url, {
        signal,
        onProgress: (received, total) => {
          const percent = total === undefined ? 0 : (100 * received) / total
          tell(t('{0} KB', Math.round(received / 1000)), percent - shown)
          shown = percent
        },
      })
    } catch (error) {
      if (!signal.aborted) refuse(whyNot(error))
      return undefined
    }
  })
}

function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return t('Nothing was downloaded: {0}', String(error))
  const reason = 'reason' in error ? refusals[error.reason as DownloadRefusal]() : error.message
  return t('Nothing was downloaded: {0}', reason)
}

const refusals: Readonly<Record<DownloadRefusal, () => string>> = {
  address: () => t('the address is no https: address.'),
  'private address': () =>
    t('the address leads into a private network. Download it yourself, then attach it.'),
  'other host': () => t('the server leads to another host.'),
  redirects: () => t('the server leads on too often.'),
  status: () => t('the server has no such document.'),
  'too large': () => t('it is too large.'),
  'wrong length': () => t('it has another length than the server said. Try again.'),
  'too slow': () => t('the server did not answer in time. Try again later.'),
  connection: () => t('the connection failed. Try again later.'),
}
