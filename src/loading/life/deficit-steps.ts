import { sql } from 'kysely'
import type { Acting, Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { readAs } from '../../db/transact.ts'
import type { DeficitId, PersonId, SiteId } from '../../kernel/types.ts'
import { deficits } from '../../modules/deficits/case.ts'
import { declareDeficits } from '../../modules/deficits/commands/declare.ts'
import { nameTaught } from '../../modules/deficits/commands/name-taught.ts'
import { saveFramework } from '../../modules/deficits/commands/save-framework.ts'
import { closeByFact, noteDeficit } from '../../modules/deficits/deeds.ts'
import { factsToClose, keyOf } from '../../modules/deficits/facts-to-close.ts'
import { labelOf } from '../../modules/deficits/framework.ts'
import type { OfferAt } from '../../modules/deficits/offers.ts'
import { deficitsBy, frameworkHere } from '../../modules/deficits/store.ts'
import { shownProgramme } from '../../modules/programmes/queries.ts'
import type { DeficitLife, LifeFacts, TaughtLife } from '../../regulation/life-facts.ts'
import type { Keys } from '../keys.ts'
import { found } from './find.ts'
import { does, type Step, stepsOf } from './step.ts'

/** What people of a territory lack: competences of its own first, then what was named, noted and closed. */
export function deficitSteps(keys: Keys, { competences, deficits: all = [], taught = [] }: LifeFacts): Step[] {
  const step = stepsOf('перечень компетенций')
  return [
    ...(competences
      ? [
          step(competences.on, '09:10:00', competences.by, 'свои строки', (ctx) =>
            saveFramework(ctx, { closed: [], added: competences.added.join('\n'), version: 0 }),
          ),
        ]
      : []),
    ...all.flatMap((one) => ofOne(keys, one)),
    ...taught.map((one) => taughtStep(keys, one)),
  ]
}

function ofOne(keys: Keys, given: DeficitLife): Step[] {
  const { person, by, on, labels = [], words, diagnosis, closed } = given
  const id = keys.person(person)
  const step = stepsOf(`дефицит ${person}, ${on}`)
  return [
    step(on, '19:05:00', by, 'отмечен', async (ctx) => {
      const ids = await readAs(ctx, (tx) => idsOf(tx, ctx, labels))
      if (by === person) return declareDeficits(ctx, { competences: ids, words: words ?? null })
      return noteDeficit.run(ctx, {
        id,
        ...{ source: diagnosis ? 'diagnosis' : 'guide', competence: ids[0] ?? null, words: words ?? null },
        ...{ document: diagnosis?.document ?? null, documentOn: diagnosis?.on ?? null },
      })
    }),
    ...(closed
      ? [
          step(closed.on, '19:30:00', closed.by, 'закрыт', (ctx) =>
            does(
              ctx,
              deficits,
              closeByFact,
              (tx) => openOne(tx, ctx, id, labels[0] ?? ''),
              (tx, { one }) => factOf(tx, ctx, one, closed.title),
            ),
          ),
        ]
      : []),
  ]
}

function taughtStep(keys: Keys, given: TaughtLife): Step {
  const { siteOf, by, on, labels } = given
  const title = 'event' in given ? given.event : 'line' in given ? given.line : given.topic
  return stepsOf(`чему учит «${title}»`)(on, '18:40:00', by, 'отмечено', async (ctx) => {
    const [at, competences] = await readAs(ctx, (tx) =>
      Promise.all([offerOf(tx, ctx, { siteId: keys.site(siteOf), given }), idsOf(tx, ctx, labels)]),
    )
    return nameTaught(ctx, at, { competences, version: 0 })
  })
}

async function offerOf(tx: Tx, ctx: Acting, { siteId, given }: { siteId: SiteId; given: TaughtLife }): Promise<OfferAt> {
  if ('event' in given) return { event: await found.event(tx, ctx, siteId, given.event) }
  if ('line' in given) return { line: await found.line(tx, ctx, siteId, given.line) }
  const programme = await found.programme(tx, ctx, siteId)
  const topics = (await shownProgramme(tx, ctx, programme))?.content.topics ?? []
  const topic = topics.find(({ title }) => title === given.topic)
  if (!topic) throw new Error(`there is no topic «${given.topic}»`)
  return { programme, topic: topic.id }
}

async function idsOf(tx: Tx, ctx: Acting, labels: readonly string[]): Promise<string[]> {
  const framework = await frameworkHere(tx, ctx)
  return labels.map((label) => {
    const found = framework.find((one) => one.label === label)
    if (!found) throw new Error(`there is no competence «${label}»`)
    return found.id
  })
}

async function openOne(tx: Tx, ctx: Acting, personId: PersonId, label: string): Promise<DeficitId> {
  const framework = await frameworkHere(tx, ctx)
  const rows = await deficitsBy(tx, ctx, sql`d.person_id = ${personId} and d.state = 'open'`).page(100, 0)
  const found = rows.find(({ competenceId }) => labelOf(framework, competenceId) === label)
  if (!found) throw new Error(`there is no open deficit «${label}»`)
  return found.id
}

async function factOf(tx: Tx, ctx: Ctx, one: { readonly personId: PersonId; readonly startsOn: string }, title: string) {
  const found = (await factsToClose(tx, ctx, one.personId, one.startsOn)).find((fact) => fact.title === title)
  return { fact: found ? keyOf(found) : null }
}
