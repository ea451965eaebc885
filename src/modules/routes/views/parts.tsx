import { type Ctx, may } from '../../../authz/ctx.ts'
import { longDate } from '../../../kernel/dates.ts'
import { absent } from '../../../kit/absent.tsx'
import { nb, TextLink } from '../../../ui/content.ts'
import { paths as everywhere } from '../../../web/paths.ts'
import type { Here } from '../../deficits/queries.ts'
import { BasisLink } from '../../regulation/clause-links.tsx'
import type { RouteStep } from '../store.ts'

/** On what it stands: a clause of the paper, or the choice of the centre, which is no clause. */
export const Ground = ({ ctx, here: { basis } }: { ctx: Ctx; here: Here }) => (
  <p class="govuk-body pl-small">
    {basis ? (
      <>
        {nb('Почему здесь составляют маршруты: ')}
        <BasisLink territory={ctx.territory.code} basis={basis} />
      </>
    ) : (
      nb('Почему здесь составляют маршруты: так настроил центр. Положение об этом молчит.')
    )}
  </p>
)

/** Where no paper speaks of routes and the centre has not chosen to make them. */
export const notHere = (ctx: Ctx) =>
  absent({
    title: 'Индивидуальные маршруты',
    section: 'routes',
    back: { href: everywhere.tasks({ territory: ctx.territory.code }), label: 'Мои дела' },
    picture: 'paper',
    says: 'Индивидуальные маршруты здесь не составляют',
    why: 'Положение о них молчит, и центр их не включил.',
    actions: null,
  })

/** Where one learns by a programme: the programme for those who may read it, the request of the person whose route it is, the site for the others. */
function wayOfTopic(ctx: Ctx, { programmeId, siteId }: RouteStep, own: boolean): string | null {
  const territory = ctx.territory.code
  if (programmeId === null) return null
  if (may(ctx, 'programme.view', { territoryId: ctx.territory.id, siteId }))
    return everywhere.programme({ territory, programme: programmeId })
  if (siteId === null) return null
  return own && may(ctx, 'traineeship.ask')
    ? everywhere.newTraineeship({ territory, site: siteId }, { as: 'ask' })
    : everywhere.site({ territory, site: siteId })
}

/** Its title, with the way to it. */
export function StepName({ ctx, step, own }: { ctx: Ctx; step: RouteStep; own: boolean }) {
  const territory = ctx.territory.code
  if (step.eventId) return <TextLink href={everywhere.event({ territory, event: step.eventId })}>{step.title}</TextLink>
  const topic = wayOfTopic(ctx, step, own)
  if (topic) return <TextLink href={topic}>{step.title}</TextLink>
  if (step.link)
    return (
      <a class="govuk-link" href={step.link} rel="noopener noreferrer nofollow">
        {nb(step.title)}
      </a>
    )
  return <strong>{nb(step.title)}</strong>
}

export const dayOf = ({ on }: Pick<RouteStep, 'on'>): string | false => on !== null && longDate(on)
