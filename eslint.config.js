import neostandard from 'neostandard'

const drawSeed = 'Draw the seed with seedOf(t) of test/support/random.ts: it is printed, SEED repeats it, and its luck does not count for the coverage of the contracts.'

export default [
  ...neostandard({
    ts: true,
    ignores: ['dist/', 'coverage/', '.tap/', '.local/', 'shared/contract/generated/']
  }),
  // A schema and the type that it describes share a name; the compiler finds true redeclarations.
  { files: ['**/*.ts'], rules: { '@typescript-eslint/no-redeclare': 'off' } },
  {
    files: ['test/**/*.ts'],
    ignores: ['test/support/random.ts'],
    rules: {
      'no-restricted-syntax': ['error',
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: drawSeed },
        { selector: "CallExpression[callee.object.name='fc'][callee.property.name=/^(assert|check|sample)$/]:not(:has(Property[key.name='seed']))", message: drawSeed },
        { selector: "MemberExpression[object.property.name='env'] > Literal[value='SEED']", message: drawSeed },
        { selector: "MemberExpression[object.property.name='env'] > Literal[value='CI']", message: 'A test does the same with CI set and without.' }
      ]
    }
  }
]
