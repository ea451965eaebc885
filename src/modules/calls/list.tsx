import { type Ctx, may } from '../../authz/ctx.ts'
import { counted } from '../../kernel/plural.ts'
import { type Column, inFile, number, opens, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { act } from '../../regulation/acts.ts'
import { callRule } from '../../regulation/intake/questions.ts'
import { nb, Second } from '../../ui/content.ts'
import { ButtonLink, PageHead } from '../../ui/frame.ts'
import { writesFor } from '../orders/office-queries.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { paths } from './paths.ts'
import { type CallLine, callsList } from './queries.ts'
import { callState, clockWords, isRevoked, restWords } from './rules.ts'
import { CallStateTag, callStateWords } from './state-blocks.tsx'

const sentCell = (call: CallLine) => (
  <>
    {call.submitted}
    {call.drafts > 0 && <Second>{`и ${counted(call.drafts, 'черновик', 'черновика', 'черновиков')}`}</Second>}
  </>
)
const figures: readonly Column<CallLine>[] = [
  number('Подано', (call) => call.submitted, sentCell),
  number('Черновиков', (call) => call.drafts, inFile),
]

function columnsOf(ctx: Ctx): Column<CallLine>[] {
  const endCell = (call: CallLine) => {
    const state = callState(call, ctx.now)
    return (
      <>
        {nb(clockWords(call.closesAt, call))}
        {(state === 'open' || state === 'closingSoon') && <Second>{restWords(call.closesAt, ctx.now, call)}</Second>}
      </>
    )
  }
  return [
    opens(
      'Приём',
      (call) => call.title,
      (call) => paths.call({ territory: ctx.territory.code, call: call.id }),
    ),
    text('Начало', (call) => clockWords(call.opensAt, call)),
    text('Окончание', (call) => clockWords(call.closesAt, call), endCell),
    ...(may(ctx, 'application.listAll') ? figures : []),
    text(
      'Состояние',
      (call) => callStateWords(callState(call, ctx.now), isRevoked(call, ctx.now)),
      (call) => <CallStateTag state={callState(call, ctx.now)} revoked={isRevoked(call, ctx.now)} />,
    ),
  ]
}

const Other = ({ href, label }: { href: string; label: string }) => (
  <ButtonLink href={href} kind="secondary">
    {label}
  </ButtonLink>
)

/** Calls of the territory: what receives now first, what is over below. */
export const callList = list({
  path: paths.calls,
  permits: 'call.list',
  title: 'Приём заявок',
  section: 'applications',
  name: 'priem-zayavok',
  nouns: ['приём заявок', 'приёма заявок', 'приёмов заявок'],
  even: true,
  load: async ({ ctx, tx }) => {
    const all = await regulationsInForce(tx, ctx)
    const lines = all.flatMap(({ line, regulation }) => {
      const { value } = callRule(regulation)
      return value === null ? [] : [{ ...value, line: all.length > 1 ? line : null }]
    })
    return { lines, calls: lines[0] ?? null }
  },
  rows: ({ ctx, tx }) => callsList(tx, ctx),
  columns: ({ ctx }) => columnsOf(ctx),
  empty: ({ where: { ctx, loaded } }) => {
    const at = { territory: ctx.territory.code }
    if (loaded.calls)
      return {
        title: 'Приёма заявок ещё не объявляли',
        text: 'Он появится здесь, как только будет подписан документ о сроках приёма.',
      }
    return {
      title: 'Здесь нет сроков приёма',
      text: `Положение этой территории не ограничивает заявки сроками: статус присваивает ${act(ctx).nominative}.`,
      actions: (
        <>
          <Other href={paths.orders(at)} label={`Открыть ${act(ctx).many.nominative}`} />
          <Other href={paths.applications(at)} label="Открыть заявки" />
        </>
      ),
    }
  },
  head: ({
    where: {
      ctx,
      loaded: { calls, lines },
    },
    total,
  }) => {
    const at = { territory: ctx.territory.code }
    if (calls === null && total === 0) return <PageHead title="Приём заявок" />
    return (
      <PageHead
        title="Приём заявок"
        more={`Сроки приёма устанавливает ${calls?.act ?? act(ctx).nominative}. Заявка, отправленная позже, не принимается.`}
        tools={[{ href: paths.applications(at), label: 'Все заявки', icon: 'doc' }]}
        actions={lines
          .filter(({ setBy }) => writesFor(ctx, setBy))
          .map(({ line }) => (
            <ButtonLink href={paths.newOrder(at, { template: 'openCall', ...(line && { line: line.code }) })}>
              {line ? `Объявить приём: ${line.name}` : 'Объявить приём'}
            </ButtonLink>
          ))}
      />
    )
  },
})
