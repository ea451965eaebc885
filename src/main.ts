import { modules } from './app/modules.ts'
import { parts } from './app/parts.ts'
import { run } from './cli/run.ts'
import { install } from './kit/install.ts'

install(modules)
await run(process.argv.slice(2), parts)
