import type { JSX } from 'preact'
import type { Ctx } from '../../../authz/ctx.ts'
import { counted } from '../../../kernel/plural.ts'
import { act } from '../../../regulation/acts.ts'
import type { Answer } from '../../../regulation/answer.ts'
import { nb, TextLink } from '../../../ui/content.ts'
import { Form, type FormState } from '../../../ui/fields.ts'
import { Breadcrumbs, ButtonGroup, ButtonLink, ErrorSummary, Notice, PageHead, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { ReadyGroup } from '../queries.ts'
import { ClauseLink } from './parts.tsx'

export type SubmissionsPageProps = {
  ctx: Ctx
  /** One call, or all when null. */
  call: { readonly id: string; readonly title: string } | null
  /** Whether the regulation asks for a submission, and where. */
  asked: Answer<boolean>
  takesApplications: boolean
  /** The territory has several Положения. */
  several: boolean
  ready: readonly ReadyGroup[]
  mayStart: boolean
  total: number
  table: JSX.Element | undefined
  form: FormState | null
}

/** The operator's submissions: what may be started, what waits, what has been decided. (R-31) */
export function SubmissionsPage(props: SubmissionsPageProps) {
  const { ctx, call, asked, total, table, form } = props
  const at = { territory: ctx.territory.code }
  return (
    <>
      {call && <Breadcrumbs links={[{ href: paths.call({ ...at, call: call.id }), label: call.title }]} />}
      <ErrorSummary outcome="Не начато" form={form} />
      <PageHead
        title={call ? 'Представления по этому приёму' : 'Представления'}
        more="Кого оператор предлагает сделать площадкой, в каком порядке и почему. Решает тот, кто присваивает статус."
        line={[
          asked.basis && /^\d/.test(asked.basis.clause) ? (
            <ClauseLink territory={ctx.territory} clause={asked.basis.clause} />
          ) : null,
        ]}
      />
      {!asked.value && <NoSubmissions {...props} />}
      <Ready {...props} />
      {(total > 0 || asked.value) && table}
    </>
  )
}

/** A territory that decides without a submission is shown the way. */
function NoSubmissions({ ctx, takesApplications }: SubmissionsPageProps) {
  const at = { territory: ctx.territory.code }
  return (
    <Notice title="Представления оператора здесь нет: Положение об этом молчит">
      <p>
        {takesApplications ? 'По заявкам решают сразу. ' : `Статус присваивают ${act(ctx).instrumental}, заявок не подают. `}
        {takesApplications ? (
          <TextLink href={paths.directDecisions(at)}>Перейти к заявкам, которые ждут решения</TextLink>
        ) : (
          <TextLink href={paths.orders(at)}>{`Перейти к ${act(ctx).many.dative}`}</TextLink>
        )}
      </p>
    </Notice>
  )
}

function Ready({ ctx, ready, several, mayStart }: SubmissionsPageProps) {
  const at = { territory: ctx.territory.code }
  return ready.map(({ callId, line, title, ready: count, lacksProtocol }) => (
    <Notice
      title={`${title ?? `Заявки вне приёмов${several ? `, ${line.name}` : ''}`}: ${counted(count, 'готовая заявка', 'готовые заявки', 'готовых заявок')}`}
    >
      {lacksProtocol && callId !== null && (
        <p>
          {nb('Сначала подпишите протокол экспертизы: без него представление не отправить. ')}
          <TextLink href={paths.callProtocols({ ...at, call: callId })}>Перейти к протоколам приёма</TextLink>
        </p>
      )}
      <ButtonGroup>
        {mayStart && (
          <Form action={callId === null ? paths.operatorSubmissions(at) : paths.callSubmissions({ ...at, call: callId })}>
            {callId === null && <input type="hidden" name="line" value={line.id} />}
            <SubmitButton>Составить представление</SubmitButton>
          </Form>
        )}
        {callId !== null && (
          <ButtonLink href={paths.callSummary({ ...at, call: callId })} kind="secondary">
            Посмотреть сводку экспертизы
          </ButtonLink>
        )}
      </ButtonGroup>
      {!mayStart && <p>Представление составляет оператор.</p>}
    </Notice>
  ))
}
