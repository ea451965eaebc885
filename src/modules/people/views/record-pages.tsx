import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../../authz/ctx.ts'
import { grantedRoles, roleNames } from '../../../authz/roles.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { fullName } from '../../../kernel/names.ts'
import { categories } from '../../../regulation/kinds.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Columns, Sheet } from '../../../ui/sheet.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import type { Person } from '../model.ts'
import { categoryTitle } from '../texts.ts'
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

/** A form about one person: the way back, the errors, the fields, the button. */
export function RecordFrame(props: FrameProps) {
  const { person, form, title, more, outcome, action, button, children } = props
  const at = atOf(props)
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.people(at), label: 'Люди' },
          { href: paths.person(at), label: fullName(person) },
        ]}
      />
      <ErrorSummary outcome={outcome} form={form} />
      <PageHead title={title} more={more} />
      <Columns kind="form">
        <Sheet>
          <Form action={action} guard>
            {children}
            <ButtonGroup>
              <SubmitButton>{button}</SubmitButton>
              <a class="govuk-link" href={paths.person(at)}>
                Вернуться без изменений
              </a>
            </ButtonGroup>
          </Form>
        </Sheet>
      </Columns>
    </>
  )
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
      <DateField form={props.form} name="endsOn" label="Последний день" hint="Можно оставить пустым" />
    </RecordFrame>
  )
}

/** A qualification category. */
export function QualificationPage(props: RecordPageProps) {
  const { form } = props
  return (
    <RecordFrame
      {...props}
      title="Квалификационная категория"
      more="Прежняя категория без последнего дня закончится накануне."
      outcome="Категория не записана"
      action={paths.personQualifications(atOf(props))}
      button="Записать категорию"
    >
      <Radios
        form={form}
        name="category"
        label="Категория"
        choices={categories.map((value) => ({ value, label: categoryTitle(value) }))}
      />
      <DateField form={form} name="startsOn" label="Первый день" />
      <DateField form={form} name="endsOn" label="Последний день" hint="Можно оставить пустым: бессрочно" />
    </RecordFrame>
  )
}

/** An achievement; the direction is one of the regulation's, where it has them. */
export function AchievementPage(props: RecordPageProps & { regulation: Regulation | null }) {
  const { form, regulation } = props
  const directions = regulation?.directions?.list ?? []
  return (
    <RecordFrame
      {...props}
      title="Достижение"
      outcome="Достижение не записано"
      action={paths.personAchievements(atOf(props))}
      button="Записать достижение"
    >
      <TextField form={form} name="title" label="Достижение" hint="Например, победа в конкурсе методических разработок" />
      {directions.length > 0 && (
        <SelectField
          form={form}
          name="direction"
          label="Направление"
          empty="Не выбрано"
          choices={directions.map(({ code, label }) => ({ value: code, label }))}
        />
      )}
      <DateField form={form} name="achievedOn" label="Когда получено" hint="Можно оставить пустым" />
    </RecordFrame>
  )
}

/** A role of the authority or the operator. */
export function RolePage(props: RecordPageProps) {
  const { ctx, form } = props
  return (
    <RecordFrame
      {...props}
      title="Дать роль"
      more="Права руководителей и работников площадок даются сами: по должностям и назначениям. Здесь — роли органа управления и методического центра."
      outcome="Роль не дана"
      action={paths.personRoles(atOf(props))}
      button="Дать роль"
    >
      <Radios form={form} name="role" label="Роль" choices={grantedRoles.map((value) => ({ value, label: roleNames[value] }))} />
      <DateField form={form} name="startsOn" label="Первый день" initial={shortDate(ctx.today)} />
      <DateField form={form} name="endsOn" label="Последний день" hint="Можно оставить пустым" />
    </RecordFrame>
  )
}

/** The last day of a post or of a role. */
export function EndPage(props: RecordPageProps & { title: string; more: string; action: string; outcome: string }) {
  return (
    <RecordFrame {...props} button="Записать последний день">
      <DateField form={props.form} name="endsOn" label="Последний день" initial={shortDate(props.ctx.today)} />
    </RecordFrame>
  )
}
