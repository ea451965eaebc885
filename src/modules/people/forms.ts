import { z } from 'zod'
import { grantedRoles, roleNames } from '../../authz/roles.ts'
import type { OrganisationId } from '../../kernel/types.ts'
import {
  day,
  kind,
  line,
  optionalDay,
  optionalEmail,
  optionalLine,
  optionalRadios,
  optionalSelect,
  radios,
  readsOf,
  row,
  schemaOf,
} from '../../kit/form/fields.ts'
import { namingFields } from '../../kit/form/naming.ts'
import { checked, optionalId, optionalText, optionalDay as readsOptionalDay } from '../../web/fields.ts'
import type { Registration } from './commands/register-person.ts'
import { genders } from './model.ts'
import { genderNames } from './texts.ts'

export const personFields = {
  familyName: line('Фамилия', { what: 'фамилию', width: 30, most: 100 }),
  givenName: line('Имя', { width: 30, most: 100 }),
  patronymic: optionalLine('Отчество', { hint: 'Если есть', width: 30, most: 100 }),
  gender: optionalRadios('Пол', {
    hint: 'Нужен для документов. Можно не отмечать, когда его видно по отчеству',
    of: genders,
    named: (gender) => genderNames[gender],
  }),
  phone: optionalLine('Телефон', { type: 'tel', width: 20, most: 100 }),
  email: optionalEmail('Почта'),
}
export const renamingFields = namingFields('Если вы изменили фамилию, имя или отчество')
export const personForm = z
  .object({ ...readsOf({ ...personFields, ...renamingFields }), namesake: checked() })
  .transform(({ naming, nameSince, namesake, ...details }) => ({ details, namesake, naming: { naming, nameSince } }))

const firstPostFields = {
  organisationId: row<OrganisationId>('Организация', { what: 'организацию' }),
  kind: kind('Вид должности'),
  title: line('Должность', { hint: 'Как в документе о назначении: учитель физики, методист', width: 30, most: 200 }),
  subject: optionalLine('Предмет', { hint: 'Для учителей. Можно оставить пустым', width: 30, most: 100 }),
  startsOn: day('Первый день'),
}
export const postFields = { ...firstPostFields, endsOn: optionalDay('Последний день') }
export const postForm = schemaOf(postFields)

/** A new person; the post is asked for only when its organisation is chosen. */
export const registrationForm = z
  .object({
    ...readsOf(personFields),
    namesake: checked(),
    organisationId: optionalId<OrganisationId>('организацию'),
    kind: optionalText('вид должности', 60),
    title: optionalText('должность', 200),
    subject: optionalText('предмет', 100),
    startsOn: readsOptionalDay('первый день'),
  })
  .transform((typed, context): Registration => {
    const { familyName, givenName, patronymic, gender, email, phone, namesake, ...first } = typed
    const person = { details: { familyName, givenName, patronymic, gender, email, phone }, namesake }
    const { organisationId, kind, title, startsOn, subject } = first
    if (organisationId === null && kind === null && title === null && subject === null) return { ...person, post: null }
    const missing = [
      [organisationId, 'organisationId', 'Выберите организацию'],
      [kind, 'kind', 'Выберите вид должности'],
      [title, 'title', 'Напишите должность'],
      [startsOn, 'startsOn', 'Первый день: напишите дату'],
    ] as const
    for (const [value, field, message] of missing)
      if (value === null) context.addIssue({ code: 'custom', path: [field], message })
    if (organisationId === null || kind === null || title === null || startsOn === null) return z.NEVER
    return { ...person, post: { organisationId: organisationId, kind, title, subject, startsOn, endsOn: null } }
  })

export const qualificationFields = {
  category: kind('Категория', { what: 'категорию' }),
  startsOn: day('Первый день'),
  endsOn: optionalDay('Последний день', { hint: 'Можно оставить пустым: бессрочно' }),
}
export const qualificationForm = schemaOf(qualificationFields)

export const achievementFields = {
  title: line('Достижение', { hint: 'Например, победа в конкурсе методических разработок', most: 400 }),
  direction: optionalSelect('Направление', 100),
  achievedOn: optionalDay('Когда получено'),
}
export const achievementForm = schemaOf(achievementFields)

export const roleFields = {
  role: radios('Роль', { of: grantedRoles, named: (role) => roleNames[role] }),
  startsOn: day('Первый день'),
  endsOn: optionalDay('Последний день'),
}
export const roleForm = schemaOf(roleFields)

export const endingFields = { endsOn: day('Последний день') }
export const endingForm = schemaOf(endingFields)

export const toEnd = 'end'
/** The last day of a post, and what becomes of each thing that stands on it: `end`, or the person who goes on with it. */
export const postEndingForm = z.object({
  ...readsOf(endingFields),
  stands: z.record(z.string(), z.string()).default({}),
})

export const invitationForm = z.object({
  email: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim() : ''),
    z
      .string()
      .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Напишите адрес почты, например shkola@primer.ru')
      .max(200, 'Сократите адрес почты'),
  ),
})
