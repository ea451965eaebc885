import { sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { counted } from '../../kernel/plural.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { nb } from '../../ui/content.ts'
import { ButtonGroup, ButtonLink, Sheet } from '../../ui/frame.ts'
import { recordOf } from '../people/queries.ts'
import { workingProgrammes } from '../programmes/queries.ts'
import type { OverviewPart, ShownSite } from '../sites/ports.ts'
import { standingSite } from '../sites/standing-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { paths } from './paths.ts'
import { finishedTraineeships, isUnderWayIn, traineeshipsBy } from './queries.ts'
import { outsideContingent, wrongProgramme } from './rules.ts'

/** On the first page of a site: how many learn there, and the way to ask, where there is a programme to learn by. */
export async function traineesOnOverview(tx: Tx, ctx: Ctx, { site, regulation, subject }: ShownSite): Promise<OverviewPart> {
  const at = { territory: ctx.territory.code, site: site.id }
  const sees = may(ctx, 'traineeship.list', subject)
  const asks = !sees && may(ctx, 'traineeship.ask')
  const [programmes, standing, running, finished, isMeant] = await Promise.all([
    workingProgrammes(tx, ctx, [site.id]),
    standingSite(tx, ctx, site.id),
    sees ? traineeshipsBy(tx, ctx, { where: sql`t.site_id = ${site.id} and ${isUnderWayIn(sql`t`)}` }).count() : 0,
    sees ? finishedTraineeships(tx, ctx, { siteId: site.id }).count() : 0,
    asks && mayLearnBy(tx, ctx, regulation),
  ])
  const isOpen = standing !== null && siteIsOpen(standing.standing, ctx.today).ok
  const ready = programmes.filter((one) => wrongProgramme(regulation, one).length === 0)
  const sends = may(ctx, 'traineeship.send')
  const mayAsk = isOpen && (sends || isMeant) && ready.length > 0
  if (!sees && !mayAsk) return {}
  return {
    aside: (
      <Sheet title="Стажёры">
        <p class="govuk-body pl-small">
          {nb(sees ? learningWords(running, finished) : whereTo(ready.map(({ title }) => title)))}
        </p>
        {sees && (
          <ButtonLink kind="secondary" small href={paths.siteTrainees(at)}>
            Открыть список
          </ButtonLink>
        )}
        {mayAsk && !sees && (
          <ButtonGroup>
            {sends && (
              <ButtonLink kind="secondary" small href={paths.newTraineeship(at)}>
                Направить своего педагога
              </ButtonLink>
            )}
            {isMeant && (
              <ButtonLink kind="secondary" small href={paths.newTraineeship(at, { as: 'ask' })}>
                {sends ? 'Попроситься самому' : 'Попроситься на стажировку'}
              </ButtonLink>
            )}
          </ButtonGroup>
        )}
      </Sheet>
    ),
  }
}

/** Whether the paper means whoever asks. */
async function mayLearnBy(tx: Tx, ctx: Ctx, regulation: Regulation): Promise<boolean> {
  const { posts } = await recordOf(tx, ctx, ctx.actor.personId)
  const held = posts.map((post) => ({ ...post, from: post.startsOn, to: post.endsOn }))
  return outsideContingent(regulation, held, ctx.today).length === 0
}

const whereTo = (titles: readonly string[]): string =>
  `Здесь можно пройти стажировку по ${titles.length === 1 ? 'программе' : 'программам'} ${titles.map((title) => `«${title}»`).join(', ')}.`

const people = (count: number) => counted(count, 'человек', 'человека', 'человек')

const learningWords = (running: number, finished: number): string =>
  [
    running === 0 ? 'Сейчас никто не стажируется.' : `Стажируются: ${people(running)}.`,
    finished > 0 && `Завершили: ${people(finished)}.`,
  ]
    .filter(Boolean)
    .join(' ')
