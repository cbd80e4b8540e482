import type { BuildOptions } from 'esbuild'

export function build(options: { readonly production: boolean }): Promise<void>
export function buildHostTests(): Promise<void>
export function buildExtension(folder: string): Promise<void>
export function buildCommandLine(folder: string): Promise<string>
export function copyFilter(folder?: string): void
export function buildReader(folder: string): Promise<string>
export function buildKeeper(folder: string): Promise<string>
export function buildThread(folder: string): Promise<string>
export function writeLibrary(folder?: string): Promise<void>
export function writePinyinTable(folder?: string): Promise<void>
export function writeSynonyms(folder?: string): Promise<void>
export function optionsFor(production: boolean): BuildOptions
export function editorOptions(production: boolean): BuildOptions
