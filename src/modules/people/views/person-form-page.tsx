import type { Ctx } from '../../../authz/ctx.ts'
import { fullName } from '../../../kernel/names.ts'
import { written } from '../../../kit/form/fields.ts'
import { namingRows } from '../../../kit/form/naming.ts'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import { Alike, Checkbox, errorOf, type FormState, valueOf } from '../../../ui/fields.ts'
import { Sheet } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { personFields, renamingFields } from '../forms.ts'
import type { PersonAlike } from '../likeness-queries.ts'
import type { Person } from '../model.ts'
import { PostFields, type PostFieldsProps } from './post-fields.tsx'

const typedName = (form: FormState | null) =>
  ['familyName', 'givenName', 'patronymic'].map((name) => valueOf(form, name)).join(' ')

/** A new person with a first post; those of the register whose name is alike are shown beside the one typed. */
export function NewPersonPage(props: PostFieldsProps & { ctx: Ctx; alike: readonly PersonAlike[] }) {
  const { ctx, form, alike } = props
  const people = { href: paths.people({ territory: ctx.territory.code }), label: 'Люди' }
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
        <Namesake ctx={ctx} form={form} alike={alike} />
      </Sheet>
      <div class="pl-gap" />
      <Sheet title="Где работает">
        <PostFields {...props} first />
      </Sheet>
      <div class="pl-gap" />
    </FormPage>
  )
}

type NamesakeProps = { ctx: Ctx; form: FormState | null; alike: readonly PersonAlike[] }

/** Whoever has a like name is asked about, once and until it is answered. */
function Namesake({ ctx, form, alike }: NamesakeProps) {
  if (errorOf(form, 'namesake') === undefined && valueOf(form, 'namesake') !== 'yes') return null
  return (
    <>
      <Alike
        question="Это тот же человек?"
        typed={typedName(form)}
        alike={alike.map(({ id, label }) => ({ label, href: paths.person({ territory: ctx.territory.code, person: id }) }))}
      />
      <Checkbox form={form} name="namesake" label="Это другой человек, просто имя похоже" />
    </>
  )
}

type EditPersonPageProps = NamesakeProps & { person: Person; hasChanged: boolean; conflict: boolean }

/** Corrections of what is written of a person. */
export function EditPersonPage({ ctx, person, form, conflict, alike, hasChanged }: EditPersonPageProps) {
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
      <Namesake ctx={ctx} form={form} alike={alike} />
      <FormFields of={renamingFields} form={form} rows={namingRows(hasChanged)} />
    </FormPage>
  )
}
