// What is loaded when one of these commands is first run, and left out of the web bundle.
export { previewReferences } from './previewReferences.ts'
export { setUpPandoc } from './setUpPandoc.ts'
export { misreadPathOf } from './misreadPath.ts'
