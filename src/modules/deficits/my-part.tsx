import type { JSX } from 'preact'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { nb, TextLink } from '../../ui/content.ts'
import { ButtonLink, Sheet } from '../../ui/frame.ts'
import type { TraineeShown } from '../traineeships/ports.ts'
import { leadersOf } from '../traineeships/queries.ts'
import { paths } from './paths.ts'
import { deficitsOf, frameworkHere } from './store.ts'
import { DeficitRows } from './views/parts.tsx'
import { deficitsHere } from './whether.ts'

const mostShown = 5

/** What one lacks by one's own word and by that of others, and the way to name more. */
export async function deficitsOnMyPage(tx: Tx, ctx: Ctx): Promise<JSX.Element | null> {
  const [here, framework, rows] = await Promise.all([
    deficitsHere(tx, ctx),
    frameworkHere(tx, ctx),
    deficitsOf(tx, ctx, ctx.actor.personId),
  ])
  if (!here.on || !may(ctx, 'deficit.declare')) return null
  const open = rows.filter(({ state }) => state === 'open')
  const href = paths.ownDeficits({ territory: ctx.territory.code })
  return (
    <Sheet title="Мои дефициты">
      {open.length === 0 ? (
        <p class="govuk-body">{nb('Назовите, чему хотите научиться: это займёт минуту и поможет найти, кто этому учит.')}</p>
      ) : (
        <DeficitRows {...{ ctx, framework }} rows={open.slice(0, mostShown)} />
      )}
      {open.length > mostShown && (
        <p class="govuk-body pl-small">
          <TextLink href={href}>{`Все открытые: ${open.length}`}</TextLink>
        </p>
      )}
      <div class="pl-gap" />
      <ButtonLink kind="secondary" href={href}>
        Назвать дефицит
      </ButtonLink>
    </Sheet>
  )
}

/** On the page of a traineeship, for whoever may see it: what the trainee came with. */
export async function deficitsOnTraineeship({ opened: { one }, request }: TraineeShown): Promise<JSX.Element | null> {
  const { ctx, tx } = request
  const [here, framework, leaders] = await Promise.all([
    deficitsHere(tx, ctx),
    frameworkHere(tx, ctx),
    leadersOf(tx, ctx, one.personId),
  ])
  const subject = { territoryId: ctx.territory.id, personIds: [one.personId, ...leaders] }
  if (!here.on || !may(ctx, 'deficit.view', subject)) return null
  const rows = await deficitsOf(tx, ctx, one.personId)
  const territory = ctx.territory.code
  const own = one.personId === ctx.actor.personId
  return (
    <Sheet title="Профессиональные дефициты">
      {rows.length === 0 ? (
        <p class="govuk-body">{nb('Пока ничего не названо.')}</p>
      ) : (
        <DeficitRows {...{ ctx, framework }} rows={rows.slice(0, mostShown)} />
      )}
      <p class="govuk-body pl-small">
        <TextLink href={own ? paths.ownDeficits({ territory }) : paths.personDeficits({ territory, person: one.personId })}>
          {own ? 'Назвать ещё' : 'Все дефициты стажёра'}
        </TextLink>
      </p>
    </Sheet>
  )
}
