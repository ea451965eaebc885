import { type Ctx, may } from '../../../authz/ctx.ts'
import { longDate } from '../../../kernel/dates.ts'
import { capital } from '../../../kernel/names.ts'
import { counted } from '../../../kernel/plural.ts'
import { applicantWords } from '../../../regulation/hosts/questions.ts'
import { callRule } from '../../../regulation/intake/questions.ts'
import { judgedBy, reviewWord } from '../../../regulation/review/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { workDirections } from '../../../regulation/work/questions.ts'
import { Chain, RowLink, RowList, SummaryList, type SummaryRow, TextLink } from '../../../ui/content.ts'
import { Breadcrumbs, ButtonLink, Columns, Notice, PageHead, Sheet, Stack } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { writesFor } from '../../orders/office-queries.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import { courseOf } from '../course-rules.ts'
import type { Call, CallExtension } from '../model.ts'
import type { CallCounts, KnownCall } from '../queries.ts'
import { callState, clockWords, directionNames, isRevoked, momentWords, restWords } from '../rules.ts'
import { CallStateTag, CriteriaSheet } from '../state-blocks.tsx'

type CallPageProps = {
  ctx: Ctx
  call: Call
  order: Pick<KnownCall, 'orderLabel'>
  counts: CallCounts
  extensions: readonly CallExtension[]
  regulation: Regulation
  /** The order lets this person begin an application. */
  mayApply: boolean
}

/** A call: until when, who, by what it will be judged, what comes next and from whom. (R-34) */
export function CallPage(props: CallPageProps) {
  const { ctx, call, regulation } = props
  const at = { territory: ctx.territory.code, call: call.id }
  const state = callState(call, ctx.now)
  const receives = state === 'open' || state === 'closingSoon'
  return (
    <>
      <Breadcrumbs links={[{ href: paths.calls(at), label: 'Приём заявок' }]} />
      <PageHead
        title={call.title}
        line={[<CallStateTag state={state} revoked={isRevoked(call, ctx.now)} />, ...termOf(call, ctx, state)]}
        actions={<Actions {...props} receives={receives} />}
        tools={[{ href: paths.publicCall(at), label: 'На сайте для всех', icon: 'map' }]}
      />
      <Revoked ctx={ctx} call={call} />
      <Columns kind="side">
        <Stack>
          <Sheet title="Условия">
            <SummaryList rows={factsOf(props)} />
          </Sheet>
          <CriteriaSheet criteria={call.criteria} />
        </Stack>
        <Stack label="Ход дела">
          <h2 class="govuk-heading-m">Что дальше и от кого</h2>
          <Chain
            label="Что дальше и от кого"
            steps={courseOf(call, state, regulation).map(({ title, who, when, clause, state: step }) => ({
              title,
              state: step,
              more: (
                <>
                  {[who, when].filter((part) => part).join(', ')}
                  {clause && ' '}
                  {clauseLink(ctx, clause)}
                </>
              ),
            }))}
          />
          <Office {...props} />
        </Stack>
      </Columns>
    </>
  )
}

function termOf(call: Call, ctx: Ctx, state: ReturnType<typeof callState>): string[] {
  if (isRevoked(call, ctx.now)) return []
  if (state === 'announced') return [`начнётся в ${momentWords(call.opensAt, call)}`]
  if (state === 'closed') return [`закончился в ${momentWords(call.closesAt, call)}`]
  return [`до ${momentWords(call.closesAt, call)}, ${restWords(call.closesAt, ctx.now, call)}`]
}

function Revoked({ ctx, call }: { ctx: Ctx; call: Call }) {
  if (call.revokedOn === null) return null
  return (
    <Notice tone="late" title={`Приём отменён с ${longDate(call.revokedOn)}`}>
      {!isRevoked(call, ctx.now) && <p>До этого дня заявки ещё принимаются.</p>}
    </Notice>
  )
}

