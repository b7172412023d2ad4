// Loaded into every service before its own code: what is left on the heap after a collection is what is held, not what waits to be collected.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const everyMilliseconds = 2_000

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')
setInterval(() => { collect() }, everyMilliseconds).unref()
