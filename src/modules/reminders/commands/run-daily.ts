import { forgetKeptForms } from '../../../accounts/kept-forms.ts'
import { before } from '../../../accounts/session-rules.ts'
import { type Services, type Territory, timeOf } from '../../../authz/ctx.ts'
import { asPool, type Db } from '../../../db/pool.ts'
import { territoriesInFull } from '../../../db/territories.ts'
import { forgetSubmissions, transact } from '../../../db/transact.ts'
import { localTime } from '../../../kernel/clock.ts'
import { ok } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/types.ts'
import { forgetExpired, forgetUnanswered } from '../../accounts/commands/forget-expired.ts'
import { dayToTell, spanOf } from '../rules.ts'
import { runClockDeeds } from './by-clock.ts'
import { remind } from './remind.ts'
import { sweepFiles } from './sweep-files.ts'
import { writeDailyLetters } from './write-daily-letters.ts'

/** The run comes every hour, files are looked through once a day: by UTC, when Moscow sleeps. */
const sweepHour = 2
/** No page stays open longer, so no form comes twice after that. */
const sentFormSeconds = 7 * 24 * 3600

/**
 * The run of the day, however often it is started: in every territory the reminders of the days not told yet and the letters of the day;
 * then what is no longer needed is forgotten, and files that no row knows are swept. A territory that fails does not keep the others from
 * their day, nor does what the clock does by itself keep people from being told.
 */
export async function runDaily(db: Db, services: Services, systemNow: Instant): Promise<void> {
  const territories = await territoriesInFull(db)
  const faults: unknown[] = []
  const trying = (work: Promise<unknown>) => work.catch((fault: unknown) => faults.push(fault))
  for (const territory of territories) {
    await trying(runClock(db, services, territory, systemNow))
    await trying(runTerritory(db, services, territory, systemNow))
  }
  await forgetExpired(db, systemNow)
  await forgetSubmissions(db, before(systemNow, sentFormSeconds))
  await forgetKeptForms(db, systemNow)
  if (systemNow.getUTCHours() === sweepHour) {
    const ids = territories.map(({ id }) => id)
    await trying(sweepFiles(db, ids, systemNow))
  }
  if (faults.length > 0) throw new AggregateError(faults, `the run of the day failed in ${faults.length} places`)
}

async function runClock(db: Db, services: Services, territory: Territory, systemNow: Instant) {
  const today = territory.demoToday ?? dayToTell(localTime(systemNow, territory.timeZone))
  await runClockDeeds(asPool(db), { territory, today, now: timeOf(territory, systemNow).now, services, actor: null })
}

async function runTerritory(db: Db, services: Services, known: Territory, systemNow: Instant) {
  const scope = { territoryId: known.id }
  return transact({ pool: asPool(db), scope, now: systemNow, submission: null }, async (tx) => {
    const { demoToday, lastDayRun } = await tx
      .selectFrom('territories')
      .select(['demoToday', 'lastDayRun'])
      .where('id', '=', known.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const territory = { ...known, demoToday }
    const { now } = timeOf(territory, systemNow)
    const span = spanOf(lastDayRun, demoToday ?? dayToTell(localTime(systemNow, territory.timeZone)))
    if (span === null) return ok(null)
    const telling = { territory, today: span.to, now, services, actor: null }
    await forgetUnanswered(tx, territory.id, systemNow)
    await remind(tx, telling, span)
    await writeDailyLetters(tx, telling, span.after)
    return ok(null)
  })
}
