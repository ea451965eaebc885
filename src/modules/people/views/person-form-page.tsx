import type { Ctx } from '../../../authz/ctx.ts'
import { fullName } from '../../../kernel/names.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { Checkbox } from '../../../ui/checkboxes.tsx'
import { Conflict } from '../../../ui/conflict.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { errorOf, type FormState, valueOf } from '../../../ui/form-state.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Columns, Sheet } from '../../../ui/sheet.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { genders, type Person } from '../model.ts'
import { genderNames } from '../texts.ts'
import { PostFields, type PostFieldsProps } from './post-fields.tsx'

/** A new person with a first post. */
export function NewPersonPage(props: PostFieldsProps & { ctx: Ctx }) {
  const { ctx, form } = props
  const territory = ctx.territory.code
  const asksNamesake = errorOf(form, 'namesake') !== undefined || valueOf(form, 'namesake') === 'yes'
  return (
    <>
      <Breadcrumbs links={[{ href: paths.people({ territory }), label: 'Люди' }]} />
      <ErrorSummary outcome="Человек не записан" form={form} />
      <PageHead title="Новый человек" />
      <Columns kind="form">
        <Form action={paths.newPerson({ territory })} guard>
          <Sheet title="Кто это">
            <PersonFields form={form} person={null} />
            {asksNamesake && <Checkbox form={form} name="namesake" label="Это другой человек, просто имя такое же" />}
          </Sheet>
          <div class="pl-gap" />
          <Sheet title="Где работает">
            <PostFields {...props} optional />
          </Sheet>
          <div class="pl-gap" />
          <ButtonGroup>
            <SubmitButton>Записать</SubmitButton>
            <a class="govuk-link" href={paths.people({ territory })}>
              Не записывать
            </a>
          </ButtonGroup>
        </Form>
      </Columns>
    </>
  )
}

type EditPersonPageProps = { ctx: Ctx; person: Person; form: FormState | null; conflict: boolean }

/** Corrections of what is written of a person. */
export function EditPersonPage({ ctx, person, form, conflict }: EditPersonPageProps) {
  const at = { territory: ctx.territory.code, person: person.id }
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.people(at), label: 'Люди' },
          { href: paths.person(at), label: fullName(person) },
        ]}
      />
      <ErrorSummary outcome="Сведения не сохранены" form={form} />
      {conflict && <Conflict what="сведения изменил кто-то ещё" fields={comparison(person, form)} />}
      <PageHead title="Сведения о человеке" />
      <Columns kind="form">
        <Sheet>
          <Form action={paths.editPerson(at)} version={person.version} guard>
            <PersonFields form={form} person={person} />
            <ButtonGroup>
              <SubmitButton>Сохранить</SubmitButton>
              <a class="govuk-link" href={paths.person(at)}>
                Не сохранять
              </a>
            </ButtonGroup>
          </Form>
        </Sheet>
      </Columns>
    </>
  )
}

const fields = [
  ['familyName', 'Фамилия'],
  ['givenName', 'Имя'],
  ['patronymic', 'Отчество'],
  ['phone', 'Телефон'],
  ['email', 'Почта'],
] as const

function PersonFields({ form, person }: { form: FormState | null; person: Person | null }) {
  const given = (name: (typeof fields)[number][0]) => ({ form, name, initial: person?.[name] ?? '' })
  return (
    <>
      <TextField {...given('familyName')} label="Фамилия" width={30} />
      <TextField {...given('givenName')} label="Имя" width={30} />
      <TextField {...given('patronymic')} label="Отчество" hint="Если есть" width={30} />
      <Radios
        form={form}
        name="gender"
        label="Пол"
        hint="Нужен для документов. Можно не отмечать, когда его видно по отчеству"
        initial={person?.gender ?? ''}
        choices={genders.map((value) => ({ value, label: genderNames[value] }))}
      />
      <TextField {...given('phone')} label="Телефон" hint="Можно оставить пустым" type="tel" width={20} />
      <TextField {...given('email')} label="Почта" hint="Можно оставить пустым" type="email" width={30} />
    </>
  )
}

const comparison = (person: Person, form: FormState | null) =>
  fields.map(([name, label]) => ({ label, yours: valueOf(form, name), theirs: person[name] ?? '' }))
