import { type Ctx, contextOf, type Services, timeOf } from '../../authz/ctx.ts'
import { asPool, type Db, type Tx } from '../../db/pool.ts'
import { territoriesInFull } from '../../db/territories.ts'
import { transact } from '../../db/transact.ts'
import { keepLast, lockJournalNow } from '../../journals/journal.ts'
import { newId } from '../../kernel/ids.ts'
import { ok, refuse } from '../../kernel/result.ts'
import type { CertificateId, CertificateRunId, Instant, PersonId, TerritoryId, TraineeshipId } from '../../kernel/types.ts'
import type { Begun } from '../../kit/case.ts'
import { tell } from '../../notices/tell.ts'
import { namesOf } from '../people/name-queries.ts'
import { theSite } from '../sites/site-queries.ts'
import { newCode } from './code-rules.ts'
import { candidatesAt } from './completion-queries.ts'
import { isMet, worthOf } from './completion-rules.ts'
import { machine } from './machine.ts'
import type { Extent, Kind, Printed, Shared, Sort, Worth } from './model.ts'
import { paths } from './paths.ts'
import { consentsOf, publish } from './publication.ts'
import { readyOf } from './queries.ts'
import { aboutWords } from './wording.ts'

/** So many papers are issued in one transaction; the rest of a press is issued by the queue, while its page tells how far it is. */
export const pieceSize = 100

export type Asked = Extent & {
  readonly sort: Sort
  readonly kind: Kind
  readonly people: readonly PersonId[]
  /** Of papers about a programme: whose traineeships, in the order of `people`. */
  readonly traineeships: readonly TraineeshipId[]
  readonly shared: Shared
}

/** A press is written down and issues its first papers at once; for the rest a job is put into the queue. */
export const pressing: Begun<Asked, 'run'> = {
  param: 'run',
  home: paths.certificateRun,
  begin: async (tx, ctx: Ctx, id: CertificateRunId, { people, traineeships, shared, ...asked }) => {
    const lists = { people: JSON.stringify(people), traineeships: JSON.stringify(traineeships) }
    const run = { ...asked, ...lists, shared: JSON.stringify(shared) }
    const its = { territoryId: ctx.territory.id, id, askedBy: ctx.actor.personId, askedAt: ctx.now }
    await tx
      .insertInto('certificateRuns')
      .values({ ...its, ...run })
      .execute()
    const isDone = await issuePiece(tx, ctx, id)
    if (!isDone) await ctx.services.issueRest(tx, { territoryId: ctx.territory.id, runId: id })
  },
}

/** Issues the next papers of a press: numbers go one after another, and whoever is not ready any more is left out. True when it is done. */
export async function issuePiece(tx: Tx, given: Ctx, runId: CertificateRunId): Promise<boolean> {
  const run = await tx
    .selectFrom('certificateRuns')
    .selectAll()
    .where((is) => is.and({ territoryId: given.territory.id, id: runId }))
    .forUpdate()
    .executeTakeFirstOrThrow()
  const piece = <One>(all: readonly One[]) => all.slice(run.done, run.done + pieceSize)
  const people = piece(run.people)
  const worth =
    run.sort === 'completion'
      ? await masteredBy(tx, given, run, piece(run.traineeships))
      : await attendedBy(tx, given, run, people)
  await issue(tx, given, { ...run, runId }, worth)
  const done = run.done + people.length
  await tx
    .updateTable('certificateRuns')
    .set({ done })
    .where((is) => is.and({ territoryId: given.territory.id, id: runId }))
    .execute()
  return done >= run.people.length
}

async function attendedBy(tx: Tx, ctx: Ctx, run: Extent, people: readonly PersonId[]): Promise<Worth[]> {
  const found = new Map((await readyOf(tx, ctx, run, people)).map((one) => [one.personId, one]))
  return people.flatMap((id): Worth[] => {
    const one = found.get(id)
    if (!one) return []
    const lines = one.lines.map(({ title, day, hours }) => ({ title, day, hours }))
    return [{ ...one, lines, events: one.lines, traineeshipId: null }]
  })
}

