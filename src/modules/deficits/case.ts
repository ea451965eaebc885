import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { PersonId } from '../../kernel/types.ts'
import { caseOf } from '../../kit/case.ts'
import { thing, type Where } from '../../kit/thing.ts'
import { personById } from '../people/queries.ts'
import { lockPerson } from '../people/subject-queries.ts'
import { leadersOf, schoolsThatSent } from '../traineeships/queries.ts'
import { machine } from './machine.ts'
import { paths } from './paths.ts'
import { frameworkHere } from './store.ts'
import { deficitsHere } from './whether.ts'

/** Somebody of whom something may be noted: by a methodist, or by whoever leads them. */
async function openPerson(tx: Tx, ctx: Where, id: PersonId) {
  const [person, leaders, here, framework] = await Promise.all([
    personById(tx, ctx as Pick<Ctx, 'territory'>, id),
    leadersOf(tx, ctx, id),
    deficitsHere(tx, ctx),
    frameworkHere(tx, ctx),
  ])
  return person && { person, leaders, here, framework }
}
/** What is open of a person is compared before more is written: one after another. */
const lockedPerson = async (tx: Tx, ctx: Where, id: PersonId) =>
  (await lockPerson(tx, ctx, id)) ? openPerson(tx, ctx, id) : null
export const deficitPeople = thing({
  param: 'person',
  sees: 'deficit.view',
  open: openPerson,
  lock: lockedPerson,
  concerns: ({ person, leaders }, { permission }) => ({
    personIds: permission === 'deficit.view' ? [person.id, ...leaders] : leaders,
  }),
})
export type OpenPerson = NonNullable<Awaited<ReturnType<typeof openPerson>>>

/**
 * What a person lacks. The person sees it, whoever leads them now, and methodists; the head of a school by name only what others noted of somebody
 * whom the school has sent. (T-32)
 */
export const deficits = caseOf({
  table: 'deficits',
  machine,
  param: 'deficit',
  sees: 'deficit.view',
  home: paths.deficit,
  around: async (tx, ctx, { personId, source }) => {
    const [opened, schools] = await Promise.all([
      openPerson(tx, ctx, personId),
      source === 'self' ? [] : schoolsThatSent(tx, ctx, personId),
    ])
    return opened && { ...opened, schools }
  },
  concerns: ({ one, leaders, schools }, { permission }) => {
    const { personId, source, notedBy } = one
    if (permission === 'deficit.view') return { personIds: [personId, ...leaders], organisationIds: schools }
    if (permission === 'deficit.takeBack') return { personIds: [notedBy] }
    // Whoever has named it says by what it was made good; what others noted is not for the person alone to close.
    if (permission === 'deficit.close') return { personIds: source === 'self' ? [personId, ...leaders] : leaders }
    return { personIds: leaders }
  },
})
export type OpenDeficit = NonNullable<Awaited<ReturnType<typeof deficits.open>>>
