import { z } from 'zod'
import { exampleRules } from './examples/schema.ts'
import { exceptionRules } from './exceptions/schema.ts'
import { hostRules } from './hosts/schema.ts'
import { intakeRules } from './intake/schema.ts'
import { opennessRules } from './openness/schema.ts'
import { paperRules } from './paper/schema.ts'
import { partyRules } from './parties/schema.ts'
import { peopleRules } from './people/schema.ts'
import { provisionRules } from './provisions/schema.ts'
import { reviewRules } from './review/schema.ts'
import { statusRules } from './status/schema.ts'
import { workRules } from './work/schema.ts'

/**
 * A regulation (Положение) as data: a tree of clauses, the words and bodies of the territory, and rules that each name their clauses. Each
 * folder beside is a topic: the schema of its rules, the questions they answer, what is checked in them, what the product does by them, and
 * what the pages that write them call each part.
 */
export const regulationSchema = z.strictObject({
  ...paperRules,
  ...partyRules,
  ...statusRules,
  ...hostRules,
  ...intakeRules,
  ...reviewRules,
  ...peopleRules,
  ...workRules,
  ...opennessRules,
  ...provisionRules,
  ...exceptionRules,
  ...exampleRules,
})

export type Regulation = z.infer<typeof regulationSchema>
