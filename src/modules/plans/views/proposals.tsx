import { longSpan } from '../../../kernel/dates.ts'
import { type CaseShown, casePage } from '../../../kit/case-page.tsx'
import { DeedSheets } from '../../../kit/deed-sheets.tsx'
import { OpeningSheet } from '../../../kit/opening-sheet.tsx'
import type { ThingRequest } from '../../../kit/thing.ts'
import { proposesLines } from '../../../regulation/people/questions.ts'
import { formOfWork, formsOfWork } from '../../../regulation/work/questions.ts'
import { nb, RowLink, RowList, Second, StateTag, SummaryList, type TagProps, TextLink } from '../../../ui/content.ts'
import { Sheet } from '../../../ui/frame.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import { declineProposal, proposeLine, takeProposal, withdrawProposal } from '../deeds/propose.ts'
import { paths } from '../paths.ts'
import type { OpenProposal } from '../proposal-case.ts'
import type { ProposalState } from '../proposal-machine.ts'
import { type ProposalRow, proposalsOfPlan } from '../proposal-queries.ts'
import { fitting, mayPropose, mayTakeInto } from '../proposal-rules.ts'
import type { OpenPlan } from '../store.ts'
import { beforeTaking, unfitWords } from '../texts.ts'
import { planTitle } from '../wording.ts'

const tags: Readonly<Record<ProposalState, TagProps>> = {
  proposed: { tone: 'wait', icon: 'wait', word: 'Предложено' },
  taken: { tone: 'ok', word: 'Взято в план' },
  declined: { tone: 'calm', icon: 'end', word: 'Отклонено' },
  withdrawn: { tone: 'calm', word: 'Отозвано' },
}

/** What members have proposed for a plan, for those who see its draft; null where the paper knows no such thing and nobody has. */
export async function proposalsFor(opened: OpenPlan, { tx, ctx }: ThingRequest) {
  if (!mayPropose(opened.regulation).ok) return null
  const rows = await proposalsOfPlan(tx, ctx, opened.plan.id)
  const nameOf = await initialsOf(
    tx,
    ctx,
    rows.map(({ proposedBy }) => proposedBy),
  )
  return { rows, nameOf }
}
export type Proposals = NonNullable<Awaited<ReturnType<typeof proposalsFor>>>

type SheetProps = { opened: OpenPlan; request: ThingRequest; shown: Proposals }
/** They stand under the lines of the plan, with the form for whoever may add one. */
export function ProposalsSheet({ opened, request, shown: { rows, nameOf } }: SheetProps) {
  const { ctx } = request
  const row = (one: ProposalRow) => (
    <>
      <RowLink href={paths.planProposal({ territory: ctx.territory.code, proposal: one.id })} name={one.activity} />
      <Second>{nameOf(one.proposedBy)}</Second>
      <StateTag {...tags[one.state]} />
    </>
  )
  return (
    <>
      {rows.length > 0 && (
        <Sheet title="Что предлагают участники">
          <RowList rows={rows.map(row)} />
        </Sheet>
      )}
      <OpeningSheet
        of={proposeLine}
        held={opened}
        request={request}
        rows={{ form: formsOfWork(opened.regulation).map(({ code, label }) => ({ value: code, label })) }}
        within={opened.frame.period}
        kind="secondary"
      >
        <p class="govuk-body pl-small">
          Возьмёт ли предложение руководитель площадки, вам сообщат.{' '}
          {clauseLink(ctx, proposesLines(opened.regulation).basis?.clause)}
        </p>
      </OpeningSheet>
    </>
  )
}

const load = async ({ one }: OpenProposal, { ctx, tx }: ThingRequest) => ({ nameOf: await initialsOf(tx, ctx, [one.proposedBy]) })
type Shown = CaseShown<OpenProposal, Awaited<ReturnType<typeof load>>>

/** One proposal: what, when, why, and what the head does with it. (U-43) */
export const proposalPage = casePage({
  section: 'plans',
  load,
  crumbs: ({ ctx, into: { plan, regulation } }: Shown) => [
    { href: paths.plan({ territory: ctx.territory.code, plan: plan.id }), label: planTitle(regulation, plan.period) },
  ],
  changed: 'Пока вы смотрели, о предложении решили. Прочитайте его снова',
  title: ({ one }) => one.activity,
  more: () => 'Предложение в план',
  line: ({ one }) => [<StateTag {...tags[one.state]} />],
  sheets: (shown) => <AboutProposal {...shown} />,
  aside: { label: 'Что сделать', sheets: (shown) => <ProposalDeeds {...shown} /> },
})

function AboutProposal({ one, into, nameOf }: Shown) {
  const form = one.form && formOfWork(into.regulation, one.form).value?.label
  return (
    <Sheet title="Предложение">
      <SummaryList
        rows={[
          { key: 'Кто предлагает', value: nameOf(one.proposedBy) },
          form && { key: 'Форма работы', value: form },
          {
            key: 'Когда',
            value: one.startsOn === null ? 'день назначит руководитель' : longSpan(one.startsOn, one.endsOn ?? one.startsOn),
          },
          one.why && { key: 'Зачем', value: one.why },
          one.reason && { key: 'Почему отклонено', value: one.reason },
        ]}
      />
    </Sheet>
  )
}

/** Taken into a draft only: where there is none it says what to do first. */
function ProposalDeeds(shown: Shown) {
  const { ctx, one, into, opened } = shown
  const [closed] = mayTakeInto(into.open)
  const mayTake = takeProposal.offered(ctx, opened)
  const { without } = fitting(one, into.frame, into.regulation)
  return (
    <>
      {mayTake && closed && (
        <Sheet title="Взять в план">
          <p class="govuk-body">{nb(into.open === null ? beforeTaking.version : beforeTaking.draft)}</p>
          <TextLink href={paths.plan({ territory: ctx.territory.code, plan: into.plan.id })}>Открыть план</TextLink>
        </Sheet>
      )}
      {mayTake && !closed && without.length > 0 && (
        <Sheet title="Что изменилось с тех пор">
          {without.map((one) => (
            <p class="govuk-body">{nb(unfitWords[one])}</p>
          ))}
        </Sheet>
      )}
      <DeedSheets {...shown} deeds={[...(closed ? [] : [takeProposal]), declineProposal, withdrawProposal]} />
    </>
  )
}
