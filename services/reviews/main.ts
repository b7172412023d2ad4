import { readConfig } from '../../shared/config.ts'
import { run } from '../../shared/service.ts'
import { buildReviews } from './app.ts'
import { ReviewsConfig } from './config.ts'

const config = readConfig(ReviewsConfig)
await run('reviews', config, async () => await buildReviews(config))
