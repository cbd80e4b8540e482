import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { offlineFolder, projectRoot } from './projectPaths.ts'
