import type { Command } from './infrastructure/command-line.ts'

/** The commands of package.json, by their names there. */
export const commands = {
  start: {
    name: 'npm start',
    description: 'Starts the servers that are needed, the four services, and demo data. Ctrl-C stops all that it started.'
  },
  test: {
    name: 'npm test',
    description: 'Runs every check of the project: contracts, generated code, types, style, import directions, and the tests on real servers.',
    usage: [
      ['npm test', 'everything'],
      ['npm test -- test/bookings/bookings.test.ts', 'these test files alone']
    ],
    words: Infinity
  },
  'test:fast': {
    name: 'npm run test:fast',
    description: 'Runs the checks, and the tests that start and kill no processes.'
  },
  'test:watch': {
    name: 'npm run test:watch',
    description: 'Runs, whenever a source changes, the tests that import it.'
  },
  'test:hard': {
    name: 'npm run test:hard',
    description: 'Runs everything beside six busy loops, the files in random order: what passes here passes on a busy machine.',
    options: { seed: { type: 'string', description: 'the number that repeats the order of a run' } }
  },
  events: {
    name: 'npm run events',
    description: 'Shows and mends the queues of events: those of the system that `npm start` runs in this checkout, unless RABBITMQ_URL and EVENT_EXCHANGE name others.',
    usage: [
      ['npm run events', 'lists the queues of the services and what waits in them'],
      ['npm run events -- show <queue> [<count>]', 'shows the first messages (10), with why they failed'],
      ['npm run events -- replay <queue> [--id <id>]', 'hands dead letters, or one, to their service once more'],
      ['npm run events -- drop <queue> --id <id>', 'deletes a dead letter'],
      ['', '<queue> is a name of the list, or a service, which means its dead letters']
    ],
    options: { id: { type: 'string', description: 'the id of one message' } },
    words: 3
  },
  seed: {
    name: 'npm run seed',
    description: 'Puts the demo data, with an admin, into the system that `npm start` runs in this checkout. What is there stays. Not for production: everybody knows the demo password.'
  },
  walk: {
    name: 'npm run walk',
    description: 'Goes through a whole booking on the system that `npm start` runs in this checkout, unless USERS_URL, ROOMS_URL, BOOKINGS_URL and REVIEWS_URL name another one.'
  },
  clean: {
    name: 'npm run clean',
    description: 'Lists what this checkout has on the servers and in .local/, and removes it: databases, accounts, keys, queues, exchanges, data of private servers, logs, mails. It asks before it removes.',
    usage: [
      ['npm run clean', 'what this checkout has'],
      ['npm run clean -- --all', 'also what checkouts that are gone and killed tests and benchmarks have left on the servers'],
      ['npm run clean -- --servers', 'also the unpacked servers; the next start that needs them fetches them again'],
      ['npm run clean -- --id <id>', 'what the checkout with this id has on the servers, wherever it is; --all lists the ids']
    ],
    options: {
      all: { type: 'boolean', description: 'also what is left of checkouts that are gone, and of killed tests and benchmarks' },
      id: { type: 'string', description: 'one other checkout, which must not be in use any more' },
      servers: { type: 'boolean', description: 'also the servers that were fetched and unpacked, which all checkouts of this user share' },
      yes: { type: 'boolean', description: 'removes without asking; needed where there is no terminal' }
    }
  },
  drill: {
    name: 'npm run drill',
    description: 'A fault drill: kills and restarts every part of a system of its own under load, then reads again all that was acknowledged. Ends with 1 when something was lost or failed.',
    usage: [
      ['npm run drill', 'four minutes'],
      ['npm run drill -- --seconds 60', 'shorter']
    ],
    options: { seconds: { type: 'string', default: '240', description: 'how long it goes on (240)' } }
  },
  soak: {
    name: 'npm run soak',
    description: 'Mixed load on a system of its own. Ends with 1 when memory grows, connections leak, a request fails, or an event does not arrive.',
    usage: [
      ['npm run soak', 'ten minutes'],
      ['npm run soak -- --minutes 60', 'longer']
    ],
    options: { minutes: { type: 'string', default: '10', description: 'how long it goes on (10)' } }
  },
  newcomer: {
    name: 'npm run newcomer',
    description: 'Runs the two commands of the README on a bare Debian, as a stranger would. Needs root and debootstrap, and takes some minutes.',
    usage: [
      ['npm run newcomer', 'all scenarios'],
      ['npm run newcomer -- <scenario> …', 'these alone']
    ],
    options: {
      'start-only': { type: 'boolean', description: 'leaves out npm test' },
      suite: { type: 'string', description: 'the release of Debian (bookworm)' },
      mirror: { type: 'string', description: 'where Debian is fetched from' }
    },
    words: Infinity
  },
  generate: {
    name: 'npm run generate',
    description: 'Lints and bundles openapi/, and writes shared/contract/generated/, the pages of docs/ and the dashboards of ops/ that follow from it.',
    options: { check: { type: 'boolean', description: 'writes nothing; fails when the files are not what the documents say' } }
  },
  'contract:diff': {
    name: 'npm run contract:diff',
    description: 'Names every change of the contracts. Fails when one can break clients and the major version did not rise.',
    usage: [
      ['npm run contract:diff', 'since the last release, whose documents are in openapi/released/'],
      ['npm run contract:diff -- <commit>', 'since a commit, branch or tag']
    ],
    words: 1
  },
  build: {
    name: 'npm run build',
    description: 'Compiles the services to dist/.'
  },
  user: {
    name: 'npm run user',
    description: 'Does what an admin does, for when there is none to ask: on the system that `npm start` runs in this checkout, or with DATABASE_URL, REDIS_URL, REDIS_PREFIX, RABBITMQ_URL and EVENT_EXCHANGE as the users service has them.',
    usage: [
      ['npm run user -- promote <login> <role>', 'gives a role: user, facility_manager, moderator or admin'],
      ['npm run user -- unlock <login>', 'ends a lockout'],
      ['', '<login> is a username or an e-mail address']
    ],
    words: 3
  },
  bench: {
    name: 'npm run bench',
    description: 'Measures what the main operations cost over 1,000 rooms, 1,000,000 bookings and 100,000 reviews, each beside its floor and the run before. ROOMS is the number of rooms.'
  },
  'bench:bookings': {
    name: 'npm run bench:bookings',
    description: 'Measures booking and listing beside their bare SQL and beside that SQL behind bare Fastify.'
  },
  'bench:login': {
    name: 'npm run bench:login',
    description: 'Measures logins beside bare argon2 and beside argon2 behind bare Fastify, and how other requests are answered meanwhile.'
  },
  'bench:throughput': {
    name: 'npm run bench:throughput',
    description: 'Measures what validation, authentication and the cache cost.'
  },
  'bench:search': {
    name: 'npm run bench:search',
    description: 'Measures a search over 10,000 rooms and 5 million bookings, and that history does not matter. BOOKINGS is the number of bookings.'
  },
  'bench:reports': {
    name: 'npm run bench:reports',
    description: 'Measures each report about a year of a million bookings, and what the service holds meanwhile. BOOKINGS is the number of bookings.'
  },
  'bench:ratings': {
    name: 'npm run bench:ratings',
    description: 'Measures the rating of a room with ten reviews and of one with a million. REVIEWS is the larger number.'
  }
} as const satisfies Record<string, Command>
