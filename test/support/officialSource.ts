import { existsSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './projectPaths.ts'

/** A document or a style as its issuer published it. */
export interface OfficialSource {
  readonly file: string
  /** Why a test that reads it is skipped here; `false` where it is there. */
  readonly skip: false | string
}

/** Where published documents lie: beside the project, since it passes none of them on. */
const folder = process.env['POLICY_CITATION_SOURCES'] ?? path.join(projectRoot, '../shared/sources')

/** Where published styles lie: their licence is another than ours. */
const stylesFolder =
  process.env['POLICY_CITATION_STYLES'] ?? path.join(projectRoot, '../shared/references/styles')

/** The published document with this name, which may be absent. */
export function officialSource(name: string): OfficialSource {
  return fileBeside(folder, name)
}

/** The style with this name as the CSL project publishes it, which may be absent. */
export function publishedStyle(name: string): OfficialSource {
  return fileBeside(stylesFolder, `${name}.csl`)
}

function fileBeside(folder: string, name: string): OfficialSource {
  const file = path.resolve(folder, name)
  const skip = existsSync(file) ? false : `${path.relative(projectRoot, file)} is absent`
  return { file, skip }
}

/** All of them. */
export const sourcesFolder = officialSource('')

/** The American plan. */
export const publishedPlan = officialSource('Americas-AI-Action-Plan.pdf')