/** Those whose conditions are still met when their turn comes. */
async function masteredBy(tx: Tx, ctx: Ctx, { siteId }: Pick<Extent, 'siteId'>, ids: readonly TraineeshipId[]): Promise<Worth[]> {
  const found = new Map((await candidatesAt(tx, ctx, [siteId], ids)).map((one) => [one.id, one]))
  return ids.flatMap((id) => {
    const one = found.get(id)
    return one && isMet(one.conditions) ? [worthOf(one)] : []
  })
}

type OfRun = Pick<Extent, 'siteId'> & {
  readonly sort: Sort
  readonly runId: CertificateRunId
  readonly kind: Kind
  readonly shared: Shared
}

async function issue(tx: Tx, given: Ctx, { runId, siteId, sort, kind, shared }: OfRun, ready: readonly Worth[]): Promise<void> {
  if (ready.length === 0) return
  const ids = ready.map(({ personId }) => personId)
  const { ctx, journal, last } = await lockJournalNow(tx, given, { kind: 'certificate', keeperId: shared.issuerId })
  const [names, consents] = await Promise.all([namesOf(tx, ctx, ids), consentsOf(tx, ctx, ids)])
  const { issuerId, counted, ...said } = shared
  const made = ready.flatMap((one, n) => {
    const person = names.get(one.personId)
    const number = last + n + 1
    const { hours, from, to, lines, mastered } = one
    const about = { sort, kind, number, issuedOn: ctx.today, from, to, hours, lines, ...(mastered && { mastered }) }
    const printed: Printed | undefined = person && { ...said, ...about, person }
    return printed ? [{ ...one, id: newId<CertificateId>(), code: newCode(), number, printed }] : []
  })
  await tx
    .insertInto('certificates')
    .values(
      made.map(({ id, code, number, printed, personId, organisationId, traineeshipId, hours, from, to }) => ({
        ...{ territoryId: ctx.territory.id, id, siteId, runId, personId, organisationId, issuerId, year: journal.year, number },
        ...{ sort, traineeshipId, kind, hours, startsOn: from, endsOn: to, issuedOn: ctx.today, issuedBy: given.actor.personId },
        ...{ code, printed: JSON.stringify(printed), state: machine.initial, editVersion: 1 },
      })),
    )
    .execute()
  const attended = made.flatMap(({ id, personId, events }) =>
    events.map(({ eventId, hours }) => ({ territoryId: ctx.territory.id, eventId, personId, certificateId: id, hours })),
  )
  // What a paper about participation says already stays on that one; the programme was mastered all the same.
  if (attended.length > 0)
    await tx
      .insertInto('certifiedEvents')
      .values(attended)
      .$if(sort === 'completion', (query) => query.onConflict((on) => on.doNothing()))
      .execute()
  await keepLast(tx, ctx, journal, last + made.length)
  await publish(tx, ctx, made, { siteId: counted ? siteId : null, consents })
  await tell(
    tx,
    ctx,
    made.map(({ id, personId, number, hours, printed }) => ({
      ...{ kind: 'certificate.issued' as const, subjectId: id, personId },
      params: { kind, number, hours, issuer: shared.issuer, ...(sort === 'completion' && { about: aboutWords(printed) }) },
    })),
  )
}

/** The rest of a press, a piece in each transaction, in the name of whoever pressed. */
export async function issueRest(
  db: Db,
  services: Services,
  { territoryId, runId }: { readonly territoryId: TerritoryId; readonly runId: CertificateRunId },
  systemNow: Instant,
): Promise<void> {
  const territory = (await territoriesInFull(db)).find(({ id }) => id === territoryId)
  if (!territory) return
  const scope = { pool: asPool(db), scope: { territoryId }, submission: null, ...timeOf(territory, systemNow) }
  for (let isDone = false; !isDone; ) {
    const piece = await transact(scope, async (tx) => {
      const run = await tx
        .selectFrom('certificateRuns')
        .select(['siteId', 'askedBy'])
        .where((is) => is.and({ territoryId, id: runId }))
        .executeTakeFirst()
      const { now, today } = scope
      const ctx = run && (await contextOf(tx, { territory, personId: run.askedBy, accountId: null, now, today, services }))
      if (!run || !ctx) return refuse({ code: 'notFound' })
      await theSite.lock(tx, ctx, run.siteId)
      return ok(await issuePiece(tx, ctx, runId))
    })
    if (!piece.ok) throw new Error(`the press ${runId} stands still: ${JSON.stringify(piece.refusal)}`)
    isDone = piece.value
  }
}
