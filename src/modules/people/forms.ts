import { z } from 'zod'
import { grantedRoles } from '../../authz/roles.ts'
import type { OrganisationId } from '../../kernel/types.ts'
import { categories, postKinds } from '../../regulation/kinds.ts'
import {
  checked,
  choice,
  chosenId,
  day,
  optionalChoice,
  optionalDay,
  optionalEmail,
  optionalId,
  optionalText,
  text,
} from '../../web/fields.ts'
import type { Registration } from './commands/register-person.ts'
import { genders } from './model.ts'

const details = {
  familyName: text('фамилию', 100),
  givenName: text('имя', 100),
  patronymic: optionalText('отчество', 100),
  gender: optionalChoice('пол', genders),
  email: optionalEmail(),
  phone: optionalText('телефон', 100),
}

export const personForm = z.object(details)

const post = {
  organisationId: chosenId('организацию').transform((id) => id as OrganisationId),
  kind: choice('вид должности', postKinds),
  title: text('должность', 200),
  subject: optionalText('предмет', 100),
  startsOn: day('первый день'),
  endsOn: optionalDay('последний день'),
}
export const postForm = z.object(post)

/** A new person; the post is asked for only when its organisation is chosen. */
export const registrationForm = z
  .object({
    ...details,
    namesake: checked(),
    organisationId: optionalId('организацию'),
    kind: optionalChoice('вид должности', postKinds),
    title: optionalText('должность', 200),
    subject: optionalText('предмет', 100),
    startsOn: optionalDay('первый день'),
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
      [startsOn, 'startsOn', 'Первый день: напишите дату, например 01.09.2021'],
    ] as const
    for (const [value, field, message] of missing)
      if (value === null) context.addIssue({ code: 'custom', path: [field], message })
    if (organisationId === null || kind === null || title === null || startsOn === null) return z.NEVER
    return { ...person, post: { organisationId: organisationId as OrganisationId, kind, title, subject, startsOn, endsOn: null } }
  })

export const qualificationForm = z.object({
  category: choice('категорию', categories),
  startsOn: day('первый день'),
  endsOn: optionalDay('последний день'),
})

export const achievementForm = z.object({
  title: text('достижение', 400),
  direction: optionalText('направление', 100),
  achievedOn: optionalDay('когда получено'),
})

export const roleForm = z.object({
  role: choice('роль', grantedRoles),
  startsOn: day('первый день'),
  endsOn: optionalDay('последний день'),
})

export const endingForm = z.object({ endsOn: day('последний день') })

export const invitationForm = z.object({
  email: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim() : ''),
    z
      .string()
      .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Напишите адрес почты, например shkola@primer.ru')
      .max(200, 'Сократите адрес почты'),
  ),
})
