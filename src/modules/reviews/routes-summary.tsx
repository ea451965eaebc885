import { lastChangeBy } from '../../history/last-change.ts'
import type { CallId } from '../../kernel/types.ts'
import type { Address } from '../../kit/list/spec.ts'
import { paper } from '../../web/paper.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route } from '../../web/route.ts'
import { callById } from '../calls/queries.ts'
import { saveProtocol, signProtocol, snapshotOf } from './commands/save-protocol.ts'
import { startProtocol } from './commands/start-protocol.ts'
import { protocolForm, startProtocolForm, summaryQuery } from './forms.ts'
import { paths } from './paths.ts'
import { protocolDocument } from './protocol-document.ts'
import { protocolList } from './protocol-list.tsx'
import { loadProtocol, meetingPeople } from './protocol-queries.ts'
import { isDecidable } from './protocol-rules.ts'
import { reviewOutcome, summaryOf } from './queries.ts'
import { scoresByCriterion } from './reason-queries.ts'
import { callSubject, protocolSubject } from './subjects.ts'
import { summaryList } from './summary-list.tsx'
import { ProtocolPage } from './views/protocol-page.tsx'
import { ProtocolsPage } from './views/protocols-page.tsx'
import { SummaryPage } from './views/summary-page.tsx'

const section = 'applications' as const
type ForCall = Omit<PageRequest, 'params'> & { params: { territory: string; call: CallId } }
type ForProtocol = Omit<PageRequest, 'params'> & { params: { territory: string; protocol: string } }

async function protocolsPage({ ctx, tx, params, query, form }: Omit<ForCall, 'query'> & { query: Address }): Promise<Answer> {
  const call = await callById(tx, ctx, params.call)
  const made = call && (await protocolList.show({ ctx, tx, params }, query))
  if (!made) return notFound
  const decided = new Set(
    made.shown.rows.flatMap(({ snapshot }) => (snapshot?.rows ?? []).map(({ applicationId }) => applicationId)),
  )
  const { rows } = await summaryOf(tx, ctx, call)
  const body = (
    <ProtocolsPage
      ctx={ctx}
      call={call}
      table={made.table}
      people={await meetingPeople(tx, ctx, ctx.today)}
      ready={rows.filter((row) => isDecidable(row) && !decided.has(row.applicationId)).length}
      form={form}
    />
  )
  return { title: 'Протоколы экспертизы', section, body }
}

async function protocolPage({ ctx, tx, params, form, conflict }: ForProtocol): Promise<Answer> {
  const protocol = await loadProtocol(tx, ctx, params.protocol)
  const call = protocol && (await callById(tx, ctx, protocol.callId))
  if (!protocol || !call) return notFound
  const { rows } = await summaryOf(tx, ctx, call)
  const body = (
    <ProtocolPage
      ctx={ctx}
      call={call}
      protocol={protocol}
      rows={rows.filter(isDecidable)}
      people={await meetingPeople(tx, ctx, protocol.heldOn)}
      form={form}
      conflict={conflict && form ? { person: (await lastChangeBy(tx, ctx, protocol.id)) ?? '' } : null}
    />
  )
  return { title: `Протокол № ${protocol.number}`, section, body }
}

async function documentPage({ ctx, tx, params }: ForProtocol & { params: { format: string } }): Promise<Answer> {
  const protocol = await loadProtocol(tx, ctx, params.protocol)
  const call = protocol && (await callById(tx, ctx, protocol.callId))
  if (!protocol || !call) return notFound
  const { rows } = await summaryOf(tx, ctx, call)
  const snapshot = protocol.snapshot ?? (await snapshotOf(tx, ctx, { protocol, call, rows, input: protocol }))
  return paper(protocolDocument(snapshot, { isDraft: protocol.state === 'draft' }), params.format)
}

const reads = { permits: 'review.summary', subject: callSubject } as const
const writes = { permits: 'review.protocol', sees: 'review.summary', subject: protocolSubject } as const

export const summaryRoutes: Route[] = [
  get(paths.callSummary, {
    ...reads,
    query: summaryQuery,
    page: async ({ ctx, tx, params, query }) => {
      const made = await summaryList.show({ ctx, tx, params }, query)
      if (!made) return notFound
      const { call, rows } = made.shown.where.loaded
      const opened = rows.find(({ applicationId }) => applicationId === query.open)
      const criterion = call.criteria.find(({ code }) => code === query.criterion)
      const body = (
        <SummaryPage
          ctx={ctx}
          summary={made.shown.where.loaded}
          rows={made.shown.rows}
          table={made.table}
          kept={{ sort: query.sort, down: query.down }}
          opened={opened && { row: opened, reasons: (await reviewOutcome(tx, ctx, opened.applicationId))?.written ?? [] }}
          judged={criterion && { criterion, scores: await scoresByCriterion(tx, ctx, call.id, criterion.code) }}
        />
      )
      return { title: 'Сводка экспертизы', section, body }
    },
  }),
  ...summaryList.files,
  get(paths.callProtocols, { ...reads, query: protocolList.query, page: protocolsPage }),
  ...protocolList.files,
  post(paths.callProtocols, {
    permits: 'review.protocol',
    sees: 'review.summary',
    subject: callSubject,
    form: startProtocolForm,
    act: ({ ctx, params, form }) => startProtocol(ctx, { callId: params.call, ...form }),
    next: ({ params, value }) => ({
      to: paths.protocol({ territory: params.territory, protocol: value }),
      notice: 'Протокол начат: проверьте решения',
    }),
    again: protocolsPage,
  }),
  get(paths.protocol, { permits: 'review.summary', subject: protocolSubject, page: protocolPage }),
  post(paths.protocol, {
    ...writes,
    form: protocolForm,
    act: ({ ctx, params, form, version }) => saveProtocol(ctx, { protocolId: params.protocol, version, ...form }),
    next: ({ params }) => ({ to: paths.protocol(params), notice: 'Черновик сохранён' }),
    again: protocolPage,
  }),
  post(paths.protocolSignatures, {
    ...writes,
    form: protocolForm,
    act: ({ ctx, params, form, version }) => signProtocol(ctx, { protocolId: params.protocol, version, ...form }),
    next: ({ params }) => ({ to: paths.protocol(params), notice: 'Протокол подписан' }),
    again: protocolPage,
  }),
  get(paths.protocolDocument, { permits: 'review.summary', subject: protocolSubject, page: documentPage }),
]
