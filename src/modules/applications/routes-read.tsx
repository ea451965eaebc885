import { z } from 'zod'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { localTime } from '../../kernel/clock.ts'
import type { ApplicationId } from '../../kernel/types.ts'
import { askedNumber } from '../../web/address.ts'
import { paper } from '../../web/paper.ts'
import { get, notFound, type Route } from '../../web/route.ts'
import { applicationDocument } from './application-document.ts'
import { casePage } from './case-pages.tsx'
import { compareViews } from './comparison.ts'
import { applicationList } from './list.tsx'
import { remarksOf } from './operator/queries.ts'
import { remarkPlaces } from './operator/rules.ts'
import { paths } from './paths.ts'
import { openApplication, roundsOf } from './queries.ts'
import { seenSubject } from './route-subjects.ts'
import { isWritable } from './rules.ts'
import { ComparisonPage } from './views/comparison-page.tsx'
import { previewName } from './views/course.ts'
import { PreviewPage, RoundPage } from './views/reading-pages.tsx'
import { momentOf } from './wording.ts'

const sees = { permits: 'application.view', sees: 'application.view', subject: seenSubject } as const

/** The two sides of a comparison: the last two submissions, or the last one and what stands in the draft. */
async function sidesOf(tx: Tx, ctx: Ctx, id: ApplicationId) {
  const open = await openApplication(tx, ctx, id)
  if (!open || open.app.round === 0) return null
  const rounds = await roundsOf(tx, ctx, id)
  const said = (round: (typeof rounds)[number]) => ({
    view: round.view,
    round: round.round,
    caption: `Отправлено ${momentOf(round.submittedAt, ctx.territory.timeZone)}`,
  })
  const kept = rounds.map(said)
  if (isWritable(open.app.state)) return { open, before: kept.at(-1)!, after: { view: open.view, caption: 'Сейчас в черновике' } }
  const before = kept.at(-2)
  return before ? { open, before, after: kept.at(-1)! } : null
}

export const readingRoutes: Route[] = [
  ...applicationList.routes,
  get(paths.application, { ...sees, page: casePage }),
  get(paths.applicationPreview, {
    ...sees,
    page: async ({ ctx, tx, params }) => {
      const open = await openApplication(tx, ctx, params.application)
      if (!open) return notFound
      return {
        title: previewName(open.regulation),
        section: 'applications',
        body: <PreviewPage territory={ctx.territory} open={open} />,
      }
    },
  }),
  get(paths.applicationRound, {
    ...sees,
    page: async ({ ctx, tx, params }) => {
      const open = await openApplication(tx, ctx, params.application)
      const kept = (await roundsOf(tx, ctx, params.application)).find(({ round }) => String(round) === params.round)
      if (!open || !kept) return notFound
      const body = <RoundPage territory={ctx.territory} open={open} kept={kept} />
      return { title: 'Что отправлено', section: 'applications', body }
    },
  }),
  get(paths.applicationComparison, {
    ...sees,
    page: async ({ ctx, tx, params }) => {
      const sides = await sidesOf(tx, ctx, params.application)
      if (!sides) return notFound
      const { open, before, after } = sides
      const body = (
        <ComparisonPage
          territory={ctx.territory}
          open={open}
          captions={[before.caption, after.caption]}
          changes={compareViews(before.view, after.view, open.regulation)}
          remarks={await remarksOf(tx, ctx, params.application, before.round)}
          places={remarkPlaces(open.regulation, before.view)}
        />
      )
      return { title: 'Что изменилось', section: 'applications', body }
    },
  }),
  get(paths.applicationDocument, {
    ...sees,
    query: z.object({ round: askedNumber }),
    page: async ({ ctx, tx, params, query }) => {
      const open = await openApplication(tx, ctx, params.application)
      if (!open) return notFound
      const { app, regulation } = open
      const rounds = await roundsOf(tx, ctx, app.id)
      const kept = rounds.find(({ round }) => round === (query.round ?? (isWritable(app.state) ? null : app.round)))
      if (query.round !== null && !kept) return notFound
      const doc = applicationDocument({
        view: kept?.view ?? open.view,
        regulation,
        number: app.number,
        day: kept ? localTime(kept.submittedAt, ctx.territory.timeZone).day : ctx.today,
        isDraft: kept === undefined,
      })
      return paper(doc, params.format)
    },
  }),
]
