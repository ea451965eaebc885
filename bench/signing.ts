import { steadyMs } from '../src/kernel/clock.ts'
import { newId } from '../src/kernel/ids.ts'
import type { OrganisationId, PersonId } from '../src/kernel/types.ts'
import { aGrant, anOffice, aPoint, aSubmitted, done, type Office, sign, theRegulationOrder } from '../test/factories/orders.ts'
import { inScope } from '../test/factory.ts'
import { atMost, type Figure, ms, percentile, toKnow } from './figures.ts'
import type { Bench } from './harness.ts'

const runs = 5
const granted = 100
const attachedToEach = 7

/** One order that makes a hundred schools sites and attaches seven hundred to them, with a task for each head and eight hundred to read it. */
export async function benchSigning(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  const times: number[] = []
  const cpu: number[] = []
  for (let run = 0; run < runs; run++) {
    const office = await anOffice(bench.db)
    await theRegulationOrder(office)
    const orderId = await aLargeOrder(office)
    const [began, before] = [steadyMs(), process.cpuUsage()]
    done(await sign(office, orderId))
    times.push(steadyMs() - began)
    const { user, system } = process.cpuUsage(before)
    cpu.push((user + system) / 1000)
  }
  const title = `Signing an order: ${granted} sites, ${granted * attachedToEach} attached schools, five runs`
  const figures = [
    atMost('median', percentile(times, 0.5), 1000, ms),
    toKnow('each', times.map(ms).join(', ')),
    toKnow('of it CPU of the program, median', ms(percentile(cpu, 0.5))),
  ]
  return { title, figures }
}

async function aLargeOrder(office: Office) {
  const schools = await schoolsWithHeads(office, granted * (1 + attachedToEach))
  const hosts = schools.slice(0, granted)
  const grants = hosts.map(({ id }, n) => aGrant(id, { theme: `Сетевое наставничество учителей, опыт ${n + 1}` }))
  const attachments = grants.map(({ siteId, from, to }, n) => ({
    kind: 'attachOrganisations' as const,
    siteId,
    organisationIds: schools.slice(granted + n * attachedToEach, granted + (n + 1) * attachedToEach).map((school) => school.id),
    from,
    to,
  }))
  const task = { isTask: true, assigneeIds: hosts.map((host) => host.headId), dueOn: '2021-05-31' }
  return aSubmitted(office, [aPoint(grants), aPoint(attachments), aPoint([], task)], {
    acquaintance: 'allHeads',
    publishOnSigning: true,
  })
}

type School = { readonly id: OrganisationId; readonly headId: PersonId }

async function schoolsWithHeads({ db, territory }: Office, count: number): Promise<School[]> {
  const schools = Array.from({ length: count }, () => ({ id: newId<OrganisationId>(), headId: newId<PersonId>() }))
  const territoryId = territory.id
  const createdAt = new Date('2020-01-01T00:00:00Z')
  await inScope(db, territoryId, async (tx) => {
    const organisations = schools.map(({ id }, n) => ({
      territoryId,
      id,
      kind: 'school' as const,
      fullName: `Муниципальное общеобразовательное учреждение «Средняя школа № ${n + 1}»`,
      shortName: `Школа № ${n + 1}`,
      createdAt,
    }))
    await tx.insertInto('organisations').values(organisations).execute()
    const people = schools.map(({ headId }, n) => ({
      territoryId,
      id: headId,
      familyName: `Директорова${n + 1}`,
      givenName: 'Анна',
      patronymic: 'Ивановна',
      createdAt,
    }))
    await tx.insertInto('people').values(people).execute()
    const posts = schools.map(({ id, headId }) => ({
      territoryId,
      id: newId(),
      personId: headId,
      organisationId: id,
      kind: 'head' as const,
      title: 'директор',
      startsOn: '2020-01-01',
    }))
    await tx.insertInto('posts').values(posts).execute()
  })
  return schools
}
