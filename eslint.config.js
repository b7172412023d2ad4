import neostandard from 'neostandard'

export default [
  ...neostandard({
    ts: true,
    ignores: ['dist/', 'coverage/', '.tap/', '.local/', 'shared/contract/generated/']
  }),
  // A schema and the type that it describes share a name; the compiler finds true redeclarations.
  { files: ['**/*.ts'], rules: { '@typescript-eslint/no-redeclare': 'off' } }
]
