import { readConfig } from '../../shared/config.ts'
import { run } from '../../shared/service.ts'
import { buildUsers } from './app.ts'
import { UsersConfig } from './config.ts'

const config = readConfig(UsersConfig)
await run('users', config, async () => await buildUsers(config))
