import { type Ctx, may } from '../../../authz/ctx.ts'
import type { Subject } from '../../../authz/policy.ts'
import { roleNames } from '../../../authz/roles.ts'
import type { ToldFact } from '../../../history/subject-history.ts'
import { shortDate, shortPeriod } from '../../../kernel/dates.ts'
import { capital, fullName, postWords } from '../../../kernel/names.ts'
import { SubjectHistory } from '../../../kit/subject-history.tsx'
import { kindName } from '../../../regulation/dictionary.ts'
import { roleWordOfAll } from '../../../regulation/people/questions.ts'
import type { StoredRegulation } from '../../../regulation/stored.ts'
import { directionsOfAll } from '../../../regulation/work/questions.ts'
import { type Column, nb, RowLink, RowList, Second, SummaryList, Table, TextLink } from '../../../ui/content.ts'
import { Breadcrumbs, ButtonLink, Columns, PageHead, Sheet, Stack, Tools } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Person } from '../model.ts'
import type { HeldPost, HeldRole, PersonAppointment, PersonRecord } from '../queries.ts'
import { orderWords } from '../texts.ts'

/** What the page of a person is made from. */
type PersonPageProps = {
  ctx: Ctx
  person: Person
  subject: Subject
  record: PersonRecord
  /** What the territory lives by. */
  regulations: readonly StoredRegulation[]
  /** Null when the reader may not see history. */
  history: readonly ToldFact[] | null
}

type Editable = PersonPageProps & { mayEdit: boolean }

/** What the person was called before: papers of those days say so. */
function FormerNames({ record: { formerNames } }: PersonPageProps) {
  if (formerNames.length === 0) return null
  const rows = formerNames.map(({ until, name }) => ({ key: `До ${shortDate(until)}`, value: fullName(name) }))
  return (
    <Sheet title="Прежнее имя">
      <SummaryList rows={rows} />
    </Sheet>
  )
}

