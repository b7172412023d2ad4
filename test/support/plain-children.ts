/**
 * Loaded before each test file (`.taprc`). tap puts its loader into the environment of every child process, also where a test gives
 * an environment of its own; a child of another user may not even read the loader. Nothing here needs it: children get what the test gives them.
 */
import processOnSpawn from 'process-on-spawn'

processOnSpawn.removeAllListeners()
