import type { JSX } from 'preact'
import { type Ctx, may } from '../../authz/ctx.ts'
import { roleNames } from '../../authz/roles.ts'
import type { Tx } from '../../db/pool.ts'
import { subjectHistory } from '../../history/subject-history.ts'
import { addDays, parseDay, shortPeriod } from '../../kernel/dates.ts'
import { fullName } from '../../kernel/names.ts'
import type { PersonId } from '../../kernel/types.ts'
import { directionsOfAll } from '../../regulation/work/questions.ts'
import { askedFor, valueOf } from '../../ui/fields.ts'
import { paths } from '../../web/paths.ts'
import { type Answer, notFound, type Page, type PageRequest } from '../../web/route.ts'
import { organisationsToChoose } from '../organisations/choice-queries.ts'
import { staffOn } from '../organisations/queries.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { dependentsOf } from './leaving-queries.ts'
import { peopleAlike } from './likeness-queries.ts'
import type { Person } from './model.ts'
import { personById, postOf, recordOf } from './queries.ts'
import { personSubject } from './subject-queries.ts'
import { personFacts } from './texts.ts'
import { HandOverPage, InvitationPage } from './views/invitation-pages.tsx'
import { EditPersonPage, NewPersonPage } from './views/person-form-page.tsx'
import { PersonPage } from './views/person-page.tsx'
import { AchievementPage, EndPage, PostEndPage, PostPage, QualificationPage, RolePage } from './views/record-pages.tsx'

const section = 'organisations' as const
export type Asking = Pick<PageRequest, 'ctx' | 'tx'> & { readonly params: { readonly person: PersonId } }
type FormAsking = Asking & Pick<PageRequest, 'form' | 'conflict'>

export const subject = ({ ctx, tx, params }: Asking) => personSubject(tx, ctx, params.person)

/** A person's page. */
export async function personPage({ ctx, tx, params }: Asking): Promise<Answer> {
  const [person, subject, record, regulations, history] = await Promise.all([
    personById(tx, ctx, params.person),
    personSubject(tx, ctx, params.person),
    recordOf(tx, ctx, params.person),
    regulationsInForce(tx, ctx),
    may(ctx, 'history.view') ? subjectHistory(tx, ctx, params.person, personFacts) : null,
  ])
  if (!person || !subject) return notFound
  const body = <PersonPage {...{ ctx, person, subject, record, regulations, history }} />
  return { title: fullName(person), section, body }
}

/** Organisations whose people the reader may record. */
const ownChoices = ({ tx, ctx, form }: Pick<PageRequest, 'ctx' | 'tx' | 'form'>, initial?: string) =>
  organisationsToChoose(tx, ctx, {
    ...askedFor(form, 'organisationId', initial),
    only: may(ctx, 'person.register') ? null : ctx.actor.employs,
  })

/** Whose names are like the one typed. */
async function alikeTyped(tx: Tx, ctx: Ctx, form: PageRequest['form']) {
  const typed = (field: string) => valueOf(form, field)
  const name = { familyName: typed('familyName'), givenName: typed('givenName'), patronymic: typed('patronymic') }
  return form === null ? [] : peopleAlike(tx, ctx, name)
}

type NewAsking = Pick<PageRequest, 'ctx' | 'tx' | 'form'> & { query: { organisation?: string | undefined } }
export async function newPage({ ctx, tx, form, query }: NewAsking): Promise<Answer> {
  const organisations = await ownChoices({ tx, ctx, form }, query.organisation)
  const organisation = organisations.choices.find(({ value }) => value === query.organisation)?.value ?? null
  const alike = await alikeTyped(tx, ctx, form)
  const body = <NewPersonPage ctx={ctx} form={form} organisations={organisations} organisation={organisation} alike={alike} />
  return { title: 'Новый человек', section, body }
}