/** Contacts, for those who may see them. */
function Contacts({ ctx, person, subject }: PersonPageProps) {
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
function Categories({ ctx, person, record, mayEdit }: Editable) {
  const href = paths.personQualifications({ territory: ctx.territory.code, person: person.id })
  return (
    <Sheet title="Категория" aside={mayEdit && <Tools tools={[{ href, label: 'Записать' }]} />}>
      {record.categories.length === 0 ? (
        <p class="govuk-body">Категория не записана.</p>
      ) : (
        <RowList
          rows={record.categories.map(({ category, startsOn, endsOn }) => (
            <>
              <p>{capital(kindName(ctx.territory, 'category', category))}</p>
              <p class="pl-small pl-quiet">{shortPeriod({ from: startsOn, to: endsOn })}</p>
            </>
          ))}
        />
      )}
    </Sheet>
  )
}

/** Achievements: regulations ask heads of sites for them. */
function Achievements({ ctx, person, record, regulations, mayEdit }: Editable) {
  const href = paths.personAchievements({ territory: ctx.territory.code, person: person.id })
  if (record.achievements.length === 0 && !mayEdit) return null
  const directionOf = (code: string | null) =>
    code && (directionsOfAll(regulations).find((one) => one.code === code)?.label ?? code)
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
function Access({ ctx, person, record }: PersonPageProps) {
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

/** Posts of a person, those of today first. */
function Posts({ ctx, person, record, mayEdit }: PersonPageProps & { mayEdit: boolean }) {
  const territory = ctx.territory.code
  const add = mayEdit && [{ href: paths.personPosts({ territory, person: person.id }), label: 'Добавить должность' }]
  if (record.posts.length === 0)
    return (
      <Sheet title="Должности" aside={add && <Tools tools={add} />}>
        <p class="govuk-body">Должности ещё не записаны.</p>
      </Sheet>
    )
  const columns: Column<HeldPost>[] = [
    {
      title: 'Должность',
      cell: (post) => <RowLink name={postWords(post)} more={<OrganisationLink at={territory} post={post} />} />,
    },
    { title: 'Срок', cell: (post) => shortPeriod({ from: post.startsOn, to: post.endsOn }) },
  ]
  const endable = record.posts.filter((post) => mayEnd(ctx, post))
  const ending: Column<HeldPost> = {
    title: 'Что сделать',
    quiet: true,
    cell: (post) =>
      endable.includes(post) && (
        <TextLink href={paths.personPostEnd({ territory, person: person.id, post: post.id })} of={post.title}>
          Закончить
        </TextLink>
      ),
  }
  return (
    <Sheet title="Должности" aside={add && <Tools tools={add} />} flush>
      <Table caption="Должности по времени" columns={endable.length > 0 ? [...columns, ending] : columns} rows={record.posts} />
    </Sheet>
  )
}

function OrganisationLink({ at, post }: { at: string; post: HeldPost }) {
  return <TextLink href={paths.organisation({ territory: at, organisation: post.organisationId })}>{post.organisation}</TextLink>
}

/** The head of an organisation is recorded by the authority and the operator only. */
function mayEnd(ctx: PersonPageProps['ctx'], post: HeldPost): boolean {
  const there = { territoryId: ctx.territory.id, organisationIds: [post.organisationId] }
  const goesOn = post.endsOn === null || post.endsOn > ctx.today
  return goesOn && may(ctx, 'person.edit', there) && (post.kind !== 'head' || may(ctx, 'person.register'))
}

/** Roles on sites in the words of the territory, each with its ground. */
function Appointments({ ctx, record, regulations }: PersonPageProps) {
  if (record.appointments.length === 0) return null
  const territory = ctx.territory.code
  const word = ({ kind }: PersonAppointment) => roleWordOfAll(regulations, kind)
  const columns: Column<PersonAppointment>[] = [
    {
      title: 'Роль и площадка',
      cell: (one) => (
        <>
          <RowLink name={capital(word(one))} />
          {one.siteId && (
            <Second>
              <TextLink href={paths.site({ territory, site: one.siteId })}>{`${one.site}: ${one.theme}`}</TextLink>
            </Second>
          )}
        </>
      ),
    },
    { title: 'Срок', cell: (one) => shortPeriod({ from: one.startsOn, to: one.endsOn }) },
    { title: 'Основание', cell: (one) => <Ground at={territory} appointment={one} /> },
  ]
  return (
    <Sheet title="На площадках" flush>
      <Table caption="Назначения на площадках" columns={columns} rows={record.appointments} even />
    </Sheet>
  )
}

function Ground({ at, appointment }: { at: string; appointment: PersonAppointment }) {
  const { orderId, orderKind, orderNumber, pointNumber, ground } = appointment
  if (orderId === null || orderKind === null) return <>{nb(ground ?? 'не указано')}</>
  return (
    <>
      <TextLink href={paths.order({ territory: at, order: orderId })}>{orderWords(orderKind, orderNumber, pointNumber)}</TextLink>
      {ground && <Second>{ground}</Second>}
    </>
  )
}

/** One person: posts and appointments in time, category, achievements, contacts, access. */
export function PersonPage(props: PersonPageProps) {
  const { ctx, person, subject, record, history } = props
  const territory = ctx.territory.code
  const current = record.posts.filter((post) => post.startsOn <= ctx.today && (post.endsOn === null || post.endsOn >= ctx.today))
  const mayEdit = may(ctx, 'person.edit', subject)
  return (
    <>
      <Breadcrumbs links={[{ href: paths.people({ territory }), label: 'Люди' }]} />
      <PageHead
        title={fullName(person)}
        line={current.map((post) => `${post.title}, ${post.organisation}`)}
        actions={
          mayEdit && (
            <ButtonLink kind="secondary" href={paths.editPerson({ territory, person: person.id })}>
              Исправить сведения
            </ButtonLink>
          )
        }
      />
      <Columns kind="side">
        <Stack>
          <Posts {...props} mayEdit={mayEdit} />
          <Appointments {...props} />
        </Stack>
        <Stack label="О человеке">
          <FormerNames {...props} />
          <Contacts {...props} />
          <Categories {...props} mayEdit={mayEdit} />
          <Achievements {...props} mayEdit={mayEdit} />
          <Access {...props} />
          {history && history.length > 0 && <SubjectHistory ctx={ctx} history={history} />}
        </Stack>
      </Columns>
    </>
  )
}
