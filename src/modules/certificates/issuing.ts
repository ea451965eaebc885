import { type Ctx, contextOf, type Services, timeOf } from '../../authz/ctx.ts'
import { asPool, type Db, type Tx } from '../../db/pool.ts'
import { territoriesInFull } from '../../db/territories.ts'
import { transact } from '../../db/transact.ts'
import { keepLast, lockJournalNow } from '../../journals/journal.ts'
import { newId } from '../../kernel/ids.ts'
import { ok, refuse } from '../../kernel/result.ts'
import type { CertificateId, CertificateRunId, Instant, PersonId, TerritoryId } from '../../kernel/types.ts'
import type { Begun } from '../../kit/case.ts'
import { tell } from '../../notices/tell.ts'
import { namesOf } from '../people/name-queries.ts'
import { theSite } from '../sites/site-queries.ts'
import { newCode } from './code.ts'
import { machine } from './machine.ts'
import type { Extent, Kind, Printed, Ready, Shared } from './model.ts'
import { paths } from './paths.ts'
import { consentsOf, publish } from './publication.ts'
import { readyOf } from './queries.ts'

/** So many papers are issued in one transaction; the rest of a press is issued by the queue, while its page tells how far it is. */
export const pieceSize = 100

export type Asked = Extent & { readonly kind: Kind; readonly people: readonly PersonId[]; readonly shared: Shared }

/** A press is written down and issues its first papers at once; for the rest a job is put into the queue. */
export const pressing: Begun<Asked, 'run'> = {
  param: 'run',
  home: paths.certificateRun,
  begin: async (tx, ctx: Ctx, id: CertificateRunId, { people, shared, ...asked }) => {
    const run = { ...asked, people: JSON.stringify(people), shared: JSON.stringify(shared) }
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
  const people = run.people.slice(run.done, run.done + pieceSize)
  const found = new Map((await readyOf(tx, given, run, people)).map((one) => [one.personId, one]))
  const ready = people.flatMap((id) => found.get(id) ?? [])
  await issue(tx, given, { ...run, runId }, ready)
  const done = run.done + people.length
  await tx
    .updateTable('certificateRuns')
    .set({ done })
    .where((is) => is.and({ territoryId: given.territory.id, id: runId }))
    .execute()
  return done >= run.people.length
}

type OfRun = Pick<Extent, 'siteId'> & { readonly runId: CertificateRunId; readonly kind: Kind; readonly shared: Shared }

async function issue(tx: Tx, given: Ctx, { runId, siteId, kind, shared }: OfRun, ready: readonly Ready[]): Promise<void> {
  if (ready.length === 0) return
  const ids = ready.map(({ personId }) => personId)
  const { ctx, journal, last } = await lockJournalNow(tx, given, { kind: 'certificate', keeperId: shared.issuerId })
  const [names, consents] = await Promise.all([namesOf(tx, ctx, ids), consentsOf(tx, ctx, ids)])
  const { issuerId, counted, ...said } = shared
  const made = ready.flatMap((one, n) => {
    const person = names.get(one.personId)
    const number = last + n + 1
    const { hours, from, to } = one
    const lines = one.lines.map(({ title, day, hours: own }) => ({ title, day, hours: own }))
    const about = { sort: 'participation' as const, kind, number, issuedOn: ctx.today, from, to, hours, lines }
    const printed: Printed | undefined = person && { ...said, ...about, person }
    return printed ? [{ ...one, id: newId<CertificateId>(), code: newCode(), number, printed }] : []
  })
  await tx
    .insertInto('certificates')
    .values(
      made.map(({ id, code, number, printed, personId, organisationId, hours, from, to }) => ({
        ...{ territoryId: ctx.territory.id, id, siteId, runId, personId, organisationId, issuerId, year: journal.year, number },
        ...{ sort: printed.sort, kind, hours, startsOn: from, endsOn: to, issuedOn: ctx.today, issuedBy: given.actor.personId },
        ...{ code, printed: JSON.stringify(printed), state: machine.initial, editVersion: 1 },
      })),
    )
    .execute()
  await tx
    .insertInto('certifiedEvents')
    .values(
      made.flatMap(({ id, personId, lines }) =>
        lines.map(({ eventId, hours }) => ({ territoryId: ctx.territory.id, eventId, personId, certificateId: id, hours })),
      ),
    )
    .execute()
  await keepLast(tx, ctx, journal, last + made.length)
  await publish(tx, ctx, made, { siteId: counted ? siteId : null, consents })
  await tell(
    tx,
    ctx,
    made.map(({ id, personId, number, hours }) => ({
      ...{ kind: 'certificate.issued' as const, subjectId: id, personId },
      params: { kind, number, hours, issuer: shared.issuer },
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
