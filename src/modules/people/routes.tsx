import { z } from 'zod'
import type { Ctx } from '../../authz/ctx.ts'
import { asId } from '../../kernel/ids.ts'
import type { PersonId } from '../../kernel/types.ts'
import { asked } from '../../web/address.ts'
import { formAt, get, post, type Route } from '../../web/route.ts'
import { invitePerson } from '../accounts/commands/invite-person.ts'
import { withdrawInvitation } from '../accounts/commands/withdraw-invitation.ts'
import { changePerson } from './commands/change-person.ts'
import { leavePost, takePost } from './commands/posts.ts'
import { recordAchievement, recordQualification } from './commands/records.ts'
import { registerPerson } from './commands/register-person.ts'
import { endRole, grantRole } from './commands/roles.ts'
import * as forms from './forms.ts'
import { peopleList } from './list.tsx'
import * as pages from './pages.tsx'
import { paths } from './paths.ts'

const { subject } = pages
const edits = { permits: 'person.edit', sees: 'person.view', subject } as const
const manages = { permits: 'account.manage' } as const
const back = (params: { territory: string; person: string }, notice: string) => ({
  to: paths.person({ territory: params.territory, person: params.person }),
  notice,
})

/** What was chosen for each thing that stands on a post; what was left open is asked for. */
const settledOf = (stands: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(stands).flatMap(([key, chosen]): [string, PersonId | null][] => {
      if (chosen === forms.toEnd) return [[key, null]]
      const heir = asId<PersonId>(chosen)
      return heir === null ? [] : [[key, heir]]
    }),
  )

/** A head may record people of the own organisations, so the question is asked about these. */
const registers = {
  permits: 'person.register',
  subject: async ({ ctx }: { ctx: Ctx }) => ({
    territoryId: ctx.territory.id,
    organisationIds: ctx.actor.headsOrganisations,
  }),
} as const

const register: Route[] = [
  get(paths.newPerson, { ...registers, query: z.object({ organisation: asked }), page: pages.newPage }),
  post(paths.newPerson, {
    ...registers,
    form: forms.registrationForm,
    act: ({ ctx, form }) => registerPerson(ctx, form),
    next: ({ params, value }) => back({ ...params, person: value }, 'Человек записан'),
    again: pages.newPage,
  }),
  ...formAt(paths.editPerson, {
    ...edits,
    form: forms.personForm,
    act: ({ ctx, params, form, version }) => changePerson(ctx, { id: params.person, version, ...form }),
    next: ({ params }) => back(params, 'Сведения сохранены'),
    page: pages.editPage,
  }),
]

const records: Route[] = [
  ...formAt(paths.personPosts, {
    ...edits,
    form: forms.postForm,
    act: ({ ctx, params, form }) => takePost(ctx, { personId: params.person, post: form }),
    next: ({ params }) => back(params, 'Должность записана'),
    page: pages.postPage,
  }),
  ...formAt(paths.personPostEnd, {
    ...edits,
    form: forms.postEndingForm,
    act: ({ ctx, params, form: { endsOn, stands } }) =>
      leavePost(ctx, { personId: params.person, postId: params.post, endsOn, settled: settledOf(stands) }),
    next: ({ params }) => back(params, 'Последний день должности записан'),
    page: pages.postEndPage,
  }),
  ...formAt(paths.personQualifications, {
    ...edits,
    form: forms.qualificationForm,
    act: ({ ctx, params, form }) => recordQualification(ctx, { personId: params.person, qualification: form }),
    next: ({ params }) => back(params, 'Категория записана'),
    page: pages.qualificationPage,
  }),
  ...formAt(paths.personAchievements, {
    ...edits,
    form: forms.achievementForm,
    act: ({ ctx, params, form }) => recordAchievement(ctx, { personId: params.person, achievement: form }),
    next: ({ params }) => back(params, 'Достижение записано'),
    page: pages.achievementPage,
  }),
]

const roles: Route[] = [
  ...formAt(paths.personRoles, {
    ...manages,
    subject,
    form: forms.roleForm,
    act: ({ ctx, params, form }) => grantRole(ctx, { personId: params.person, role: form }),
    next: ({ params }) => back(params, 'Роль дана'),
    page: pages.rolePage,
  }),
  ...formAt(paths.personRoleEnd, {
    ...manages,
    subject,
    form: forms.endingForm,
    act: ({ ctx, params, form }) => endRole(ctx, { personId: params.person, grantId: params.role, endsOn: form.endsOn }),
    next: ({ params }) => back(params, 'Последний день роли записан'),
    page: pages.roleEndPage,
  }),
]

const invitations: Route[] = [
  ...formAt(paths.personInvitations, {
    ...manages,
    subject,
    form: forms.invitationForm,
    act: ({ ctx, params, form }) => invitePerson(ctx, { personId: params.person, email: form.email }, ctx.services),
    next: ({ params, value: { handOver } }) =>
      back(params, handOver === null ? 'Приглашение отправлено' : 'Приглашение создано. Адрес показан один раз'),
    shows: pages.handOverPage,
    page: pages.invitationPage,
  }),
  post(paths.personInvitationWithdrawals, {
    ...manages,
    subject,
    form: z.object({}),
    act: ({ ctx, params }) => withdrawInvitation(ctx, { personId: params.person }),
    next: ({ params }) => back(params, 'Приглашение отозвано'),
  }),
]

/** The address of a new person stands before that of one person, which it would match. */
export const routes: Route[] = [
  ...peopleList.routes,
  ...register,
  get(paths.person, { permits: 'person.view', subject, page: pages.personPage }),
  ...records,
  ...roles,
  ...invitations,
]
