import { z } from 'zod'
import { type Ctx, may, timeOf } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, RegulationId } from '../../kernel/types.ts'
import { clauseOf } from '../../regulation/cite.ts'
import { onlyLine, referenceTo } from '../../regulation/several.ts'
import type { StoredRegulation } from '../../regulation/stored.ts'
import { nb, TextLink } from '../../ui/content.ts'
import { Empty } from '../../ui/frame.ts'
import { asked, idOf } from '../../web/address.ts'
import { paper } from '../../web/paper.ts'
import { paths as everywhere } from '../../web/paths.ts'
import { type Answer, get, notFound, publicGet, type Route } from '../../web/route.ts'
import { territoryByCode } from '../../web/territories.ts'
import { regulationDocument } from './document.ts'
import { LineLinks, lineAsked } from './line-links.tsx'
import { paths } from './paths.ts'
import { regulationById, regulationsInForce, regulationVersions } from './queries.ts'
import { editionRoutes } from './routes-editions.tsx'
import { amendmentsOf, enactingOrder, publicRegulations } from './sheet-queries.ts'
import { stateOn, stateWords } from './texts.ts'
import { type Edition, RegulationPage } from './views/regulation-page.tsx'
import { WhyPage } from './views/why-page.tsx'

const edition = z.object({ edition: asked, line: asked })

type Asked = z.infer<typeof edition>

/** The edition an address names, else the one in force in the line it names, or in the first. */
async function askedRegulation(tx: Tx, ctx: Ctx, { edition, line }: Asked): Promise<StoredRegulation | null> {
  const id = idOf<RegulationId>(edition)
  const found = id
    ? await regulationById(tx, ctx.territory.id, id, ctx.today)
    : lineAsked(await regulationsInForce(tx, ctx), line)
  return found && (found.state === 'approved' || may(ctx, 'regulation.viewDraft')) ? found : null
}

/** Nothing is in force yet: what is approved is shown with its first day, and what is being written is not for everybody. */
async function notYet(tx: Tx, { territory, today }: Ctx): Promise<Answer> {
  const begins = ({ startsOn }: { startsOn: Day | null }) => startsOn ?? ''
  const [next] = (await regulationVersions(tx, territory.id))
    .filter((one) => one.state === 'approved' && begins(one) > today)
    .toSorted((a, b) => (begins(a) < begins(b) ? -1 : 1))
  const body = next ? (
    <Empty picture="paper" title="Положение ещё не вступило в силу" alone>
      <p class="govuk-body">
        {nb(`Оно утверждено и будет действовать ${stateWords(next)}:`)}{' '}
        <TextLink href={paths.regulation({ territory: territory.code }, { edition: next.id })}>прочитать</TextLink>
      </p>
    </Empty>
  ) : (
    <Empty picture="paper" title="Положения ещё нет" alone>
      <p class="govuk-body">{nb('Его готовят. Оно появится здесь, как только вступит в силу.')}</p>
    </Empty>
  )
  return { title: 'Положение', section: 'regulation', body }
}

async function editionsOf(tx: Tx, ctx: Ctx, shown: StoredRegulation): Promise<Edition[]> {
  const versions = await regulationVersions(tx, ctx.territory.id)
  const seesDrafts = may(ctx, 'regulation.viewDraft')
  return versions
    .filter(({ state, line }) => line.id === shown.line.id && (state === 'approved' || (state === 'draft' && seesDrafts)))
    .map((one) => ({
      version: one.version,
      href: paths.regulation({ territory: ctx.territory.code }, { edition: one.id }),
      words: stateWords(one),
      current: one.id === shown.id,
    }))
}

