import type { OrganisationId, PersonId } from '../../kernel/types.ts'

/** What is known of an expert that could tie them to an applicant. */
export type KnownExpert = {
  readonly personId: PersonId
  /** «Ветров Олег Павлович» */
  readonly fullName: string
  readonly employer: string
  readonly employerOrganisationId: OrganisationId | null
  /** Organisations of the person's posts. */
  readonly worksIn: readonly OrganisationId[]
  /** Organisations of the sites to which the person is appointed in any role. */
  readonly appointedAt: readonly OrganisationId[]
  /** Settlements of the organisations the person works in. */
  readonly settlements: readonly string[]
}

/** Whom an application concerns. */
export type Concerned = {
  readonly organisations: readonly {
    readonly id: OrganisationId
    readonly shortName: string
    readonly charterName: string
    readonly settlement: string | null
  }[]
  /** Whoever submitted it: the authority, the operator, or the organisation itself. */
  readonly initiatorId: OrganisationId
  readonly headId: PersonId | null
  readonly adviserName: string | null
  readonly authorId: PersonId
  readonly submittedBy: PersonId | null
  readonly editorIds: readonly PersonId[]
}

const plain = (name: string): string => name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()

/** Whether a typed name, «Ветров О. П.» or «О. П. Ветров», may be this person's. */
export function isNamed(typed: string | null, fullName: string): boolean {
  if (!typed) return false
  const asked = plain(typed)
    .split(/[\s.]+/)
    .filter((part) => part !== '')
  const [family, ...given] = plain(fullName)
    .split(/[\s.]+/)
    .filter((part) => part !== '')
  if (family === undefined || !asked.includes(family)) return false
  const rest = asked.filter((part) => part !== family)
  return rest.every((part, at) => given[at] === undefined || given[at].startsWith(part) || part.startsWith(given[at]))
}

/**
 * Everything that ties an expert to an application, each as a sentence; an empty list is no conflict. What cannot be known from the registers,
 * kinship or friendship, the expert declares before anything opens.
 */
export function conflictsOf(expert: KnownExpert, application: Concerned): string[] {
  return [...tiesToOrganisations(expert, application), ...partsInIt(expert, application), ...sameTerritory(expert, application)]
}

function tiesToOrganisations(expert: KnownExpert, { organisations, initiatorId }: Concerned): string[] {
  const found = organisations.flatMap(({ id, shortName, charterName }) => {
    if (expert.worksIn.includes(id)) return [`Работает в организации-заявителе: ${shortName}`]
    if (expert.employerOrganisationId === id || isSameName(expert.employer, [shortName, charterName]))
      return [`Место работы эксперта — организация-заявитель: ${shortName}`]
    return expert.appointedAt.includes(id) ? [`Назначен на площадку организации-заявителя: ${shortName}`] : []
  })
  const isOwn = organisations.some(({ id }) => id === initiatorId)
  if (!isOwn && (expert.worksIn.includes(initiatorId) || expert.employerOrganisationId === initiatorId))
    found.push('Работает в организации, которая подала заявку')
  return found
}

const isSameName = (employer: string, names: readonly string[]) => names.some((name) => plain(name) === plain(employer))

function partsInIt({ personId, fullName }: KnownExpert, application: Concerned): string[] {
  const { headId, adviserName, authorId, submittedBy, editorIds } = application
  const found: string[] = []
  if (headId === personId) found.push('Назван руководителем будущей площадки')
  if (isNamed(adviserName, fullName)) found.push('Назван научным руководителем в заявке')
  if (authorId === personId || submittedBy === personId) found.push('Составил или подал эту заявку')
  else if (editorIds.includes(personId)) found.push('Помогал составлять эту заявку')
  return found
}

function sameTerritory({ settlements }: KnownExpert, { organisations }: Concerned): string[] {
  const own = new Set(settlements.map(plain))
  const shared = organisations.find(({ settlement }) => settlement !== null && own.has(plain(settlement)))
  return shared ? [`Работает там же, где организация-заявитель: ${shared.settlement}`] : []
}
