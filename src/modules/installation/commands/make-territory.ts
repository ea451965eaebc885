import { type Acting, may, type Territory, timeOf } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { addTerritory, everyTerritory } from '../../../db/territories.ts'
import { setScope, transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { record, recordAll } from '../../../history/record.ts'
import { systemNow } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import { capital, fullName } from '../../../kernel/names.ts'
import { no, ok, type Result, type RuleRefusal, refuse, refuseAll } from '../../../kernel/result.ts'
import type { OrganisationId, PersonId, RegulationId, RegulationLineId, TerritoryId } from '../../../kernel/types.ts'
import { type ActKind, actNames } from '../../../regulation/acts.ts'
import { copiedRegulation, emptyRegulation } from '../../../regulation/empty.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { type Invited, inviteWithin } from '../../accounts/commands/invite-person.ts'
import { isDemonstration } from '../../accounts/queries.ts'
import { saveOffice } from '../../orders/commands/save-office.ts'
import { numberFormatOf } from '../../orders/office-rules.ts'
import { storeOrganisations } from '../../organisations/commands/register-organisation.ts'
import { storePosts } from '../../people/commands/posts.ts'
import { storeRoles } from '../../people/commands/records.ts'
import { storePeople } from '../../people/commands/register-person.ts'
import type { PersonDetails } from '../../people/model.ts'
import { checkPerson } from '../../people/rules.ts'
import { beginLine } from '../../regulation/commands/begin-line.ts'
import { draftRegulation } from '../../regulation/commands/draft-regulation.ts'
import { publicRegulations } from '../../regulation/sheet-queries.ts'
import { codeFromName, freeCode, type TimeZone, timeZones, whyNotCode } from '../rules.ts'

type Body = { readonly name: string; readonly shortName: string }

export type NewTerritory = {
  readonly name: string
  readonly shortName: string
  /** Null: made from the short name. */
  readonly code: string | null
  readonly level: Territory['level']
  /** Null for a region itself. */
  readonly region: string | null
  readonly timeZone: TimeZone
  readonly authority: Body & { readonly settlement: string | null }
  /** Null: the authority does the work of the operator itself. */
  readonly operator: Body | null
  readonly office: {
    readonly actKind: ActKind
    readonly letterhead: readonly string[]
    readonly enactingWord: string
    readonly numberForm: string
  }
  readonly official: Pick<PersonDetails, 'familyName' | 'givenName' | 'patronymic' | 'gender'> & {
    readonly post: string
    readonly email: string
    readonly signs: boolean
  }
  /** The territory whose regulation it begins with; null: an empty one. */
  readonly copyOf: RegulationLineId | null
}

export type Made = Invited & { readonly code: string }

/** What a territory is made of once everything typed has been looked at. */
type Checked = {
  readonly code: string
  readonly region: string
  readonly numberFormat: string
  readonly person: PersonDetails
  readonly copied: Regulation | null
}

/**
 * Makes a territory: its organisations, its office, its first official with an invitation, and a draft of its regulation. From the end of the transaction it is
 * served by every process: nothing about territories is remembered anywhere.
 */
export function makeTerritory(ctx: Acting, given: NewTerritory): Promise<Result<Made>> {
  return transact(ctx, async (tx) => {
    if (!may(ctx, 'installation.keep')) return refuse({ code: 'forbidden', permission: 'installation.keep' })
    const checked = await check(tx, ctx, given)
    if (!checked.ok) return checked
    const { code, region } = checked.value
    const { accountId } = ctx.actor
    const territory: Territory = {
      id: newId<TerritoryId>(),
      code,
      name: given.name,
      shortName: given.shortName,
      level: given.level,
      timeZone: given.timeZone,
      demoToday: null,
      actKind: given.office.actKind,
      kinds: [],
    }
    const today = timeOf(territory, systemNow()).today
    // In a demonstration every territory has a day of its own, which people move.
    const demoToday = (await isDemonstration(tx)) ? today : null
    await addTerritory(tx, { ...territory, kinds: '[]', region, demoToday, createdAt: ctx.now, loadedAt: ctx.now })
    await setScope(tx, { territoryId: territory.id, accountId })
    const there = { territory, now: ctx.now, today, actor: null }
    const person = newId<PersonId>()
    const told = await fill(tx, there, given, checked.value, person)
    await recordAll(tx, { ...there, actor: { accountId, personId: null } }, told)
    const invited = await inviteWithin(tx, there, { personId: person, email: given.official.email }, ctx.services)
    if (!invited.ok) return invited
    await setScope(tx, ctx.scope)
    const facts = { code, name: given.name, official: fullName(given.official) }
    const installed = { ...ctx, actor: { accountId, personId: null } }
    await record(tx, installed, { kind: 'installation.territoryMade', subjectId: territory.id, facts })
    return ok({ ...invited.value, code })
  })
}

/** Everything that is wrong with what was typed, at once. */
async function check(tx: Tx, ctx: Acting, given: NewTerritory): Promise<Result<Checked>> {
  const taken = new Set((await everyTerritory(tx)).map(({ code }) => code))
  const made = codeFromName(given.shortName)
  const code = given.code ?? freeCode(made, taken)
  const numberFormat = numberFormatOf(given.office.numberForm)
  const person = checkPerson({ ...given.official, phone: null })
  const [copied] = given.copyOf ? await publicRegulations(tx, { lineId: given.copyOf }, ctx.today) : []
  const region = given.level === 'regional' ? (given.region ?? given.name) : given.region
  const found: (RuleRefusal | null)[] = [
    whyNotCode(code, taken),
    region === null ? no('territory.regionNeeded', { field: 'region' }) : null,
    numberFormat === null ? no('office.numberForm', { field: 'numberForm' }) : null,
    given.copyOf && !copied ? no('territory.nothingToCopy', { field: 'regulation' }) : null,
    ...(person.ok || person.refusal.code !== 'rule' ? [] : [person.refusal, ...(person.refusal.also ?? [])]),
  ]
  const wrong = found.filter((one) => one !== null)
  if (wrong.length > 0) return refuseAll(wrong)
  if (!person.ok) return person
  return ok({
    code,
    region: region ?? given.name,
    numberFormat: numberFormat ?? '',
    person: person.value,
    copied: copied?.regulation ?? null,
  })
}

type There = { readonly territory: Territory; readonly now: Date; readonly today: string }

/** What a territory begins with, in its own scope; gives the facts for its history. */
async function fill(tx: Tx, ctx: There, given: NewTerritory, checked: Checked, personId: PersonId): Promise<Fact[]> {
  const { authority, operator, official, office } = given
  const issuerId = newId<OrganisationId>()
  const nothing = { documentName: null, settlement: null, address: null, phone: null, email: null, website: null }
  const organisations = await storeOrganisations(tx, ctx, [
    {
      ...nothing,
      id: issuerId,
      kind: 'authority',
      fullName: authority.name,
      shortName: authority.shortName,
      settlement: authority.settlement,
      isAuthority: true,
      isOperator: operator === null,
    },
    ...(operator
      ? [
          {
            ...nothing,
            kind: 'methodicalCentre' as const,
            fullName: operator.name,
            shortName: operator.shortName,
            isOperator: true,
          },
        ]
      : []),
  ])
  const { familyName, givenName, patronymic, gender } = checked.person
  const named = await storePeople(tx, ctx, [
    { id: personId, familyName, givenName, patronymic, gender, email: null, phone: null },
  ])
  const since = { startsOn: ctx.today, endsOn: null }
  const kind = official.signs ? ('head' as const) : ('specialist' as const)
  const posts = await storePosts(tx, ctx, [
    { personId, organisationId: issuerId, kind, title: official.post, subject: null, ...since },
  ])
  const roles = ['official', 'administrator', ...(official.signs ? ['signatory' as const] : [])] as const
  const granted = await storeRoles(
    tx,
    ctx,
    roles.map((role) => ({ personId, role, ...since })),
  )
  await saveOffice(tx, ctx, {
    issuerId,
    actKind: office.actKind,
    letterhead: office.letterhead,
    enactingWord: office.enactingWord,
    place: authority.settlement,
    numberFormat: checked.numberFormat,
    signatoryId: official.signs ? personId : null,
    signatoryPost: official.signs ? capital(official.post) : 'Руководитель',
  })
  const regulation = checked.copied ? copiedRegulation(checked.copied, beginnings(given)) : emptyRegulation(beginnings(given))
  const lineId = await beginLine(tx, ctx, { name: regulation.title })
  const drafted = await draftRegulation(tx, ctx, { id: newId<RegulationId>(), lineId }, regulation)
  return [
    { kind: 'territory.loaded', subjectId: ctx.territory.id, facts: { name: given.name } },
    ...organisations,
    ...named,
    ...posts,
    ...granted,
    drafted,
  ]
}

const beginnings = ({ level, timeZone, authority, operator, office }: NewTerritory) => ({
  level,
  localTime: timeZones[timeZone][1],
  authority,
  operator: operator ?? authority,
  act: actNames[office.actKind],
})
