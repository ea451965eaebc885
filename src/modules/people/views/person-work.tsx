import { may } from '../../../authz/ctx.ts'
import { shortPeriod } from '../../../kernel/dates.ts'
import { postWords } from '../../../kernel/names.ts'
import { appointmentKindName } from '../../../regulation/kinds.ts'
import { label } from '../../../regulation/questions.ts'
import { type Column, nb, RowLink, Second, Table, TextLink } from '../../../ui/content.ts'
import { Sheet, Tools } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { HeldPost, PersonAppointment } from '../queries.ts'
import { orderWords } from '../texts.ts'
import type { PersonPageProps } from './person-props.ts'

/** Posts of a person, those of today first. */
export function Posts({ ctx, person, record, mayEdit }: PersonPageProps & { mayEdit: boolean }) {
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
export function Appointments({ ctx, record, regulation }: PersonPageProps) {
  if (record.appointments.length === 0) return null
  const territory = ctx.territory.code
  const word = ({ kind }: PersonAppointment) => (regulation && label(regulation, kind)) ?? appointmentKindName[kind]
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

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
