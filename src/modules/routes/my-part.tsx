import type { JSX } from 'preact'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { PersonId } from '../../kernel/types.ts'
import { nb, RowList, Second, StateTag, TextLink } from '../../ui/content.ts'
import { ButtonLink, Sheet } from '../../ui/frame.ts'
import { leadersOf } from '../traineeships/queries.ts'
import { paths } from './paths.ts'
import { nearest, nearestOf } from './rules.ts'
import { currentOf, stepsOf } from './store.ts'
import { kindWords, stateTags, stepTags } from './texts.ts'
import { dayOf, StepName } from './views/parts.tsx'
import { routesHere } from './whether.ts'

/** The three nearest steps of one's own route, or the way to make one. (T-32) */
export async function routeOnMyPage(tx: Tx, ctx: Ctx): Promise<JSX.Element | null> {
  const [here, current] = await Promise.all([routesHere(tx, ctx), currentOf(tx, ctx, ctx.actor.personId)])
  if (!here.on || !may(ctx, 'route.own')) return null
  const href = paths.ownRoute({ territory: ctx.territory.code })
  if (!current)
    return (
      <Sheet title="Мой маршрут">
        <p class="govuk-body">
          {nb('По названным дефицитам сеть предложит, где этому научиться: составьте маршрут и согласуйте его.')}
        </p>
        <ButtonLink kind="secondary" href={href}>
          Составить маршрут
        </ButtonLink>
      </Sheet>
    )
  const steps = await stepsOf(tx, ctx, current.id)
  const next = nearestOf(steps, nearest)
  return (
    <Sheet title="Мой маршрут">
      {current.state === 'draft' && <StateTag {...stateTags.draft} />}
      {next.length === 0 ? (
        <p class="govuk-body">{nb(steps.length === 0 ? 'В маршруте пока нет шагов.' : 'Ближайших шагов не осталось.')}</p>
      ) : (
        <RowList
          rows={next.map((step) => (
            <>
              <StepName ctx={ctx} step={step} own />
              <Second>{[kindWords[step.kind], dayOf(step)].filter(Boolean).join(' · ')}</Second>
              {current.state === 'active' && <StateTag {...stepTags[step.state]} />}
            </>
          ))}
        />
      )}
      <p class="govuk-body pl-small">
        <TextLink href={href}>{`Весь маршрут, шагов: ${steps.length}`}</TextLink>
      </p>
    </Sheet>
  )
}

/** Beside what a person lacks: their route, for those who may see it. */
export async function routeOfPerson(tx: Tx, ctx: Ctx, personId: PersonId): Promise<JSX.Element | null> {
  const [here, current, leaders] = await Promise.all([
    routesHere(tx, ctx),
    currentOf(tx, ctx, personId),
    leadersOf(tx, ctx, personId),
  ])
  const subject = { territoryId: ctx.territory.id, personIds: [personId, ...leaders] }
  if (!here.on || !may(ctx, 'route.view', subject)) return null
  const at = { territory: ctx.territory.code }
  return (
    <Sheet title="Индивидуальный маршрут">
      {current && <StateTag {...stateTags[current.state]} />}
      <div class="pl-gap" />
      <ButtonLink
        kind="secondary"
        href={current ? paths.route({ ...at, route: current.id }) : paths.personRoute({ ...at, person: personId })}
      >
        {current ? 'Открыть маршрут' : 'Составить маршрут'}
      </ButtonLink>
    </Sheet>
  )
}
