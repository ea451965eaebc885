import { readdirSync } from 'node:fs'

/** Before every file of tests: every module has opened its addresses, as in the program. */
const modules = new URL('../src/modules/', import.meta.url)
const owners = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter((name) => /^[\w-]+\/paths\.ts$/.test(name))
await Promise.all(owners.map((name) => import(new URL(name, modules).pathname)))
