import type { Ctx } from '../authz/ctx.ts'
import type { Tx } from '../db/pool.ts'
import type { Fact } from '../history/facts.ts'
import type { Day } from '../kernel/types.ts'
import { saveOffice } from '../modules/orders/commands/save-office.ts'
import { storeOrganisations } from '../modules/organisations/commands/register-organisation.ts'
import { storeSupportNeeds } from '../modules/organisations/commands/support-needs.ts'
import { storePosts } from '../modules/people/commands/posts.ts'
import { storeAchievements, storeQualifications, storeRoles } from '../modules/people/commands/records.ts'
import { storePeople } from '../modules/people/commands/register-person.ts'
import { beginLine, mainLine } from '../modules/regulation/commands/begin-line.ts'
import { draftRegulation } from '../modules/regulation/commands/draft-regulation.ts'
import { actNamed } from '../regulation/acts.ts'
import type { OrderFacts } from '../regulation/order-facts.ts'
import type { PersonFacts } from '../regulation/register-facts.ts'
import type { TerritoryFacts, TerritoryPackage } from '../regulation/territory-facts.ts'
import type { Keys } from './keys.ts'

type Scope = Pick<Ctx, 'territory' | 'now'>

/** Stores what a territory starts with, in the caller's transaction; gives the facts for history. */
export async function loadBasics(tx: Tx, ctx: Scope, { facts, regulation }: TerritoryPackage, keys: Keys): Promise<Fact[]> {
  const told = [
    ...(await loadOrganisations(tx, ctx, facts, keys)),
    ...(await loadPeople(tx, ctx, facts.people, keys, facts.territory.demoToday)),
  ]
  for (const order of facts.orders) await saveOffice(tx, ctx, officeFrom(order, keys))
  const lineId = await beginLine(tx, ctx, { id: keys.line(mainLine), code: mainLine, name: regulation.title })
  const drafted = await draftRegulation(tx, ctx, { id: keys.regulation(regulation.edition), lineId }, regulation)
  return [{ kind: 'territory.loaded', subjectId: ctx.territory.id, facts: { name: facts.territory.name } }, ...told, drafted]
}

async function loadOrganisations(tx: Tx, ctx: Scope, { organisations }: TerritoryFacts, keys: Keys): Promise<Fact[]> {
  const stored = await storeOrganisations(
    tx,
    ctx,
    organisations.map((one) => ({
      id: keys.organisation(one.key),
      kind: one.kind,
      fullName: one.name,
      shortName: one.shortName,
      documentName: one.documentName ?? null,
      settlement: one.settlement,
      address: null,
      phone: null,
      email: null,
      website: one.website ?? null,
      isAuthority: one.isAuthority ?? false,
      isOperator: one.isOperator ?? false,
    })),
  )
  const needs = await storeSupportNeeds(
    tx,
    ctx,
    organisations.flatMap(({ key, supportNeed }) =>
      supportNeed
        ? [
            {
              organisationId: keys.organisation(key),
              kind: supportNeed.kind,
              startsOn: supportNeed.from,
              endsOn: supportNeed.to,
              ground: supportNeed.ground,
            },
          ]
        : [],
    ),
  )
  return [...stored, ...needs]
}

async function loadPeople(tx: Tx, ctx: Scope, people: readonly PersonFacts[], keys: Keys, today: Day): Promise<Fact[]> {
  const of = <Row>(rows: (person: PersonFacts) => readonly Row[]) =>
    people.flatMap((person) => rows(person).map((row) => ({ ...row, personId: keys.person(person.key) })))
  return [
    ...(await storePeople(
      tx,
      ctx,
      people.map((person) => ({
        id: keys.person(person.key),
        familyName: person.family,
        givenName: person.given,
        patronymic: person.patronymic,
        gender: person.gender,
        email: null,
        phone: null,
      })),
    )),
    ...(await storePosts(
      tx,
      ctx,
      of(({ posts }) =>
        posts.map(({ organisation, kind, title, subject, from, to }) => ({
          organisationId: keys.organisation(organisation),
          kind,
          title,
          subject: subject ?? null,
          startsOn: from,
          endsOn: to,
        })),
      ),
    )),
    ...(await storeQualifications(
      tx,
      ctx,
      of(({ category }) => (category ? [{ category: category.level, startsOn: category.from, endsOn: category.to }] : [])),
    )),
    ...(await storeAchievements(
      tx,
      ctx,
      of(({ achievements = [] }) =>
        achievements.map(({ title, direction, on }) => ({ title, direction: direction ?? null, achievedOn: on })),
      ),
    )),
    ...(await storeRoles(
      tx,
      ctx,
      of(({ grants = [], posts }) =>
        grants.map((role) => ({ role, startsOn: posts.map((post) => post.from).sort()[0] ?? today, endsOn: null })),
      ),
    )),
  ]
}

/** How the issuer's paper looks, as its order shows it. The sign «№» is not a part of the number. */
const officeFrom = (order: OrderFacts, keys: Keys) => ({
  issuerId: keys.organisation(order.issuer),
  actKind: actNamed(order.kind),
  letterhead: order.letterhead,
  enactingWord: order.enactingWord,
  place: order.place,
  numberFormat: order.numberFormat.replace(/^№\s*/, ''),
  dateForm: order.dateForm ?? ('long' as const),
  signatoryId: keys.person(order.signatory.person),
  signatoryPost: order.signatory.post,
})