export const routes: Route[] = [
  ...editionRoutes,
  get(paths.regulation, {
    permits: 'regulation.view',
    query: edition,
    page: async ({ ctx, tx, query }) => {
      const stored = await askedRegulation(tx, ctx, query)
      if (!stored) return query.edition === undefined ? notYet(tx, ctx) : notFound
      const { paper: regulation, version, startsOn, endsOn } = stored
      const territory = ctx.territory.code
      const order = await enactingOrder(tx, ctx, stored)
      const file = (format: string) => paths.regulationDocument({ territory, format }, { edition: stored.id })
      const all = await regulationsInForce(tx, ctx)
      const body = (
        <RegulationPage
          {...{ regulation, version, startsOn, endsOn }}
          lines={<LineLinks all={all} current={stored.line} href={(line) => paths.regulation({ territory }, { line })} />}
          amendments={await amendmentsOf(tx, ctx, stored.id)}
          state={stateOn(stored, ctx.today)}
          order={order && { named: order, href: paths.order({ territory, order: order.orderId }) }}
          tools={[
            { href: file('pdf'), label: 'Открыть для печати', icon: 'print' },
            { href: file('docx'), label: 'Скачать .docx', icon: 'download' },
            { href: paths.editions({ territory }), label: all.length > 1 ? 'Положения и редакции' : 'Редакции', icon: 'book' },
            ...(may(ctx, 'office.keep')
              ? [{ href: everywhere.offices({ territory }), label: 'Органы и канцелярии', icon: 'draft' as const }]
              : []),
            ...(may(ctx, 'settings.edit')
              ? [
                  { href: everywhere.settings({ territory }), label: 'Настройки центра', icon: 'draft' as const },
                  { href: everywhere.kinds({ territory }), label: 'Справочники', icon: 'book' as const },
                  { href: everywhere.calendar({ territory }), label: 'Календарь территории', icon: 'calendar' as const },
                ]
              : []),
          ]}
          editions={await editionsOf(tx, ctx, stored)}
        />
      )
      return { title: regulation.title, section: 'regulation', body }
    },
  }),

  get(paths.regulationWhy, {
    permits: 'regulation.view',
    query: edition,
    page: async ({ ctx, tx, params, query }) => {
      const all = await regulationsInForce(tx, ctx)
      const stored = lineAsked(all, query.line)
      const { clause } = params
      if (!stored || !clauseOf(stored.paper, clause) || !(stored.inForce || may(ctx, 'regulation.viewDraft'))) return notFound
      const line = all.length > 1 ? stored.line : onlyLine
      const named = stored.regulation === stored.paper ? clause : referenceTo(stored.paper, line, clause)
      const body = <WhyPage ctx={ctx} regulation={stored.paper} number={clause} named={named} />
      return { title: 'Почему так', section: 'regulation', body }
    },
  }),

  get(paths.regulationDocument, {
    permits: 'regulation.view',
    query: edition,
    page: async ({ ctx, tx, params, query }) => {
      const stored = await askedRegulation(tx, ctx, query)
      if (!stored) return notFound
      const { paper: regulation, version } = stored
      const [order, amendments] = await Promise.all([enactingOrder(tx, ctx, stored), amendmentsOf(tx, ctx, stored.id)])
      const doc = regulationDocument({ regulation, version, order, amendments })
      return paper(doc, params.format)
    },
  }),

  publicGet(paths.publicRegulation, {
    query: z.object({ line: asked }),
    page: async ({ tx, params, visitor, query }) => {
      const territory = await territoryByCode(tx, params.territory)
      const all = territory
        ? await publicRegulations(tx, { territoryId: territory.id }, timeOf(territory, visitor.now).today)
        : []
      const found = lineAsked(all, query.line)
      if (!territory || !found) return notFound
      const { regulation, version, startsOn, order, amendments } = found
      const body = (
        <RegulationPage
          {...{ regulation, version, startsOn, amendments }}
          lines={<LineLinks all={all} current={found.line} href={(line) => paths.publicRegulation(params, { line })} />}
          endsOn={null}
          state="inForce"
          order={order && { named: order, href: paths.publicOrder({ territory: params.territory, order: order.orderId }) }}
          tools={[]}
          editions={[]}
          large
        />
      )
      return { title: `${regulation.title} — ${territory.shortName}`, body }
    },
  }),
]
