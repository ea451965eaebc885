import { z } from 'zod'
import { regulationSchema } from '../regulation/schema.ts'
import { isCheck, keepFresh } from './document.ts'

/** docs/regulation.schema.json: the file of a regulation, as an edition is taken away and begun from (JSON Schema 2020-12). */
const regulationFileSchema = (): string => `${JSON.stringify(z.toJSONSchema(regulationSchema), null, 2)}\n`

if (import.meta.main) process.exitCode = await keepFresh('docs/regulation.schema.json', regulationFileSchema(), isCheck())