function Actions({ ctx, call, regulation, receives, mayApply }: CallPageProps & { receives: boolean }) {
  const at = { territory: ctx.territory.code }
  return (
    <>
      {receives && mayApply && <ButtonLink href={paths.newApplication(at, { call: call.id })}>Подать заявку</ButtonLink>}
      {writesFor(ctx, callRule(regulation).value?.setBy ?? '') && call.revokedOn === null && (
        <ButtonLink href={paths.newOrder(at, { template: 'extendCall', call: call.id })} kind="secondary">
          Подготовить продление
        </ButtonLink>
      )}
    </>
  )
}

function factsOf({ ctx, call, order, extensions, regulation }: CallPageProps): SummaryRow[] {
  const at = { territory: ctx.territory.code }
  const directions = directionNames(call.directions, workDirections(regulation))
  const orderLink = (id: string, label: string, point: string) => (
    <TextLink href={paths.order({ ...at, order: id })}>{`${label}, п. ${point}`}</TextLink>
  )
  const clause = callRule(regulation).basis?.clause
  return [
    { key: 'Открывается', value: momentWords(call.opensAt, call) },
    { key: 'Закрывается', value: momentWords(call.closesAt, call) },
    { key: 'Кто подаёт', value: applicantWords(regulation, call.initiators) },
    { key: 'Направления', value: directions.length > 0 ? directions.join('; ') : 'любая тема площадки' },
    ...(call.contingent.length > 0 ? [{ key: 'Кто стажируется', value: call.contingent.join(', ') }] : []),
    { key: 'Сколько площадок', value: call.places === null ? 'не ограничено' : `не больше ${call.places}` },
    ...(call.expertsPerApplication > 0
      ? [
          {
            key: capital(reviewWord(regulation)),
            value: `${counted(call.expertsPerApplication, 'эксперт', 'эксперта', 'экспертов')} на программу${call.reviewDueOn ? `, до ${longDate(call.reviewDueOn)}` : ''}; ещё один — если итоги разошлись больше чем на ${call.spreadLimit} %`,
          },
        ]
      : []),
    {
      key: 'Основание',
      value: (
        <>
          {orderLink(call.orderId, order.orderLabel, call.pointNumber)} {clauseLink(ctx, clause)}
        </>
      ),
    },
    ...extensions.map((one) => ({
      key: 'Продлён',
      value: (
        <>
          {`с ${clockWords(one.closedBefore, call)} до ${clockWords(one.closesAt, call)}: `}
          {orderLink(one.orderId, one.orderLabel, one.pointNumber)}
        </>
      ),
    })),
  ]
}

/** What the office does with the applications of the call; every row only for those who may. */
function Office({ ctx, call, counts, regulation }: CallPageProps) {
  const at = { territory: ctx.territory.code, call: call.id }
  const row = (allowed: boolean, href: string, name: string, more: string) =>
    allowed ? [<RowLink href={href} name={name} more={more} />] : []
  const submitted = counted(counts.submitted, 'подана', 'поданы', 'подано')
  const drafts = counted(counts.drafts, 'черновик', 'черновика', 'черновиков')
  const mayJudge = (permission: 'review.manage' | 'review.summary' | 'review.protocol') =>
    call.expertsPerApplication > 0 && may(ctx, permission, { territoryId: ctx.territory.id, ...judgedBy(regulation) })
  const rows = [
    ...row(
      may(ctx, 'application.listAll'),
      paths.applications(at, { call: call.id }),
      'Заявки этого приёма',
      `${submitted}, ${drafts}`,
    ),
    ...row(mayJudge('review.manage'), paths.callReviews(at), 'Эксперты', 'Кто какую программу читает'),
    ...row(
      mayJudge('review.summary'),
      paths.callSummary(at),
      `Сводка ${reviewWord(regulation, 'genitive')}`,
      'Итоги и расхождения',
    ),
    ...row(mayJudge('review.protocol'), paths.callProtocols(at), 'Протоколы', 'Что решили эксперты'),
    ...row(may(ctx, 'submission.view'), paths.callSubmissions(at), 'Представление', 'Кого предложить к статусу'),
  ]
  if (rows.length === 0) return null
  return (
    <Sheet title="Работа с заявками">
      <RowList rows={rows} />
    </Sheet>
  )
}
