import { modules } from '../src/app/modules.ts'
import { install } from '../src/kit/install.ts'

/** Before every file of tests with a database: the modules are at work as in the program. */
install(modules)
