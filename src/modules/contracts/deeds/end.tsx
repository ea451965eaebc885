import { z } from 'zod'
import { shortDate } from '../../../kernel/dates.ts'
import { deed } from '../../../kit/deed.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { day, text } from '../../../web/fields.ts'
import { officeOf, peopleOfSite } from '../../sites/people-queries.ts'
import { contracts } from '../case.ts'
import { paths } from '../paths.ts'
import { mayEnd } from '../rules.ts'

/** Ends a contract before its last day, with the reason. */
export const endContract = deed(contracts, 'end', {
  at: paths.contractEnd,
  permits: 'contract.edit',
  anyStanding: true,
  form: z.object({ endedOn: day('последний день'), endReason: text('причину', 2000) }),
  rule: ({ one, input }) => mayEnd(one, input.endedOn),
  set: ({ input: { endedOn, endReason } }) => ({ endedOn, endReason }),
  tell: ({ one, site, input: { endedOn: on, endReason: reason } }) => ({
    kind: 'contract.ended',
    to: [peopleOfSite, officeOf],
    params: { site: site.name, number: one.number ?? '', on, reason },
  }),
  fact: ({ input: { endedOn: on, endReason: reason } }) => ({ kind: 'contract.ended', facts: { on, reason } }),
  done: 'Договор расторгнут',
  ask: {
    title: 'Расторгнуть раньше срока',
    folded: true,
    guard: true,
    fields: ({ form, ctx }) => (
      <>
        <DateField form={form} name="endedOn" label="Последний день" initial={shortDate(ctx.today)} />
        <TextArea form={form} name="endReason" label="Почему" rows={3} />
      </>
    ),
    button: 'Расторгнуть договор',
    kind: 'warning',
  },
})
