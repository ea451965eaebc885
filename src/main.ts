import { enableCompileCache } from 'node:module'
import path from 'node:path'

// What was compiled is kept beside the built program, where that may be written, and the next start takes it from there.
enableCompileCache(path.join(import.meta.dirname, '.compiled'))
const { modules } = await import('./app/modules.ts')
const { parts } = await import('./app/parts.ts')
const { run } = await import('./cli/run.ts')
const { install } = await import('./kit/install.ts')

install(modules)
await run(process.argv.slice(2), parts)
