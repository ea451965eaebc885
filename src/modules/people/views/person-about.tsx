import { type Ctx, may } from '../../../authz/ctx.ts'
import { roleNames } from '../../../authz/roles.ts'
import { factText } from '../../../history/facts.ts'
import type { ToldFact } from '../../../history/subject-history.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate, shortDate, shortPeriod } from '../../../kernel/dates.ts'
import { fullName, withInitials } from '../../../kernel/names.ts'
import { nb, RowList, SummaryList, TextLink, Timeline } from '../../../ui/content.ts'
import { Sheet, Tools } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { HeldRole } from '../queries.ts'
import { categoryTitle } from '../texts.ts'
import type { PersonPageProps } from './person-props.ts'

type Editable = PersonPageProps & { mayEdit: boolean }

/** What the person was called before: papers of those days say so. */
export function FormerNames({ record: { formerNames } }: PersonPageProps) {
  if (formerNames.length === 0) return null
  const rows = formerNames.map(({ until, name }) => ({ key: `До ${shortDate(until)}`, value: fullName(name) }))
  return (
    <Sheet title="Прежнее имя">
      <SummaryList rows={rows} />
    </Sheet>
  )
}

/** Contacts, for those who may see them. */
export function Contacts({ ctx, person, subject }: PersonPageProps) {
  if (!may(ctx, 'person.viewContacts', subject)) return null
  const { phone, email } = person
  const rows = [
    phone && { key: 'Телефон', value: phone },
    email && {
      key: 'Почта',
      value: <TextLink href={`mailto:${email}`}>{email}</TextLink>,
    },
  ].filter((row) => row !== null && row !== '')
  return (
    <Sheet title="Связь">
      {rows.length > 0 ? <SummaryList rows={rows} /> : <p class="govuk-body">Телефон и почта не записаны.</p>}
    </Sheet>
  )
}

/** Qualification categories in time. */
export function Categories({ ctx, person, record, mayEdit }: Editable) {
  const href = paths.personQualifications({ territory: ctx.territory.code, person: person.id })
  return (
    <Sheet title="Категория" aside={mayEdit && <Tools tools={[{ href, label: 'Записать' }]} />}>
      {record.categories.length === 0 ? (
        <p class="govuk-body">Категория не записана.</p>
      ) : (
        <RowList
          rows={record.categories.map(({ category, startsOn, endsOn }) => (
            <>
              <p>{categoryTitle(category)}</p>
              <p class="pl-small pl-quiet">{shortPeriod({ from: startsOn, to: endsOn })}</p>
            </>
          ))}
        />
      )}
    </Sheet>
  )
}

/** Achievements: regulations ask heads of sites for them. */
export function Achievements({ ctx, person, record, regulation, mayEdit }: Editable) {
  const href = paths.personAchievements({ territory: ctx.territory.code, person: person.id })
  if (record.achievements.length === 0 && !mayEdit) return null
  const directionOf = (code: string | null) =>
    regulation?.directions?.list.find((direction) => direction.code === code)?.label ?? code
  return (
    <Sheet title="Достижения" aside={mayEdit && <Tools tools={[{ href, label: 'Записать' }]} />}>
      {record.achievements.length === 0 ? (
        <p class="govuk-body">Достижения не записаны.</p>
      ) : (
        <RowList
          rows={record.achievements.map(({ title, direction, achievedOn }) => (
            <>
              <p>{nb(title)}</p>
              <p class="pl-small pl-quiet">
                {nb([directionOf(direction), achievedOn && shortDate(achievedOn)].filter(Boolean).join(', '))}
              </p>
            </>
          ))}
        />
      )}
    </Sheet>
  )
}

/** Roles and the account, for those who manage accounts; a person sees the own roles. */
export function Access({ ctx, person, record }: PersonPageProps) {
  const manages = may(ctx, 'account.manage')
  if (!manages && ctx.actor.personId !== person.id) return null
  const at = { territory: ctx.territory.code, person: person.id }
  const invite = { href: paths.personInvitations(at), label: record.invited ? 'Приглашение' : 'Пригласить' }
  const tools = [{ href: paths.personRoles(at), label: 'Дать роль' }, ...(record.account ? [] : [invite])]
  const entry = record.invited ? `Приглашение отправлено на ${record.invited.email}, ответа ещё нет.` : 'Учётной записи ещё нет.'
  return (
    <Sheet title="Роли и вход" aside={manages && <Tools tools={tools} />}>
      {manages && <p class="govuk-body">{nb(record.account ? `Входит по адресу ${record.account}.` : entry)}</p>}
      {record.roles.length === 0 ? (
        <p class="govuk-body pl-quiet">Особых ролей нет. Права руководителя и работника следуют из должностей и назначений.</p>
      ) : (
        <RowList rows={record.roles.map((role) => <RoleRow role={role} ctx={ctx} at={at} manages={manages} />)} />
      )}
    </Sheet>
  )
}

type RoleRowProps = { role: HeldRole; ctx: Ctx; at: { territory: string; person: string }; manages: boolean }
function RoleRow({ role, ctx, at, manages }: RoleRowProps) {
  const goesOn = role.endsOn === null || role.endsOn > ctx.today
  return (
    <>
      <p>{roleNames[role.role]}</p>
      <p class="pl-small pl-quiet">{shortPeriod({ from: role.startsOn, to: role.endsOn })}</p>
      {manages && goesOn && (
        <p class="pl-small">
          <TextLink href={paths.personRoleEnd({ ...at, role: role.id })} of={roleNames[role.role]}>
            Закончить роль
          </TextLink>
        </p>
      )}
    </>
  )
}

/** What was recorded of a person, newest first. */
export function History({ ctx, history }: { ctx: Ctx; history: readonly ToldFact[] }) {
  const items = history.map((fact) => {
    const day = longDate(localTime(fact.at, ctx.territory.timeZone).day)
    return { ...factText(fact.kind, fact.facts), when: fact.actor ? `${day}, ${withInitials(fact.actor)}` : day }
  })
  return (
    <Sheet title="Что было">
      <Timeline items={items} />
    </Sheet>
  )
}
