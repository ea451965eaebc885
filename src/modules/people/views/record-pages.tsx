import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../../authz/ctx.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { capital, fullName, type NameParts } from '../../../kernel/names.ts'
import type { PersonId } from '../../../kernel/types.ts'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import { kindChoices } from '../../../regulation/dictionary.ts'
import type { workDirections } from '../../../regulation/work/questions.ts'
import { type FormState, SelectField } from '../../../ui/fields.ts'
import { paths } from '../../../web/paths.ts'
import { achievementFields, endingFields, qualificationFields, roleFields, toEnd } from '../forms.ts'
import type { Person } from '../model.ts'
import type { Dependent } from '../ports.ts'
import { PostFields, type PostFieldsProps } from './post-fields.tsx'

export type RecordPageProps = { ctx: Ctx; person: Person; form: FormState | null }
export const atOf = ({ ctx, person }: RecordPageProps) => ({ territory: ctx.territory.code, person: person.id })

type FrameProps = RecordPageProps & {
  title: string
  more?: string
  /** What the summary of errors says came of it. */
  outcome: string
  action: string
  button: string
  children: ComponentChildren
}

/** A form about one person. */
export function RecordFrame({ ctx, person, ...page }: FrameProps) {
  const at = { territory: ctx.territory.code, person: person.id }
  const own = { href: paths.person(at), label: fullName(person) }
  const way = [{ href: paths.people(at), label: 'Люди' }, own]
  return <FormPage {...page} way={way} leave={{ ...own, label: 'Вернуться без изменений' }} />
}

/** One more post. */
export function PostPage(props: RecordPageProps & PostFieldsProps) {
  return (
    <RecordFrame
      {...props}
      title="Новая должность"
      outcome="Должность не записана"
      action={paths.personPosts(atOf(props))}
      button="Записать должность"
    >
      <PostFields {...props} />
    </RecordFrame>
  )
}

/** A qualification category. */
export function QualificationPage(props: RecordPageProps) {
  return (
    <RecordFrame
      {...props}
      title="Квалификационная категория"
      more="Прежняя категория без последнего дня закончится накануне."
      outcome="Категория не записана"
      action={paths.personQualifications(atOf(props))}
      button="Записать категорию"
    >
      <FormFields of={qualificationFields} form={props.form} rows={{ category: kindChoices(props.ctx.territory, 'category') }} />
    </RecordFrame>
  )
}

/** An achievement; the direction is one of the regulation's, where it has them. */
export function AchievementPage(props: RecordPageProps & { directions: ReturnType<typeof workDirections> }) {
  const directions = props.directions.map(({ code, label }) => ({ value: code, label }))
  const { direction, ...others } = achievementFields
  const { title, achievedOn } = others
  return (
    <RecordFrame
      {...props}
      title="Достижение"
      outcome="Достижение не записано"
      action={paths.personAchievements(atOf(props))}
      button="Записать достижение"
    >
      <FormFields
        of={directions.length > 0 ? { title, direction, achievedOn } : others}
        form={props.form}
        rows={{ direction: directions }}
      />
    </RecordFrame>
  )
}

/** A role of the authority or the operator. */
export function RolePage(props: RecordPageProps) {
  return (
    <RecordFrame
      {...props}
      title="Дать роль"
      more="Права руководителей и работников площадок даются сами: по должностям и назначениям. Здесь — роли органа управления и методического центра."
      outcome="Роль не дана"
      action={paths.personRoles(atOf(props))}
      button="Дать роль"
    >
      <FormFields of={roleFields} form={props.form} begins={{ startsOn: shortDate(props.ctx.today) }} />
    </RecordFrame>
  )
}

/** The last day of a role. */
export function EndPage(props: RecordPageProps & { title: string; more: string; action: string; outcome: string }) {
  return (
    <RecordFrame {...props} button="Записать последний день">
      <FormFields of={endingFields} form={props.form} begins={{ endsOn: shortDate(props.ctx.today) }} />
    </RecordFrame>
  )
}

type PostEndProps = Parameters<typeof EndPage>[0] & {
  dependents: readonly Dependent[]
  heirs: readonly (NameParts & { readonly id: PersonId; readonly title: string })[]
}

/** The last day of a post, with all that stands on it: each ends with it or is handed over. */
export function PostEndPage({ dependents, heirs, ...props }: PostEndProps) {
  const handed = heirs.map((one) => ({ value: one.id, label: `${fullName(one)}, ${one.title}`, group: 'Передать' }))
  return (
    <RecordFrame {...props} button="Записать последний день">
      <FormFields of={endingFields} form={props.form} begins={{ endsOn: shortDate(props.ctx.today) }} />
      {dependents.length > 0 && (
        <p class="govuk-body">На этой должности держится не только работа. Для каждой строки выберите, что с ней будет.</p>
      )}
      {dependents.map(({ key, what, note, mayHandOver }) => (
        <SelectField
          form={props.form}
          name={`stands.${key}`}
          label={capital(what)}
          hint={note ?? undefined}
          initial=""
          empty="Выберите"
          choices={[{ value: toEnd, label: 'Закончить в тот же день' }, ...(mayHandOver ? handed : [])]}
        />
      ))}
    </RecordFrame>
  )
}
