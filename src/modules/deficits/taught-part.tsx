import type { JSX } from 'preact'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { PlanId } from '../../kernel/types.ts'
import { nb, Second, TextLink } from '../../ui/content.ts'
import { ButtonLink, Sheet } from '../../ui/frame.ts'
import type { ShownEvent } from '../events/ports.ts'
import type { TopicsShown } from '../programmes/ports.ts'
import { type Competence, labelOf } from './framework.ts'
import { offerAt } from './offers.ts'
import { paths } from './paths.ts'
import { frameworkHere } from './store.ts'
import { taughtAt, taughtBy, taughtInTopics } from './taught-queries.ts'
import { inOrder } from './taught-rules.ts'
import { deficitsHere } from './whether.ts'

const title = 'Чему здесь учат'
type NamesProps = { framework: readonly Competence[]; chosen: readonly string[] }
const Names = ({ framework, chosen }: NamesProps) => (
  <ul class="govuk-list govuk-list--bullet">
    {inOrder(chosen, framework).map((id) => (
      <li>{nb(labelOf(framework, id))}</li>
    ))}
  </ul>
)

type TaughtProps = NamesProps & { way: string | null }
/** What is taught, and the way to say so for whoever edits the offer; nothing where there is neither. */
function Taught({ framework, chosen, way }: TaughtProps) {
  if (chosen.length === 0 && way === null) return null
  return (
    <Sheet title={title}>
      {chosen.length === 0 ? (
        <p class="govuk-body">{nb('Ещё не отмечено. Отметьте, чтобы это нашли те, кому этого не хватает.')}</p>
      ) : (
        <Names {...{ framework, chosen }} />
      )}
      {way !== null && (
        <ButtonLink kind="secondary" href={way}>
          {chosen.length === 0 ? 'Отметить' : 'Изменить'}
        </ButtonLink>
      )}
    </Sheet>
  )
}

/** On the page of an event: what it teaches, by its own word and by that of its line. */
export async function taughtOnEvent(tx: Tx, ctx: Ctx, { one, runs }: ShownEvent): Promise<JSX.Element | null> {
  const [here, framework, chosen] = await Promise.all([deficitsHere(tx, ctx), frameworkHere(tx, ctx), taughtAt(tx, ctx, one)])
  if (!here.on) return null
  const way = runs && one.state !== 'cancelled' ? paths.eventCompetences({ territory: ctx.territory.code, event: one.id }) : null
  return <Taught {...{ framework, chosen, way }} />
}

/** On the page of a line of a plan. */
export async function taughtOnLine(tx: Tx, ctx: Ctx, planId: PlanId, lineKey: string): Promise<JSX.Element | null> {
  const [here, framework, { competences }, offer] = await Promise.all([
    deficitsHere(tx, ctx),
    frameworkHere(tx, ctx),
    taughtBy(tx, ctx, { planId, lineKey }),
    offerAt(tx, ctx, { line: lineKey }),
  ])
  if (!here.on) return null
  return <Taught framework={framework} chosen={competences} way={offer?.may && offer.standing.ok ? offer.form : null} />
}

/** On the page of a programme of a site: each topic with what it teaches. */
export async function taughtOnProgramme(tx: Tx, ctx: Ctx, { id, topics, may }: TopicsShown): Promise<JSX.Element | null> {
  const [here, framework, taught] = await Promise.all([
    deficitsHere(tx, ctx),
    frameworkHere(tx, ctx),
    taughtInTopics(tx, ctx, id),
  ])
  const shown = topics.filter((topic) => may || (taught.get(topic.id) ?? []).length > 0)
  if (!here.on || shown.length === 0) return null
  return (
    <Sheet title="Чему учат темы">
      <ul class="govuk-list">
        {shown.map((topic) => {
          const chosen = taught.get(topic.id) ?? []
          const way = paths.topicCompetences({ territory: ctx.territory.code, programme: id, topic: topic.id })
          return (
            <li>
              {may ? <TextLink href={way}>{topic.title || 'Тема без названия'}</TextLink> : nb(topic.title)}
              <Second>
                {chosen.length === 0
                  ? 'ещё не отмечено'
                  : inOrder(chosen, framework)
                      .map((one) => labelOf(framework, one))
                      .join('; ')}
              </Second>
            </li>
          )
        })}
      </ul>
    </Sheet>
  )
}
