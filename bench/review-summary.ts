import { createAuth } from '../src/accounts/auth.ts'
import { systemNow } from '../src/kernel/clock.ts'
import type { AccountId } from '../src/kernel/types.ts'
import { anAccount } from '../test/factories/accounts.ts'
import { type ApplyingTerritory, anApplyingTerritory } from '../test/factories/applications.ts'
import { lenobl as regulation } from '../test/regulations.ts'
import { atMost, type Figure, kb, ms, toKnow } from './figures.ts'
import type { Bench } from './harness.ts'
import { get, load } from './load.ts'
import { type Running, startProgram } from './program.ts'

const size = { applications: 500, experts: 3, criteria: 10 }
const [perSecond, seconds] = [2, 10]

/** The whole summary of a large call on one page: every expert's total, figures, recommendations; and the reasons by one criterion. */
export async function benchReviewSummary(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  const there = await anApplyingTerritory(bench.db, regulation)
  await fill(bench, there)
  const program = await startProgram(bench, 'web')
  try {
    const cookie = await cookieOf(bench, program, there)
    const at = `/t/${there.territory.code}/calls/${there.callId}/summary`
    const figures: Figure[] = []
    for (const [what, path, most] of [
      ['summary', at, 100],
      ['summary by spread', `${at}?sort=spread&down=yes`, 100],
      ['with the reasons by one criterion', `${at}?criterion=c1`, null],
      ['as a file', `${at}.csv`, null],
    ] as const) {
      const asked = [{ path, cookie }]
      await load(program, asked, perSecond, 3)
      const found = await load(program, asked, perSecond, seconds)
      const cpu = `${what}: CPU of the program`
      figures.push(most === null ? toKnow(cpu, ms(found.cpu)) : atMost(cpu, found.cpu, most, ms))
      figures.push(toKnow('  CPU of PostgreSQL, whole median', `${ms(found.databaseCpu)}, ${ms(found.p50)}`))
    }
    figures.push(toKnow('page as it is sent', kb((await get(program.origin, { path: at, cookie })).length)))
    return {
      title: `Summary of reviews: ${size.applications} applications × ${size.experts} experts × ${size.criteria} criteria`,
      figures,
    }
  } finally {
    await program.stop()
  }
}

async function cookieOf(bench: Bench, program: Running, { territory, people }: ApplyingTerritory): Promise<string> {
  const accountId: AccountId = await anAccount(bench.db, 'summary@example.org', [{ territory, personId: people.methodist }])
  const auth = createAuth({ db: bench.db, secret: bench.secret, origin: program.origin, secureCookies: false, systemNow })
  const { cookies } = await auth.openSession(accountId)
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

/** Applications that are through their review, written straight into the tables. */
async function fill({ admin }: Bench, { territory, callId, schools, people, network }: ApplyingTerritory): Promise<void> {
  const levels = JSON.stringify([0, 1, 2, 3].map((points) => ({ points, text: `Уровень ${points}` })))
  const given = [territory.id, callId, schools[0], people.head, network.regulationId, people.methodist]
  await admin.query(
    `update calls set criteria = (select jsonb_agg(jsonb_build_object('code', 'c' || n, 'title', 'Критерий ' || n, 'weight', 1 + n % 3,
       'comment', 'edges', 'levels', '${levels}'::jsonb)) from generate_series(1, ${size.criteria}) n) where territory_id = $1 and id = $2`,
    given.slice(0, 2),
  )
  const id = (kind: string, of: string) => `md5($1::text || '${kind} ' || ${of})::uuid`
  await admin.query(
    `with numbers as (select n from generate_series(1, ${size.applications}) n),
       experts as (insert into people (territory_id, id, family_name, given_name, patronymic, created_at)
         select $1::uuid, ${id('expert', 'n')}, 'Экспертова' || n, 'Анна', 'Ивановна', now() from generate_series(0, 29) n),
       applied as (insert into applications (territory_id, id, call_id, regulation_id, initiator, initiator_organisation_id, state, number, round, theme,
           created_by, created_at, submitted_by, submitted_at)
         select $1::uuid, ${id('application', 'n')}, $2::uuid, $5::uuid, 'organisation', $3::uuid, 'reviewed', n, 1,
           'Наставничество и совместные уроки учителей разных школ, опыт ' || n, $4::uuid, now(), $4::uuid, now() from numbers),
       hosts as (insert into application_organisations (territory_id, application_id, organisation_id, position, is_lead, charter_name, state)
         select $1::uuid, ${id('application', 'n')}, $3::uuid, 0, true, 'Школа', 'confirmed' from numbers),
       rounds as (insert into application_rounds (territory_id, application_id, round, snapshot, hash, submitted_by, submitted_at)
         select $1::uuid, ${id('application', 'n')}, 1, '{}', '\\x00', $4::uuid, now() from numbers)
     insert into reviews (territory_id, id, application_id, round, expert_person_id, state, due_on, assigned_by, assigned_at, declared_at, declaration,
         conclusion, recommendation, total, sent_at)
       select $1::uuid, ${id('review', "n || ' ' || e")}, ${id('application', 'n')}, 1, ${id('expert', '(n + e * 7) % 30')}, 'sent', '2021-11-01', $6::uuid,
         now(), now(), 'Нет', 'Программу можно принять', (array['support', 'supportWithRemarks', 'reject'])[1 + (n + e) % 3], 20 + (n * 31 + e * 17) % 80, now()
       from numbers, generate_series(1, ${size.experts}) e`,
    given,
  )
  await admin.query(
    `insert into review_scores (territory_id, review_id, criterion_code, points, comment)
       select territory_id, id, 'c' || c, c % 4, 'Программа раскрывает тему на конкретных уроках и показывает, как стажёр применит это у себя в школе.'
       from reviews, generate_series(1, ${size.criteria}) c where territory_id = $1`,
    [territory.id],
  )
  await admin.query('analyze applications, application_organisations, reviews, review_scores, people')
}
