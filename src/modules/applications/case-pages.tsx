import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { withInitials } from '../../kernel/names.ts'
import type { ApplicationId, PersonId } from '../../kernel/types.ts'
import { nb, TextLink } from '../../ui/content.ts'
import { Details, Sheet } from '../../ui/frame.ts'
import { paths } from '../../web/paths.ts'
import { type Answer, notFound, type PageRequest, seeOther } from '../../web/route.ts'
import { callById } from '../calls/queries.ts'
import { momentWords } from '../calls/rules.ts'
import { staffOn } from '../organisations/queries.ts'
import { namesOf } from '../people/name-queries.ts'
import { hoursText } from '../programmes/hours-rules.ts'
import { ProgrammeSheet } from '../programmes/programme-blocks.tsx'
import { totalHours } from '../programmes/rules.ts'
import { courseOf, reviewCount } from './course-queries.ts'
import { nextStep } from './next-step.ts'
import { caseSideOf } from './operator/case-queries.ts'
import { remarkPlaces } from './operator/rules.ts'
import { applicationTitle, type OpenApplication, openApplication, roundView } from './queries.ts'
import { isDecided, isWritable, mayVote, sectionStates } from './rules.ts'
import { partsOf, seenSubject, sentSubject, writtenSubject } from './subjects.ts'
import { unsentOf } from './unsent.ts'
import { ApplicationSheet, programmeCaption } from './view-blocks.tsx'
import { AnswersPage } from './views/answers-page.tsx'
import { CasePage } from './views/case-page.tsx'
import type { Writer } from './views/case-props.ts'

/** What any address of an application gives its page. */
export type OfApplication = Pick<PageRequest, 'ctx' | 'tx' | 'form' | 'conflict'> & {
  params: { territory: string; application: ApplicationId }
}

/** The page of an application; shown again with whichever of its forms was refused. */
export async function casePage({ ctx, tx, params, form }: OfApplication): Promise<Answer> {
  const [open, parts] = await Promise.all([openApplication(tx, ctx, params.application), partsOf(tx, ctx, params.application)])
  if (!open || !parts) return notFound
  const { app, participants, regulation, view } = open
  const { editors } = parts
  const seen = seenSubject(parts)
  const writable = isWritable(app.state)
  const edit = writable && may(ctx, 'application.edit', writtenSubject(parts))
  const send = may(ctx, 'application.submit', sentSubject(parts))
  const [unsent, reviews, call, course, sheet, side, writers, letIn] = await Promise.all([
    unsentOf(tx, ctx, open),
    reviewCount(tx, ctx, app),
    app.callId && callById(tx, ctx, app.callId),
    courseOf(tx, ctx, app),
    readSheet(tx, ctx, open),
    caseSideOf(tx, ctx, app, seen),
    writersOf(tx, ctx, open, editors),
    edit ? peopleToLetIn(tx, ctx, open, editors) : [],
  ])
  const sections = sectionStates(unsent)
  const missing = sections.flatMap((section) => section.missing).length
  const own = participants.filter(({ id }) => ctx.actor.headsOrganisations.includes(id))
  const body = (
    <CasePage
      {...{ open, call, sections, course, side, writers, letIn, sheet, form }}
      territory={ctx.territory}
      today={ctx.today}
      now={ctx.now}
      next={nextStep(app, { regulation, participants, missing, reviews })}
      places={remarkPlaces(regulation, view)}
      toConfirm={writable ? own.filter(({ state }) => state === 'asked') : []}
      toVote={writable ? own.filter(({ id }) => mayVote(open, id).ok) : []}
      may={{
        edit,
        submit: writable && send,
        withdraw: app.state !== 'draft' && !isDecided(app.state) && send,
        remove: app.state === 'draft' && send,
      }}
    />
  )
  return { title: applicationTitle(app), section: 'applications', body }
}

/** What was sent, to all who do not write it; before anything has been sent, what stands in the draft. */
async function readSheet(tx: Tx, ctx: Ctx, { app, regulation, view }: OpenApplication) {
  const kept = app.round > 0 ? await roundView(tx, ctx, app.id, app.round) : null
  const at = { territory: ctx.territory.code, application: app.id }
  const shown = kept?.view ?? view
  return (
    <>
      <Sheet>
        <ApplicationSheet
          view={shown}
          level={2}
          regulation={regulation}
          adviserOpen={kept === null && app.adviserName === null}
          fileHref={(file) => paths.applicationFile({ ...at, file })}
        />
      </Sheet>
      {shown.programme && (
        <Sheet title={programmeCaption(regulation)}>
          <p>
            <TextLink
              href={paths.programme({ territory: at.territory, programme: shown.programme.id })}
            >{`«${shown.programme.title}»`}</TextLink>
            {nb(`, ${hoursText(totalHours(shown.programme.content))}`)}
          </p>
          <Details summary="Прочитать программу">
            <ProgrammeSheet content={shown.programme.content} regulation={regulation} level={3} />
          </Details>
        </Sheet>
      )}
    </>
  )
}

async function writersOf(tx: Tx, ctx: Ctx, { app }: OpenApplication, editors: readonly PersonId[]): Promise<Writer[]> {
  const names = await namesOf(tx, ctx, [app.createdBy, ...editors])
  return [...new Set([app.createdBy, ...editors])].flatMap((id) => {
    const name = names.get(id)
    return name ? [{ id, name: withInitials(name), isAuthor: id === app.createdBy }] : []
  })
}

const mostStaff = 300

/** People of the organisations that take part, but for those who write already. */
async function peopleToLetIn(tx: Tx, ctx: Ctx, { app, participants }: OpenApplication, editors: readonly PersonId[]) {
  const writing = new Set<string>([app.createdBy, ...editors])
  const confirmed = participants.filter(({ state }) => state === 'confirmed')
  const staff = await Promise.all(confirmed.map(({ id }) => staffOn(tx, ctx, id, { on: ctx.today, most: mostStaff })))
  const people = new Map(
    staff
      .flat()
      .filter(({ id, kind }) => kind !== 'head' && !writing.has(id))
      .map((one) => [one.id, one]),
  )
  return [...people.values()].map((one) => ({ value: one.id, label: `${withInitials(one)}, ${one.title}` }))
}

/** Everything once more before it is sent. */
export async function answersPage({ ctx, tx, params, form, conflict }: OfApplication): Promise<Answer> {
  const open = await openApplication(tx, ctx, params.application)
  if (!open) return notFound
  const { app, participants } = open
  if (!isWritable(app.state)) return seeOther(paths.application(params))
  const call = app.callId !== null && app.state === 'draft' ? await callById(tx, ctx, app.callId) : null
  const body = (
    <AnswersPage
      territory={ctx.territory}
      open={open}
      sections={sectionStates(await unsentOf(tx, ctx, open))}
      deadline={call && momentWords(call.closesAt, call)}
      maySend={may(ctx, 'application.submit', sentSubject({ app, participants }))}
      form={form}
      conflict={conflict}
    />
  )
  return { title: 'Проверьте ответы', section: 'applications', body }
}
