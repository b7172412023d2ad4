import type { TObject, TSchema } from '@sinclair/typebox'
import { commonEnvironment } from '../../shared/config.ts'
import { decidedByStart, environmentSchemas } from '../system/settings.ts'

/** The environment variables of the services as a page for people. */
export function configurationPage (): string {
  return [
    '<!-- Generated from the configuration schemas by `npm run generate`. Do not edit. -->',
    '# Configuration',
    '',
    'Every service reads its environment once, when it starts, and refuses to start when something is missing or wrong. `npm start` sets what is needed',
    `and hands each service what you set of its own, all but what it decides itself: ${Object.keys(decidedByStart).map(name => `\`${name}\``).join(', ')}.`,
    'Each of these can also be a file, as secrets are: `DATABASE_URL_FILE` names one that holds the `DATABASE_URL`.',
    '',
    '## Every service',
    '',
    ...table(Object.entries(commonEnvironment)),
    ...Object.entries(environmentSchemas).flatMap(([service, schema]) => ['', `## ${service}`, '', ...table(ownProperties(schema))]),
    ''
  ].join('\n')
}

function ownProperties (schema: TObject): Array<[string, TSchema]> {
  return Object.entries(schema.properties).filter(([name]) => !(name in commonEnvironment))
}

function table (properties: Array<[string, TSchema]>): string[] {
  const rows = properties.map(([name, schema]) => {
    const value = schema['default'] === undefined ? 'none' : schema['default'] === '' ? 'empty' : `\`${String(schema['default'])}\``
    return `| \`${name}\` | ${value} | ${schema.description ?? ''} |`
  })
  return ['| variable | default | meaning |', '| --- | --- | --- |', ...rows]
}
