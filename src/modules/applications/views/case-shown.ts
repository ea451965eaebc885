import { withInitials } from '../../../kernel/names.ts'
import type { CaseShown } from '../../../kit/case-page.tsx'
import type { ThingRequest } from '../../../kit/thing.ts'
import { callById } from '../../calls/queries.ts'
import { staffOn } from '../../organisations/queries.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { type ApplicationCase, applications } from '../case.ts'
import { courseOf, reviewCount } from '../course-queries.ts'
import { nextStep } from '../next-step.ts'
import { caseSideOf } from '../operator/case-queries.ts'
import { roundView } from '../queries.ts'
import { isWritable, sectionStates } from '../rules.ts'
import { unsentOf } from '../unsent.ts'
import { opened } from '../view-queries.ts'

/** What the page of an application shows. */
export async function load(found: ApplicationCase, { ctx, tx }: ThingRequest) {
  const { one, regulation, participants } = found
  const edit = isWritable(one.state) && applications.may(ctx, 'application.edit', found)
  const open = await opened(tx, ctx, found)
  const [unsent, reviews, call, course, side, kept, letIn, nameOf] = await Promise.all([
    unsentOf(tx, ctx, open),
    reviewCount(tx, ctx, one),
    one.callId && callById(tx, ctx, one.callId),
    courseOf(tx, ctx, one),
    caseSideOf(tx, ctx, found),
    one.round > 0 ? roundView(tx, ctx, one.id, one.round) : null,
    edit ? peopleToLetIn(found, { ctx, tx }) : [],
    initialsOf(tx, ctx, [one.createdBy, ...found.editors]),
  ])
  const sections = sectionStates(unsent)
  const missing = sections.flatMap((section) => section.missing).length
  const next = nextStep(one, { regulation, participants, missing, reviews })
  const at = { territory: ctx.territory.code, application: one.id }
  return { open, edit, call: call || null, course, side, kept, letIn, nameOf, sections, next, at }
}

export type Shown = CaseShown<ApplicationCase, Awaited<ReturnType<typeof load>>>

/** People of the organisations that take part, but for those who write already. */
async function peopleToLetIn({ one, participants, editors }: ApplicationCase, { ctx, tx }: Pick<ThingRequest, 'ctx' | 'tx'>) {
  const writing = new Set<string>([one.createdBy, ...editors])
  const confirmed = participants.filter(({ state }) => state === 'confirmed')
  const staff = await Promise.all(confirmed.map(({ id }) => staffOn(tx, ctx, id, { on: ctx.today })))
  const people = staff.flat().filter(({ id, kind }) => kind !== 'head' && !writing.has(id))
  return [...new Map(people.map((person) => [person.id, person])).values()].map((person) => ({
    value: person.id,
    label: `${withInitials(person)}, ${person.title}`,
  }))
}
