import { z } from 'zod'
import { applicationItem, body, programmePart } from '../kinds.ts'
import { actName, clauses, many, optionalRule, text } from '../rule.ts'

/** How applications are called for, and what they hold. */
export const intakeRules = {
  calls: optionalRule({ setBy: body, act: actName, announcedTo: text }),
  /** Items of the form and parts of the programme, each under the caption the regulation gives it. */
  application: optionalRule({
    items: many(z.strictObject({ code: applicationItem, text })),
    programme: many(z.strictObject({ code: programmePart, text, clause: clauses })),
  }),
}
