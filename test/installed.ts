import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { modules } from '../src/app/modules.ts'
import { keepFilesIn } from '../src/files/store.ts'
import { closeHistoryWith, parseKeys } from '../src/history/keys.ts'
import { install } from '../src/kit/install.ts'

/** Before every file of tests with a database: the modules are at work as in the program, and its files lie in a folder of their own, history is closed. */
install(modules)
closeHistoryWith(parseKeys(`1 ${'t'.repeat(40)}`, 'test'))
const folder = fs.mkdtempSync(path.join(tmpdir(), 'ploshchadka-files-'))
keepFilesIn(folder)
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
