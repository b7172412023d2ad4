import { readConfig } from '../../shared/config.ts'
import { run } from '../../shared/service.ts'
import { buildRooms } from './app.ts'
import { RoomsConfig } from './config.ts'

const config = readConfig(RoomsConfig)
await run('rooms', config, async () => await buildRooms(config))
