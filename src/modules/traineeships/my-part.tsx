import { sql } from 'kysely'
import type { JSX } from 'preact'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { shortDate, shortPeriod } from '../../kernel/dates.ts'
import { asksTryOuts } from '../../regulation/work/questions.ts'
import { stepsOf } from '../../regulation/work/steps.ts'
import { nb, RowLink, RowList, Second, StateTag, TextLink } from '../../ui/content.ts'
import { Sheet } from '../../ui/frame.ts'
import { paths as links } from '../../web/paths.ts'
import { recordOf } from '../people/queries.ts'
import { agreedProgrammes } from '../programmes/queries.ts'
import { regulationById, regulationsInForce, regulationVersions } from '../regulation/queries.ts'
import { hoursWords } from './list.tsx'
import { paths } from './paths.ts'
import { type PlanRow, planRowsBy } from './plan-queries.ts'
import { guides, isUnderWayIn, traineeshipsBy } from './queries.ts'
import { outsideContingent } from './rules.ts'
import { stateTagFor } from './texts.ts'

/** So many of one's own are shown; the list of all is a page of its own. */
const mostShown = 10

/** What comes next of a plan: the nearest day that is not over and not held. */
export const nextOf = (rows: readonly PlanRow[], today: string): PlanRow | undefined =>
  rows
    .filter(({ plannedOn, leftOut, given }) => !leftOut && !given && plannedOn !== null && plannedOn >= today)
    .toSorted((a, b) => (a.plannedOn ?? '').localeCompare(b.plannedOn ?? ''))[0]

/** Where a person learns, with the next session of each; and whom the person leads. */
export async function traineeshipsOnMyPage(tx: Tx, ctx: Ctx): Promise<JSX.Element | null> {
  const { personId } = ctx.actor
  const mine = sql`(t.person_id = ${personId} or ${guides(ctx)}) and t.state <> 'declined'`
  const [own, plans] = await Promise.all([
    traineeshipsBy(tx, ctx, { where: mine }).page(mostShown, 0),
    planRowsBy(tx, ctx, sql`${mine} and ${isUnderWayIn(sql`t`)}`),
  ])
  if (own.length === 0) return may(ctx, 'traineeship.ask') ? <WhereToLearn ctx={ctx} offers={await offersTo(tx, ctx)} /> : null
  const territory = ctx.territory.code
  const tried =
    plans.some(({ kind }) => kind === 'tryOut') &&
    (await regulationsInForce(tx, ctx)).some(({ regulation }) => asksTryOuts(regulation).value)
  return (
    <Sheet title="Мои стажировки">
      <RowList
        rows={own.map((row) => {
          const next = nextOf(
            plans.filter(({ traineeshipId }) => traineeshipId === row.id),
            ctx.today,
          )
          const isOwn = row.personId === personId
          return (
            <>
              <RowLink
                href={paths.traineeship({ territory, traineeship: row.id })}
                name={isOwn ? row.title : `Вы ведёте: ${row.person}`}
              />
              <Second>
                {[
                  isOwn ? row.siteName : row.title,
                  shortPeriod({ from: row.startsOn, to: row.endedOn ?? row.endsOn }),
                  row.planned > 0 && `академических часов: ${hoursWords(row)}`,
                  next?.plannedOn && `дальше ${shortDate(next.plannedOn)}: ${next.title}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Second>
              <StateTag {...stateTagFor(row, ctx)} />
            </>
          )
        })}
      />
      {tried && (
        <p class="govuk-body pl-small">
          <TextLink href={links.tryouts({ territory })}>Стажёрские пробы</TextLink>
        </p>
      )}
    </Sheet>
  )
}

/**
 * Programmes of open sites whose paper means this person, one more than is shown; of those one works for oneself there is nothing to ask.
 * A territory may have a thousand: which editions mean the person is known first.
 */
async function offersTo(tx: Tx, ctx: Ctx) {
  const [{ posts }, versions] = await Promise.all([
    recordOf(tx, ctx, ctx.actor.personId),
    regulationVersions(tx, ctx.territory.id),
  ])
  const held = posts.map((post) => ({ ...post, from: post.startsOn, to: post.endsOn }))
  const found = await Promise.all(versions.map(({ id }) => regulationById(tx, ctx.territory.id, id, ctx.today)))
  const editions = found.flatMap((one) => one ?? [])
  const meant = editions.filter(({ regulation }) => outsideContingent(regulation, held, ctx.today).length === 0)
  const unasked = editions.filter(({ regulation }) => stepsOf(regulation, 'programme').length === 0)
  if (meant.length === 0) return []
  return agreedProgrammes(tx, ctx, {
    under: meant.map(({ id }) => id),
    unasked: unasked.map(({ id }) => id),
    notOf: [...ctx.actor.headsSites, ...ctx.actor.staffOfSites],
    most: mostShown + 1,
  })
}

/** Whoever learns nowhere yet sees where one may, so that the page never says nothing. */
function WhereToLearn({ ctx, offers }: { ctx: Ctx; offers: Awaited<ReturnType<typeof offersTo>> }) {
  const territory = ctx.territory.code
  return (
    <Sheet title="Где можно стажироваться">
      {offers.length === 0 ? (
        <p class="govuk-body">
          {nb('Площадки, которая принимает стажёров на вашей должности, сейчас нет. Когда появится, её программа будет здесь.')}
        </p>
      ) : (
        <RowList
          rows={offers.slice(0, mostShown).map(({ siteId, siteName, title }) => (
            <>
              <RowLink href={paths.newTraineeship({ territory, site: siteId }, { as: 'ask' })} name={title} />
              <Second>{siteName}</Second>
            </>
          ))}
        />
      )}
      {offers.length > mostShown && (
        <p class="govuk-body pl-small">
          {nb(`Показаны первые ${mostShown}, остальные — на страницах площадок. `)}
          <TextLink href={paths.sites({ territory })}>Открыть площадки</TextLink>
        </p>
      )}
    </Sheet>
  )
}
