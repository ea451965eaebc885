import { type Ctx, may } from '../../../authz/ctx.ts'
import { counted } from '../../../kernel/plural.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Sheet, Stack } from '../../../ui/sheet.tsx'
import { type Column, RowLink, Second, Table } from '../../../ui/table.tsx'
import { paths } from '../../../web/paths.ts'
import { type CallLine, pageSize } from '../queries.ts'
import { callState, clockWords, isRevoked, restWords } from '../rules.ts'
import { CallStateTag } from '../state-blocks.tsx'

type CallsPageProps = {
  ctx: Ctx
  regulation: Regulation | null
  lines: readonly CallLine[]
  total: number
  page: number
}

/** Calls of the territory: what receives now first, what is over below. */
export function CallsPage({ ctx, regulation, lines, total, page }: CallsPageProps) {
  const at = { territory: ctx.territory.code }
  if (regulation === null || (regulation.calls === null && total === 0)) return <NoCalls ctx={ctx} />
  return (
    <>
      <PageHead
        title="Приём заявок"
        more={`Сроки приёма устанавливает ${regulation.calls?.act ?? 'приказ'}. Заявка, отправленная позже, не принимается.`}
        tools={[{ href: paths.applications(at), label: 'Все заявки', icon: 'doc' }]}
        actions={
          may(ctx, 'order.draft') && <ButtonLink href={paths.newOrder(at, { template: 'openCall' })}>Объявить приём</ButtonLink>
        }
      />
      {total === 0 ? (
        <Empty picture="paper" title="Приёма заявок ещё не объявляли">
          <p class="govuk-body">{nb('Он появится здесь, как только будет подписан документ о сроках приёма.')}</p>
        </Empty>
      ) : (
        <Stack>
          <Sheet flush>
            <Table
              caption={counted(total, 'приём заявок', 'приёма заявок', 'приёмов заявок')}
              columns={columnsOf(ctx)}
              rows={lines}
              even
            />
          </Sheet>
          <Pager
            label="Страницы приёмов"
            page={page}
            pages={Math.ceil(total / pageSize)}
            href={(next) => paths.calls(at, { page: String(next) })}
          />
        </Stack>
      )}
    </>
  )
}

function columnsOf(ctx: Ctx): Column<CallLine>[] {
  const isOffice = may(ctx, 'application.listAll')
  return [
    {
      title: 'Приём',
      cell: (call) => <RowLink href={paths.call({ territory: ctx.territory.code, call: call.id })} name={call.title} />,
    },
    { title: 'Начало', cell: (call) => clockWords(call.opensAt, call) },
    {
      title: 'Окончание',
      cell: (call) => {
        const state = callState(call, ctx.now)
        const runs = state === 'open' || state === 'closingSoon'
        return (
          <>
            {nb(clockWords(call.closesAt, call))}
            {runs && <Second>{restWords(call.closesAt, ctx.now, call)}</Second>}
          </>
        )
      },
    },
    ...(isOffice
      ? [
          {
            title: 'Подано',
            numeric: true,
            cell: (call: CallLine) => (
              <>
                {call.submitted}
                {call.drafts > 0 && <Second>{`и ${counted(call.drafts, 'черновик', 'черновика', 'черновиков')}`}</Second>}
              </>
            ),
          },
        ]
      : []),
    { title: 'Состояние', cell: (call) => <CallStateTag state={callState(call, ctx.now)} revoked={isRevoked(call, ctx.now)} /> },
  ]
}

/** A territory whose regulation gives a status without calls. */
function NoCalls({ ctx }: { ctx: Ctx }) {
  const at = { territory: ctx.territory.code }
  return (
    <>
      <PageHead title="Приём заявок" />
      <Empty
        picture="paper"
        title="Здесь нет сроков приёма"
        actions={
          <>
            <ButtonLink href={paths.orders(at)} kind="secondary">
              Открыть приказы
            </ButtonLink>
            <ButtonLink href={paths.applications(at)} kind="secondary">
              Открыть заявки
            </ButtonLink>
          </>
        }
      >
        <p class="govuk-body">{nb('Положение этой территории не ограничивает заявки сроками: статус присваивает приказ.')}</p>
      </Empty>
    </>
  )
}
