import { z } from 'zod'
import { yearlyWindow } from '../calendar/windows.ts'
import { fieldOf, fieldTypes, pageTypes } from '../fields.ts'
import { applicationItems, programmeItem, programmeParts } from '../kinds.ts'
import { actName, body, many, optionalRule, text } from '../rule.ts'

/** How applications are called for, and what they hold. */
export const intakeRules = {
  /** On which days of each year applications are sent where nobody calls for them; where the paper is silent, on any day. */
  intakeDays: optionalRule({ windows: many(z.strictObject({ days: yearlyWindow })) }),
  calls: optionalRule({ setBy: body, act: actName, announcedTo: text }),
  /**
   * Items of the form and sections of the programme, each under the caption the regulation gives it: what the system knows, and the paper's
   * own. `asks` is what has to be in a section the system knows; what a paper does not ask for is never missing.
   */
  application: optionalRule({
    items: many(fieldOf([...applicationItems, ...fieldTypes])),
    programme: z.array(fieldOf([...programmeParts, ...pageTypes]).extend({ asks: z.array(programmeItem) })),
  }),
}
