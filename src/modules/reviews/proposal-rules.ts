import type { ApplicationId, PersonId } from '../../kernel/types.ts'

/** An application that still needs some experts, and who may be given it: no conflict, the right direction, not in it already. */
export type Vacancy = {
  readonly applicationId: ApplicationId
  readonly wanted: number
  readonly eligible: readonly PersonId[]
}
/** How many reviews an expert has to write already. */
export type Burden = { readonly personId: PersonId; readonly load: number }

export type Proposal = {
  readonly assigned: ReadonlyMap<ApplicationId, readonly PersonId[]>
  /** Applications for which too few experts may be given, and how many are missing. */
  readonly short: ReadonlyMap<ApplicationId, number>
}

/**
 * Shares applications out among experts as evenly as the conflicts allow. First each application takes its least loaded experts, those with the
 * fewest to choose from going first; then work is passed on along chains from more to less loaded experts until no chain is left that would
 * make two loads more even. At that point no other sharing is more even. The same input always gives the same proposal.
 */
export function proposeExperts(vacancies: readonly Vacancy[], experts: readonly Burden[]): Proposal {
  const load = new Map(experts.map((expert) => [expert.personId, expert.load]))
  const place = new Map(experts.map((expert, at) => [expert.personId, at]))
  const open = vacancies.map((vacancy) => ({ ...vacancy, eligible: vacancy.eligible.filter((id) => load.has(id)) }))
  const assigned = new Map<ApplicationId, PersonId[]>()
  const tightest = [...open].sort((a, b) => a.eligible.length - a.wanted - (b.eligible.length - b.wanted))
  for (const { applicationId, wanted, eligible } of tightest) {
    const chosen = [...eligible]
      .sort((a, b) => of(load, a) - of(load, b) || of(place, a) - of(place, b))
      .slice(0, Math.max(0, wanted))
    for (const id of chosen) load.set(id, of(load, id) + 1)
    assigned.set(applicationId, chosen)
  }
  while (passOn(open, assigned, load, place));
  const short = open.map(({ applicationId, wanted }) => [applicationId, wanted - held(assigned, applicationId).length] as const)
  return {
    assigned: new Map(open.map(({ applicationId }) => [applicationId, held(assigned, applicationId).toSorted(byPlace(place))])),
    short: new Map(short.filter(([, missing]) => missing > 0)),
  }
}

const byPlace = (place: ReadonlyMap<PersonId, number>) => (a: PersonId, b: PersonId) => of(place, a) - of(place, b)
/** Every expert stands in both maps. */
const of = (numbers: ReadonlyMap<PersonId, number>, id: PersonId): number => numbers.get(id) ?? 0
const held = (assigned: ReadonlyMap<ApplicationId, readonly PersonId[]>, id: ApplicationId): readonly PersonId[] =>
  assigned.get(id) ?? []

type Step = { readonly from: PersonId; readonly to: PersonId; readonly applicationId: ApplicationId }

/** Finds the shortest chain from a more loaded expert to one with at least two fewer, and passes one application along each link of it. */
function passOn(
  vacancies: readonly Vacancy[],
  assigned: Map<ApplicationId, PersonId[]>,
  load: Map<PersonId, number>,
  place: ReadonlyMap<PersonId, number>,
): boolean {
  const heaviestFirst = [...load.keys()].sort((a, b) => of(load, b) - of(load, a) || of(place, a) - of(place, b))
  const links = linksOf(vacancies, assigned)
  const hopeless = new Set<PersonId>()
  for (const start of heaviestFirst) {
    const chain = chainFrom(start, links, load, hopeless)
    if (!chain) continue
    for (const { from, to, applicationId } of chain)
      assigned.set(
        applicationId,
        held(assigned, applicationId).map((id) => (id === from ? to : id)),
      )
    const last = chain.at(-1)?.to ?? start
    load.set(start, of(load, start) - 1)
    load.set(last, of(load, last) + 1)
    return true
  }
  return false
}

/** For every expert: to whom one of their applications could be passed. One application for each pair is enough. */
function linksOf(vacancies: readonly Vacancy[], assigned: ReadonlyMap<ApplicationId, readonly PersonId[]>) {
  const links = new Map<PersonId, Map<PersonId, ApplicationId>>()
  for (const { applicationId, eligible } of vacancies) {
    const holders = held(assigned, applicationId)
    const free = eligible.filter((id) => !holders.includes(id))
    for (const holder of holders) {
      const own = links.get(holder) ?? new Map<PersonId, ApplicationId>()
      links.set(holder, own)
      for (const id of free) if (!own.has(id)) own.set(id, applicationId)
    }
  }
  return links
}

/**
 * The shortest chain, by breadth. On it no application is passed twice: were it held by two experts of the chain, the earlier one could have
 * passed it straight to where the later one passes it. What cannot be reached from one expert need not be searched again from a lighter one.
 */
function chainFrom(
  start: PersonId,
  links: ReadonlyMap<PersonId, ReadonlyMap<PersonId, ApplicationId>>,
  load: ReadonlyMap<PersonId, number>,
  hopeless: Set<PersonId>,
): Step[] | null {
  if (hopeless.has(start)) return null
  const cameBy = new Map<PersonId, Step | null>([[start, null]])
  const queue = [start]
  for (const from of queue) {
    for (const [to, applicationId] of links.get(from) ?? []) {
      if (cameBy.has(to) || hopeless.has(to)) continue
      cameBy.set(to, { from, to, applicationId })
      if (of(load, to) <= of(load, start) - 2) return traced(cameBy, to)
      queue.push(to)
    }
  }
  for (const id of queue) hopeless.add(id)
  return null
}

function traced(cameBy: ReadonlyMap<PersonId, Step | null>, end: PersonId): Step[] {
  const chain: Step[] = []
  for (let step = cameBy.get(end); step; step = cameBy.get(step.from)) chain.unshift(step)
  return chain
}
