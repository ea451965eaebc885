import { coveringThemes, mostThemes, type OpenPair, themesFor } from '../src/modules/deficits/cover-rules.ts'
import { type Competence, groups } from '../src/modules/deficits/framework.ts'
import { mapOf, monthsFrom, type Offered } from '../src/modules/deficits/map-rules.ts'
import { type Offer, proposed } from '../src/modules/routes/rules.ts'
import { atMost, type Figure, ms } from './figures.ts'

const size = { competences: 200, sites: 300, open: 2_000, people: 900, taught: 400 }
const months = monthsFrom('2023-09-01')

/** Close to what a region has, without a database: the rules alone. */
const framework: readonly Competence[] = Array.from({ length: size.competences }, (_, n) => ({
  id: `competence-${n}`,
  group: groups[n % groups.length] ?? 'local',
  label: `Компетенция ${n}`,
  closed: false,
}))
const competence = (n: number) => framework[n % framework.length]?.id ?? ''

/** Each competence at each site in each month, put together by months as the database gives it. */
const offered: readonly Offered[] = framework.flatMap(({ id }, n) =>
  [...months, null].map((month, at) => ({
    ...{ competenceId: id, month, open: n % 7 === 0 ? 0 : size.sites, full: n % 7 === 0 ? size.sites : 0 },
    ...{ waiting: at, held: 0 },
  })),
)
const needs = framework.map(({ id }, n) => ({ competenceId: id, people: n % 40 }))
const open: readonly OpenPair[] = Array.from({ length: size.open }, (_, n) => ({
  personId: `person-${(n * 7919) % size.people}`,
  competenceId: competence((n * n) % 211),
}))
const taught = Array.from({ length: size.taught }, (_, n) => ({
  title: `Мероприятие ${n}`,
  taughtBy: `Школа № ${n % size.sites}`,
  competences: [competence(n), competence(n * 3), competence(n * 7)],
}))

const lacks = Array.from({ length: 15 }, (_, n) => ({ id: `deficit-${n}`, competenceId: competence(n * 13) }))
const offers = Array.from(
  { length: 50_000 },
  (_, n): Offer => ({
    ...{ kind: n % 5 === 0 ? 'topic' : 'event', id: `offer-${n}`, competenceId: competence(n) },
    ...{ state: n % 3 === 0 ? 'full' : 'open', startsOn: n % 5 === 0 ? null : `2023-${10 + (n % 3)}-${10 + (n % 20)}` },
  }),
)

/** CPU milliseconds of one run, the median of some, the first of which warm up. */
function cpuOf(work: () => unknown): number {
  const runs = Array.from({ length: 30 }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return runs.slice(5).sort((one, other) => one - other)[12] ?? Number.NaN
}

/** The rules of the map of deficits, and of the themes that cover most. */
export async function benchMap(): Promise<{ title: string; figures: Figure[] }> {
  return {
    title: 'Map of deficits: the rules alone',
    figures: [
      atMost(
        `map of ${size.competences} deficits × ${size.sites} sites × 12 months`,
        cpuOf(() => mapOf({ framework, needs, offered, months, now: '2023-11' })),
        30,
        ms,
      ),
      atMost(
        `covering themes for ${size.open} open deficits, ${size.taught} events that taught`,
        cpuOf(() => coveringThemes(open, themesFor(open, framework, taught), mostThemes)),
        100,
        ms,
      ),
      atMost(
        `steps proposed to one person among ${offers.length} offers`,
        cpuOf(() => proposed(lacks, offers, new Set())),
        10,
        ms,
      ),
    ],
  }
}
