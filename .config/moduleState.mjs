/** What may be made at module level: values, and collections that nothing but the module's own lines fill. */
const harmless = new Set(
  (
    'Map Set WeakMap WeakSet Array RegExp TextDecoder TextEncoder Intl ' +
    'Int8Array Uint8Array Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array'
  ).split(' '),
)

/** What keeps something about an argument, and goes with it. */
const keepsByArgument = new Set(['WeakMap', 'WeakSet'])

const changing =
  'set add delete clear push pop shift unshift splice sort reverse fill copyWithin'.split(' ')

/**
 * ESLint rule: a module holds constants, tables that are filled once from constants, and WeakMaps.
 * Nothing at module level can be set anew, and no function changes it.
 */
export const noModuleState = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      set: '“{{name}}” can be set: at module level only constants stand.',
      made: '“{{name}}” is an object with a state of its own: make it where it is used.',
      changed: '“{{name}}” belongs to the module, and a call changes it.',
    },
  },
  create(context) {
    return {
      Program(program) {
        const { childScopes } = context.sourceCode.getScope(program)
        const module = childScopes.find(({ type }) => type === 'module')
        for (const variable of module?.variables ?? []) checkVariable(context, module, variable)
      },
    }
  },
}

function checkVariable(context, module, { name, defs, references }) {
  const definition = defs.find(
    ({ type, node }) => type === 'Variable' || node.type === 'ImportSpecifier',
  )
  if (definition === undefined) return
  const { node, parent } = definition
  const report = (at, messageId) => {
    context.report({ node: at, messageId, data: { name } })
  }
  if (parent.kind === 'let' || parent.kind === 'var') return report(node, 'set')
  const maker = makerOf(node)
  if (keepsByArgument.has(maker)) return
  const methods = keepsPlace(node) ? [...changing, 'test', 'exec'] : changing
  if (maker !== undefined && !harmless.has(maker)) report(node, 'made')
  for (const { from, identifier } of references) {
    if (from.variableScope !== module && isChanged(identifier, methods)) {
      report(identifier, 'changed')
    }
  }
}

/** What a variable is made by: `Map` for `new Map()`; `undefined` for what is no such call. */
function makerOf({ init }) {
  if (init?.type !== 'NewExpression') return undefined
  const { callee } = init
  return callee.type === 'MemberExpression' ? callee.object.name : callee.name
}

/** Whether a variable is a pattern that remembers where its last match was. */
function keepsPlace({ init }) {
  return /[gy]/.test(init?.regex?.flags ?? '')
}

/** Whether the value of `identifier`, or a part of it, is written to, or changed by one of `methods`. */
function isChanged(identifier, methods) {
  let node = identifier
  while (isPartOf(node.parent, node)) node = node.parent
  if (node === identifier) return false
  const { parent } = node
  if (parent.type === 'AssignmentExpression') return parent.left === node
  if (parent.type === 'UpdateExpression') return true
  if (parent.type === 'UnaryExpression') return parent.operator === 'delete'
  if (parent.type !== 'CallExpression' || parent.callee !== node) return false
  return methods.includes(node.property?.name)
}

function isPartOf({ type, object, expression }, node) {
  if (type === 'MemberExpression') return object === node
  return (type === 'TSNonNullExpression' || type === 'TSAsExpression') && expression === node
}