/** A page with a form about one person. */
const about =
  (title: string, bodyOf: (asking: FormAsking, person: Person) => Promise<JSX.Element | null>) =>
  async (asking: FormAsking): Promise<Answer> => {
    const person = await personById(asking.tx, asking.ctx, asking.params.person)
    const body = person && (await bodyOf(asking, person))
    return body ? { title, section, body } : notFound
  }

export const editPage = about('Сведения о человеке', async ({ ctx, tx, form, conflict }, person) => {
  const alike = (await alikeTyped(tx, ctx, form)).filter(({ id }) => id !== person.id)
  const hasChanged = (await recordOf(tx, ctx, person.id)).formerNames.length > 0
  return <EditPersonPage {...{ ctx, person, form, conflict, alike, hasChanged }} />
})

export const postPage = about('Новая должность', async ({ ctx, tx, form }, person) => (
  <PostPage ctx={ctx} person={person} form={form} organisations={await ownChoices({ tx, ctx, form })} />
))

export const qualificationPage = about('Квалификационная категория', async ({ ctx, form }, person) => (
  <QualificationPage ctx={ctx} person={person} form={form} />
))

export const achievementPage = about('Достижение', async ({ ctx, tx, form }, person) => (
  <AchievementPage ctx={ctx} person={person} form={form} directions={directionsOfAll(await regulationsInForce(tx, ctx))} />
))

export const rolePage = about('Дать роль', async ({ ctx, form }, person) => <RolePage ctx={ctx} person={person} form={form} />)

export const invitationPage = about('Пригласить', async ({ ctx, tx, form }, person) => (
  <InvitationPage ctx={ctx} person={person} form={form} record={await recordOf(tx, ctx, person.id)} />
))

/** The link of an invitation that no letter carries, shown once. */
export async function handOverPage(asking: Asking & { value: { handOver: string | null } }): Promise<Page | null> {
  const { ctx, tx, params, value } = asking
  const person = value.handOver === null ? undefined : await personById(tx, ctx, params.person)
  if (!person || value.handOver === null) return null
  return { title: 'Передайте приглашение', section, body: <HandOverPage ctx={ctx} person={person} address={value.handOver} /> }
}

export const postEndPage = (asking: FormAsking & { params: { post: string } }) =>
  about('Последний день должности', async ({ ctx, tx, form }, person) => {
    const post = await postOf(tx, ctx, person.id, asking.params.post)
    if (!post) return null
    const action = paths.personPostEnd({ territory: ctx.territory.code, person: person.id, post: post.id })
    const more = `${post.title}, ${post.organisation}, ${shortPeriod({ from: post.startsOn, to: post.endsOn })}`
    const texts = { title: 'Последний день должности', outcome: 'Последний день не записан', more, action }
    const endsOn = parseDay(valueOf(form, 'endsOn')) ?? ctx.today
    const { found } = await dependentsOf(tx, ctx, { personId: person.id, postId: post.id, endsOn })
    const staff = found.length === 0 ? [] : await staffOn(tx, ctx, post.organisationId, { on: addDays(endsOn, 1) })
    const heirs = staff.filter(({ id }) => id !== person.id)
    const dependents = found.map(({ dependent }) => dependent)
    return <PostEndPage ctx={ctx} person={person} form={form} {...texts} dependents={dependents} heirs={heirs} />
  })(asking)

export const roleEndPage = (asking: FormAsking & { params: { role: string } }) =>
  about('Последний день роли', async ({ ctx, tx, form }, person) => {
    const role = (await recordOf(tx, ctx, person.id)).roles.find((one) => one.id === asking.params.role)
    if (!role) return null
    const action = paths.personRoleEnd({ territory: ctx.territory.code, person: person.id, role: role.id })
    const more = `${roleNames[role.role]}, ${shortPeriod({ from: role.startsOn, to: role.endsOn })}`
    const texts = { title: 'Последний день роли', outcome: 'Последний день не записан', more, action }
    return <EndPage ctx={ctx} person={person} form={form} {...texts} />
  })(asking)
