import { z } from 'zod'
import { entriesOf } from '../../kernel/records.ts'
import type { ApplicationId, OrganisationId, PersonId } from '../../kernel/types.ts'
import { asked } from '../../web/address.ts'
import { chosenCodes, chosenId, chosenIds, day, idField, optionalId, optionalText } from '../../web/fields.ts'

export const nameQuery = z.object({ q: asked })

export const expertForm = z.object({
  personId: chosenId<PersonId>('человека'),
  employerOrganisationId: optionalId<OrganisationId>('организацию'),
  employer: optionalText('место работы', 300),
  directions: chosenCodes('направление'),
  startsOn: day('первый день'),
})
export const endForm = z.object({ endsOn: day('последний день') })

/** The proposal as it was edited: experts by application. */
export const proposalForm = z
  .object({
    dueOn: day('срок заключения'),
    experts: z.record(idField<ApplicationId>('Обновите страницу'), chosenIds<PersonId>('эксперта')).default({}),
  })
  .transform(({ dueOn, experts }) => ({
    dueOn,
    assignments: entriesOf(experts).map(([applicationId, personIds]) => ({ applicationId, personIds })),
  }))
