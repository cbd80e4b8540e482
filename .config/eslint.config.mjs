import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'
import { noModuleState } from './moduleState.mjs'

export default tseslint.config(
  { ignores: ['dist/', '.test-out/', '.vscode-test/', '**/node_modules/'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      regexp.configs['flat/recommended'],
    ],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname + '/..' },
    },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'suite', 'describe', 'it'] },
          ],
        },
      ],
    },
  },
  {
    files: ['src/workspace/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', 'process', 'console', 'Buffer', 'require'] },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { house: { rules: { 'no-module-state': noModuleState } } },
    rules: {
      'house/no-module-state': 'error',
      // The stack has room for some hundred thousand arguments: `text/lists.ts` takes any number.
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(?:push|unshift|splice|toSpliced|min|max)$/] > SpreadElement',
          message: 'A list of any length is no list of arguments: take `text/lists.ts`.',
        },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'console', 'setTimeout', 'Date', 'require'],
    },
  },
)
