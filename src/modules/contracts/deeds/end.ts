import { deed } from '../../../kit/deed.ts'
import { area, day } from '../../../kit/form/fields.ts'
import { officeOf, peopleOfSite } from '../../sites/people-queries.ts'
import { contracts } from '../case.ts'
import { paths } from '../paths.ts'
import { mayEnd } from '../rules.ts'

/** Ends a contract before its last day, with the reason. */
export const endContract = deed(contracts, 'end', {
  at: paths.contractEnd,
  permits: 'contract.edit',
  anyStanding: true,
  form: { endedOn: day('Последний день'), endReason: area('Почему', { what: 'причину', most: 2000, rows: 3 }) },
  begins: ({ ctx }) => ({ endedOn: ctx.today }),
  rule: ({ one, input }) => mayEnd(one, input.endedOn),
  set: ({ input }) => input,
  tell: ({ one, site, input: { endedOn: on, endReason: reason } }) => ({
    kind: 'contract.ended',
    to: [peopleOfSite, officeOf],
    params: { site: site.name, number: one.number ?? '', on, reason },
  }),
  fact: ({ input: { endedOn: on, endReason: reason } }) => ({ kind: 'contract.ended', facts: { on, reason } }),
  done: 'Договор расторгнут',
  ask: { title: 'Расторгнуть раньше срока', folded: true, button: 'Расторгнуть договор', kind: 'warning' },
})
