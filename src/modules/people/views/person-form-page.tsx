import type { Ctx } from '../../../authz/ctx.ts'
import { fullName } from '../../../kernel/names.ts'
import { written } from '../../../kit/form/fields.ts'
import { namingFields } from '../../../kit/form/naming.ts'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import { Checkbox } from '../../../ui/checkboxes.tsx'
import { errorOf, type FormState, valueOf } from '../../../ui/form-state.ts'
import { Sheet } from '../../../ui/sheet.tsx'
import { paths } from '../../../web/paths.ts'
import { personFields } from '../forms.ts'
import type { Person } from '../model.ts'
import { PostFields, type PostFieldsProps } from './post-fields.tsx'

/** A new person with a first post. */
export function NewPersonPage(props: PostFieldsProps & { ctx: Ctx }) {
  const { ctx, form } = props
  const people = { href: paths.people({ territory: ctx.territory.code }), label: 'Люди' }
  const asksNamesake = errorOf(form, 'namesake') !== undefined || valueOf(form, 'namesake') === 'yes'
  return (
    <FormPage
      way={[people]}
      title="Новый человек"
      outcome="Человек не записан"
      form={form}
      action={paths.newPerson({ territory: ctx.territory.code })}
      button="Записать"
      leave={{ ...people, label: 'Не записывать' }}
      sheets
    >
      <Sheet title="Кто это">
        <FormFields of={personFields} form={form} />
        {asksNamesake && <Checkbox form={form} name="namesake" label="Это другой человек, просто имя такое же" />}
      </Sheet>
      <div class="pl-gap" />
      <Sheet title="Где работает">
        <PostFields {...props} first />
      </Sheet>
      <div class="pl-gap" />
    </FormPage>
  )
}

type EditPersonPageProps = { ctx: Ctx; person: Person; form: FormState | null; conflict: boolean }

/** Corrections of what is written of a person. */
export function EditPersonPage({ ctx, person, form, conflict }: EditPersonPageProps) {
  const at = { territory: ctx.territory.code, person: person.id }
  const own = { href: paths.person(at), label: fullName(person) }
  const begins = written(personFields, person)
  return (
    <FormPage
      way={[{ href: paths.people(at), label: 'Люди' }, own]}
      title="Сведения о человеке"
      outcome="Сведения не сохранены"
      form={form}
      conflict={conflict && { of: personFields, theirs: begins }}
      action={paths.editPerson(at)}
      version={person.version}
      button="Сохранить"
      leave={{ ...own, label: 'Не сохранять' }}
    >
      <FormFields of={personFields} form={form} begins={begins} />
      <FormFields of={namingFields} form={form} />
    </FormPage>
  )
}
