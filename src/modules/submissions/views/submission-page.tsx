import { may } from '../../../authz/ctx.ts'
import { longDate } from '../../../kernel/dates.ts'
import { nb, TextLink } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import {
  Breadcrumbs,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Notice,
  PageHead,
  Sheet,
  Stack,
  SubmitButton,
} from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { differs } from '../rules.ts'
import { DecisionForms } from './decision-forms.tsx'
import { ClauseLink, placeOf, type SubmissionPageProps, SubmissionTag } from './parts.tsx'
import { PlacesTable } from './places-table.tsx'

/** The operator's submission: the letter, the ranked list, and what this person may do with it. */
export function SubmissionPage(props: SubmissionPageProps) {
  const { ctx, opened, form, conflict } = props
  const { submission, call, regulation, places } = opened
  const at = { territory: ctx.territory.code, submission: submission.id }
  const clause = regulation.status.clause.find((one) => /^\d/.test(one))
  const decides = submission.state === 'sent' && may(ctx, 'submission.decide')
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.operatorSubmissions(at), label: 'Представления' },
          ...(call ? [{ href: paths.call({ ...at, call: call.id }), label: call.title }] : []),
        ]}
      />
      <ErrorSummary outcome="Не сделано" form={form} placeOf={placeOf(places.map(({ candidate }) => candidate))} />
      {conflict && (
        <Notice tone="wait" title="Пока вы смотрели, представление изменилось. Прочитайте его снова и решите ещё раз" live>
          {decides && <p>{nb('Ваш выбор и основания целы: они стоят в полях ниже.')}</p>}
        </Notice>
      )}
      <PageHead
        kicker="Представление оператора"
        title={`Представление № ${submission.number}`}
        line={[
          <SubmissionTag state={submission.state} />,
          submission.sentOn === null ? `готовит ${opened.preparedBy}` : `отправлено ${longDate(submission.sentOn)}`,
          clause && <ClauseLink territory={ctx.territory} clause={clause} />,
        ]}
        tools={(['docx', 'pdf'] as const).map((format) => ({
          href: paths.operatorSubmissionDocument({ ...at, format }),
          label: `Скачать .${format}`,
          icon: 'download' as const,
        }))}
      />
      <Stack>
        <Course {...props} />
        <OperatorActions {...props} />
        <Sheet title="Сопроводительный текст">
          <p class="pl-pre">{nb(submission.text)}</p>
          <Protocols {...props} />
        </Sheet>
        {decides ? (
          <DecisionForms {...props} />
        ) : (
          <Sheet title="Заявки по порядку" flush>
            <PlacesTable territory={ctx.territory} places={places} />
          </Sheet>
        )}
      </Stack>
    </>
  )
}

/** Where the submission is now, and what that means. */
function Course({ ctx, opened, order }: SubmissionPageProps) {
  const { submission, places } = opened
  const changed = places.filter(differs).length
  if (submission.state === 'returned')
    return (
      <Notice tone="late" title="Возвращено с замечанием">
        <p class="pl-pre">{submission.remark}</p>
      </Notice>
    )
  if (submission.state === 'sent' && !may(ctx, 'submission.decide'))
    return <Notice tone="wait" title="Ждёт решения того, кто присваивает статус" />
  if ((submission.state === 'drafted' || submission.state === 'decided') && order) {
    const signed = submission.state === 'decided'
    return (
      <Notice tone={signed ? 'ok' : 'wait'} title={signed ? 'Решение подписано' : 'Выбор записан в проект приказа'}>
        <p>
          <TextLink href={paths.order({ territory: ctx.territory.code, order: order.id })}>{order.label}</TextLink>
          {nb(
            signed
              ? '. Все, кто подавал заявки, узнали решение и основания.'
              : '. До подписи ничего не изменится; удалите проект, чтобы решить заново.',
          )}
          {changed > 0 && nb(` Решений, которые расходятся с предложением: ${changed}.`)}
        </p>
      </Notice>
    )
  }
  return null
}

function Protocols({ ctx, opened: { protocols, call } }: SubmissionPageProps) {
  if (call === null) return null
  const at = { territory: ctx.territory.code }
  return (
    <p>
      {protocols.map(({ id, number, heldOn }) => (
        <>
          <TextLink href={paths.protocol({ ...at, protocol: id })}>{`Протокол № ${number} от ${longDate(heldOn)}`}</TextLink>
          {', '}
        </>
      ))}
      <TextLink href={paths.callSummary({ ...at, call: call.id })}>Сводка экспертизы</TextLink>
    </p>
  )
}

/** What the operator may do before the submission is sent, or after it has come back. */
function OperatorActions({ ctx, opened }: SubmissionPageProps) {
  const { submission, others, call, protocols, regulation } = opened
  const at = { territory: ctx.territory.code, submission: submission.id }
  if (!may(ctx, 'submission.edit') || (submission.state !== 'draft' && submission.state !== 'returned')) return null
  const lacksProtocol = call !== null && regulation.expertReview !== null && protocols.length === 0
  return (
    <>
      {lacksProtocol && (
        <Notice tone="wait" title="Отправить можно, когда подписан протокол экспертизы">
          <p>
            <TextLink href={paths.callProtocols({ territory: ctx.territory.code, call: call.id })}>
              Перейти к протоколам приёма
            </TextLink>
          </p>
        </Notice>
      )}
      {others.length > 0 && (
        <Notice title="Готовы, но не стоят в списке">
          <p>{nb(`${others.map(({ number }) => `заявка № ${number}`).join(', ')}. Их можно добавить, пока правите список.`)}</p>
        </Notice>
      )}
      <ButtonGroup>
        <Form action={paths.operatorSubmissionSendings(at)} version={submission.version}>
          <SubmitButton>Отправить на решение</SubmitButton>
        </Form>
        <ButtonLink href={paths.operatorSubmissionEdit(at)} kind="secondary">
          Править список и текст
        </ButtonLink>
        <Form action={paths.operatorSubmissionDrops(at)} version={submission.version}>
          <SubmitButton kind="warning">Удалить представление</SubmitButton>
        </Form>
      </ButtonGroup>
    </>
  )
}
