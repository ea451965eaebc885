import { longDate } from '../../../kernel/dates.ts'
import { nb, SummaryList, type SummaryRow, TextLink } from '../../../ui/content.ts'
import { Breadcrumbs, ButtonLink, Notice, PageHead, Sheet, Stack } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { callState, isRevoked, momentWords, restWords } from '../../calls/rules.ts'
import { CallStateTag, CriteriaSheet } from '../../calls/state-blocks.tsx'
import type { PublicCall } from '../queries.ts'

/** A call as anyone may read it: until when, who, by which criteria. No person is named. */
export function PublicCallPage({ call }: { call: PublicCall }) {
  const state = callState(call, call.now)
  const revoked = isRevoked(call, call.now)
  const receives = state === 'open' || state === 'closingSoon'
  return (
    <>
      <Breadcrumbs links={[{ href: paths.publicCalls({}), label: 'Приём заявок' }]} />
      <PageHead
        large
        title={call.title}
        line={[
          <CallStateTag state={state} revoked={revoked} />,
          call.territoryName,
          ...(receives ? [`до ${momentWords(call.closesAt, call)}, ${restWords(call.closesAt, call.now, call)}`] : []),
        ]}
        actions={
          receives && (
            <ButtonLink href={paths.newApplication({ territory: call.territoryCode }, { call: call.callId })}>
              Подать заявку
            </ButtonLink>
          )
        }
      />
      {call.revokedOn !== null && (
        <Notice tone="late" title={`Приём отменён с ${longDate(call.revokedOn)}`}>
          <p>{nb('Заявки по нему с этого дня не принимаются.')}</p>
        </Notice>
      )}
      <Stack>
        <Sheet title="Условия">
          <SummaryList rows={factsOf(call)} />
        </Sheet>
        <CriteriaSheet criteria={call.criteria} />
      </Stack>
    </>
  )
}

function factsOf(call: PublicCall): SummaryRow[] {
  const order = call.orderPublished ? (
    <TextLink href={paths.publicOrder({ territory: call.territoryCode, order: call.orderId })}>{call.orderLabel}</TextLink>
  ) : (
    call.orderLabel
  )
  return [
    { key: 'Открывается', value: momentWords(call.opensAt, call) },
    { key: 'Закрывается', value: momentWords(call.closesAt, call) },
    { key: 'Кто подаёт', value: call.whoApplies },
    { key: 'Направления', value: call.directions.length > 0 ? call.directions.join('; ') : 'любая тема площадки' },
    ...(call.contingent.length > 0 ? [{ key: 'Кто стажируется', value: call.contingent.join(', ') }] : []),
    { key: 'Сколько площадок', value: call.places === null ? 'не ограничено' : `не больше ${call.places}` },
    { key: 'Как подать', value: 'Войти в систему, заполнить заявку и программу и отправить до указанного часа' },
    { key: 'Основание', value: order },
  ]
}
